import { withRole } from '../columns';
import { h } from '../dom';
import { type Event, Part } from '../freshness';
import type { Range } from '../plot/description';
import { Legend } from '../plot/legend';
import { Stack } from '../plot/stack';
import type { Overlays, Model, PlayResult, Settings } from '../types';
import { LineOfOne } from './line';
import { Plane } from './plane';
import { Space } from './space';
import { resultText } from './result';
import type { Exact } from './spot';
import { Strip } from './strip';
import { timeline } from './timeline';

export interface Handlers {
  goTo: (step: number) => void;
  zoom: (range: Range | null) => void;
  /** The start was dragged. */
  start: (settings: Settings) => void;
  /** A step size was chosen. */
  rate: (eta: number) => void;
  /** Space was turned. */
  turn: (eye: [number, number, number]) => void;
}

/** The plots of a run: the timeline, the plane and space. */
export class Stage {
  readonly phases = new Legend();
  readonly timeline: Stack;
  readonly plane: Plane;
  readonly space: Space;
  readonly strip = new Strip();
  readonly line: LineOfOne;
  readonly charts: HTMLElement;
  readonly paths: HTMLElement;
  private readonly key = new Legend();
  private readonly chartsPart: Part;
  private readonly pathsPart: Part;
  private coordinates: string[] = [];
  /** The step looked at. */
  private step = 0;

  constructor(handlers: Handlers) {
    this.timeline = new Stack('timeline', 'sharpness, loss and parameters over the steps', {
      picked: handlers.goTo,
      hovered: step => this.glance(step === null ? this.step : Math.round(step)),
      zoomed: range => handlers.zoom(range && [Math.floor(range[0]), Math.ceil(range[1])]),
    });
    this.charts = h('div', { class: 'plotbox tall patient' }, this.timeline.element);
    this.plane = new Plane(handlers.start);
    this.space = new Space(handlers.turn);
    this.line = new LineOfOne(handlers.rate);
    this.paths = h(
      'div',
      { class: 'card paths patient' },
      this.key.element,
      this.plane.element,
      this.space.element,
    );
    this.chartsPart = new Part(this.charts, () => this.phases.show([]));
    this.pathsPart = new Part(this.paths);
  }

  /** Another model may have other parameters. */
  forget(): void {
    this.coordinates = [];
  }

  /** Whether all plots are of the settings on the screen. */
  get fresh(): boolean {
    return this.chartsPart.fresh && (this.pathsPart.fresh || this.coordinates.length < 2);
  }

  mark(event: Event): void {
    this.chartsPart.mark(event);
    this.pathsPart.mark(event);
  }

  /** Draws a run, of these settings if it is the newest. */
  drawTimeline(result: PlayResult, newest: boolean): void {
    if (withRole(Object.keys(result.columns), 'phase') && result.outcome !== 'diverged') this.phases.phases();
    else this.phases.show([]);
    const plot = timeline(result, coordinatesOf(result));
    this.timeline.draw(plot);
    this.strip.draw(plot, resultText(result));
    if (newest) this.chartsPart.mark('shown');
  }

  drawPaths(result: PlayResult, settings: Settings, overlays: Overlays | null, newest: boolean): void {
    this.plane.draw(result, settings, overlays);
    this.key.show(this.plane.key);
    this.space.draw(result, overlays);
    if (newest) this.pathsPart.mark('shown');
  }

  /** The values at a step have come. */
  read(exact: Exact): void {
    this.plane.read(exact);
    this.space.read(exact);
  }

  /** Which parameters there are to draw: the run says so. */
  learnCoordinates(result: PlayResult, model: Model, eye: [number, number, number] | null): void {
    const names = coordinatesOf(result);
    if (names.join() === this.coordinates.join()) return;
    this.coordinates = names;
    this.plane.coordinates(
      names,
      model.settings.filter(s => s.start).map(s => s.name),
    );
    this.space.coordinates(names, eye);
    this.paths.hidden = names.length < 2;
  }

  moveTo(step: number): void {
    this.step = step;
    this.timeline.moveTo(step);
    this.glance(step);
  }

  /** Shows where the run is at a step in the plane and in space, while the pointer is there on the timeline. */
  private glance(step: number): void {
    this.plane.moveTo(step);
    this.space.moveTo(step);
  }
}

function coordinatesOf(result: PlayResult): string[] {
  return Object.keys(result.path).filter(n => n !== 'step');
}
