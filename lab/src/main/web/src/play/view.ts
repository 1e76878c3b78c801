import { post, superseded } from '../api';
import { fill, h } from '../dom';
import { takeHome } from '../takehome';
import { onTheme } from '../plot/theme';
import type { Catalogue, Claims, Companions, Model, PlayResult, Value } from '../types';
import { whole } from '../format';
import { painted } from '../frames';
import { ClaimsTable } from './claims';
import { Legend } from './legend';
import { offers, type Shown } from './offers';
import { Plane } from './plane';
import { Presets } from './presets';
import { Readout } from './readout';
import { Redrawer } from './redrawer';
import { SettingsPanel } from './settings';
import { Space } from './space';
import { fromPreset, fromQuery, type PlayState, presetOf, record, toQuery } from './state';
import { Timeline } from './timeline';
import { Transport } from './transport';
import { open, windowText } from './window';

/** How long the settings rest before the claims are checked, in milliseconds. */
const REST = 180;

/** Play: every setting of a small model under the hand, its run on the screen at once. */
export class PlayView {
  readonly element = h('div', { class: 'play' });
  private state: PlayState;
  private result: PlayResult | null = null;
  private readonly settings = new SettingsPanel((name, value) => this.change({ [name]: value }));
  private readonly timeline = new Timeline(
    range => this.zoom(range),
    step => this.goTo(step),
  );
  private readonly plane = new Plane(start => this.change(start));
  private readonly space = new Space(camera => {
    this.state.camera = camera;
    this.remember();
  });
  private readonly claims = new ClaimsTable(step => this.goTo(step));
  private readonly transport = new Transport(step => this.goTo(step));
  private readonly readout = new Readout();
  private readonly presets: Presets;
  private readonly problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  private readonly redrawer = new Redrawer(since => this.load(since));
  private readonly phases = new Legend();
  private readonly window = h('p', { class: 'note' });
  private companions: Companions | null = null;
  private coordinates: string[] = [];
  private rest = 0;
  private writing = 0;

  constructor(
    private readonly catalogue: Catalogue,
    query: URLSearchParams,
  ) {
    this.state = fromQuery(query, catalogue) ?? fromPreset(catalogue.presets[0]!);
    this.presets = new Presets(catalogue, name => this.choose(name));
    this.compose();
    this.rebuild();
    onTheme(() => this.redraw());
  }

  /** The view went on the screen. */
  shown(query: URLSearchParams): void {
    const asked = query.size > 0 ? fromQuery(query, this.catalogue) : null;
    if (asked && toQuery(asked) !== toQuery(this.state)) {
      this.state = asked;
      this.rebuild();
    }
    this.refresh();
  }

  hidden(): void {
    this.transport.pause();
  }

  /** Changes some settings, as a hand on a slider does. */
  change(settings: Record<string, Value>): void {
    Object.assign(this.state.settings, settings);
    if ('steps' in settings) this.state.range = null;
    this.settings.show(settings);
    this.refresh();
  }

  /** Starts from a preset. */
  choose(name: string): void {
    const preset = this.catalogue.presets.find(p => p.name === name);
    if (!preset) return;
    this.state = fromPreset(preset);
    this.rebuild();
    this.refresh();
  }

  /** A setting's value, as a number. */
  setting(name: string): number {
    return Number(this.state.settings[name]);
  }

  goTo(step: number): void {
    const last = this.result?.lastStep ?? step;
    this.state.step = Math.min(last, Math.max(0, Math.round(step)));
    this.timeline.moveTo(this.state.step);
    this.transport.show(this.state.step, last);
    this.plane.moveTo(this.state.step);
    this.space.moveTo(this.state.step);
    this.readout.show(record(this.state), this.state.step);
    this.remember();
  }

  private get model(): Model {
    return this.catalogue.models.find(m => m.name === this.state.model)!;
  }

  private compose(): void {
    fill(
      this.element,
      h(
        'aside',
        { class: 'controls', 'aria-label': 'Experiment' },
        this.presets.element,
        this.problem,
        this.settings.element,
        this.window,
      ),
      h(
        'section',
        { class: 'charts', 'aria-label': 'Run' },
        h(
          'div',
          { class: 'row' },
          this.phases.element,
          h('span', { class: 'grow' }),
          takeHome(offers(() => this.shownNow())),
        ),
        this.timeline.element,
        this.transport.element,
        this.readout.element,
      ),
      h(
        'section',
        { class: 'side', 'aria-label': 'Trajectory and claims' },
        this.plane.element,
        this.space.element,
        this.claims.element,
      ),
    );
  }

  private rebuild(): void {
    const preset = presetOf(this.state, this.catalogue);
    const centre = preset ?? this.catalogue.presets.find(p => p.model === this.state.model);
    this.settings.build(this.model, this.state.settings, centre?.settings ?? this.state.settings);
    this.companions = null;
    this.coordinates = [];
  }

  private zoom(range: [number, number] | null): void {
    this.state.range = range;
    this.refresh();
  }

  private refresh(): void {
    this.redrawer.ask();
  }

  private async load(since: number): Promise<void> {
    const [from, to] = this.state.range ?? [0, undefined];
    const pixels = this.timeline.pixels();
    const companions = this.accompany();
    try {
      const body = { experiment: record(this.state), from, to, pixels, columns: Timeline.COLUMNS };
      this.result = await post<PlayResult>('/api/play', body);
    } catch (error) {
      if (!superseded(error)) this.say(error instanceof Error ? error.message : String(error));
      return;
    }
    const result = this.result;
    this.say(result.outcome === 'diverged' ? `diverges at step ${whole(result.lastStep)}` : '');
    this.learnCoordinates(result);
    await this.timeline.draw(result, this.coordinates);
    await painted();
    performance.measure('input to timeline', { start: since, end: performance.now() });
    this.later();
    this.companions = await companions;
    await this.plane.draw(result, this.state.settings, this.companions);
    await this.space.draw(result, this.companions);
    await painted();
    performance.measure('input to frame', { start: since, end: performance.now() });
  }

  /** Which parameters there are to draw: the run says so. */
  private learnCoordinates(result: PlayResult): void {
    const names = Object.keys(result.path).filter(n => n !== 'step');
    if (names.join() === this.coordinates.join()) return;
    this.coordinates = names;
    const draggable = this.model.settings.filter(s => s.start).map(s => s.name);
    this.plane.coordinates(names, draggable);
    this.space.coordinates(names, this.state.camera);
  }

  private shownNow(): Shown {
    const plot = (element: HTMLElement) => element.querySelector<HTMLElement>('.js-plotly-plot');
    const preset = presetOf(this.state, this.catalogue);
    return {
      experiment: record(this.state),
      name: preset?.name ?? this.state.model,
      about: preset
        ? [`${preset.shows}. ${preset.source}.`, this.window.textContent]
        : [this.window.textContent],
      timeline: this.timeline.plot,
      plane: plot(this.plane.element),
      space: this.space.figure(),
      claims: this.claims.table,
    };
  }

  /** What may come a moment after the timeline: the claims, the address. */
  private later(): void {
    if (this.result?.columns.phase) this.phases.phases();
    else this.phases.show([]);
    this.presets.show(presetOf(this.state, this.catalogue), this.state.model);
    this.goTo(this.state.step);
    clearTimeout(this.rest);
    this.claims.wait();
    this.rest = window.setTimeout(() => void this.check(), REST);
  }

  /** What is drawn beside the run; of an experiment that is refused, the run's own request says why. */
  private async accompany(): Promise<Companions | null> {
    try {
      const companions = await post<Companions>('/api/companions', { experiment: record(this.state) });
      this.settings.band('eta', open(companions.window));
      this.window.textContent = windowText(companions.window, Number(this.state.settings.eta));
      return companions;
    } catch (error) {
      return superseded(error) ? this.companions : null;
    }
  }

  private async check(): Promise<void> {
    try {
      this.claims.show(await post<Claims>('/api/claims', { experiment: record(this.state) }));
    } catch (error) {
      if (!superseded(error)) this.claims.say(error instanceof Error ? error.message : String(error));
    }
  }

  private redraw(): void {
    if (this.result && this.element.isConnected) this.refresh();
  }

  private say(text: string): void {
    this.problem.textContent = text;
    this.problem.hidden = text === '';
  }

  /** Writes the address once the hand rests: browsers refuse to have it written often. */
  private remember(): void {
    clearTimeout(this.writing);
    this.writing = window.setTimeout(() => {
      if (this.element.isConnected) history.replaceState(null, '', `#/play?${toQuery(this.state)}`);
    }, REST);
  }
}
