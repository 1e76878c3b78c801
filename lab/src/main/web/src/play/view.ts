import { fill, h } from '../dom';
import { type Event, Part } from '../freshness';
import { sentence } from '../format';
import { onTheme } from '../plot/theme';
import { exportMenu } from '../exportmenu';
import type { Catalogue, Overlays, Model, PlayResult, Preset, Schema, Setting, Value } from '../types';
import { ClaimsTable } from './claims';
import { exports, type Shown } from './exports';
import { FormulaField } from './formula';
import { Presets } from './presets';
import { Readout } from './readout';
import { Result } from './result';
import { Runner } from './runner';
import { plainName } from './speech';
import { SettingsPanel } from './settings';
import { Stage } from './stage';
import { fits, fromPreset, fromQuery, type PlayState, presetOf, record, toQuery } from './state';
import { Transport } from './transport';
import { open, windowText } from './window';

/** How long nothing moves before the address is written, in milliseconds. */
const REST = 180;

/** Play: every setting of a small model under the hand, its run on the screen at once. */
export class PlayView {
  readonly element = h('div', { class: 'play' });
  private state: PlayState;
  private result: PlayResult | null = null;
  private readonly settings = new SettingsPanel(
    (name, value) => this.change({ [name]: value }),
    setting => this.hold(setting),
  );
  private readonly formula = new FormulaField(
    () => record(this.state),
    schema => this.learnt(schema),
  );
  /** The model with the settings that it has here: a formula's depend on its text. */
  private model!: Model;
  private readonly stage = new Stage({
    goTo: step => this.goTo(step),
    zoom: range => this.zoom(range),
    start: start => this.change(start),
    rate: eta => this.change({ eta }),
    turn: eye => {
      this.state.camera = eye;
      this.remember();
    },
  });
  private readonly claims = new ClaimsTable(step => this.goTo(step));
  private readonly transport = new Transport(step => this.goTo(step));
  private readonly readout = new Readout(
    exact => this.stage.read(exact),
    name => this.model.settings.find(s => s.start && plainName(s) === name)?.description,
  );
  private readonly presets: Presets;
  private readonly problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  private readonly runner = new Runner(
    () => this.state,
    () => this.model,
    this.stage,
    this.claims,
    {
      drawn: result => this.drawn(result),
      problem: text => this.say(text),
      beside: overlays => this.besides(overlays),
      mark: event => this.mark(event),
    },
  );
  private readonly window = h('p', { class: 'note patient' });
  private readonly outcome = new Result();
  private readonly windowPart = new Part(this.window, () => (this.window.textContent = ''));
  private writing = 0;
  /** What of the state the address in the history holds; nothing before it has been written. */
  private written = '';
  /** The preset that the settings were last. */
  private origin: Preset | undefined;
  /** Whether all settings are known that the state's text names. */
  private complete = true;

  constructor(
    private readonly catalogue: Catalogue,
    query: URLSearchParams,
  ) {
    this.state = fromQuery(query, catalogue) ?? fromPreset(catalogue.presets[0]!);
    this.presets = new Presets(catalogue, name => this.choose(name));
    this.compose();
    this.enter();
    onTheme(() => this.redraw());
  }

  /** The view went on the screen. */
  shown(query: URLSearchParams): void {
    const asked = query.size > 0 ? fromQuery(query, this.catalogue) : null;
    if (asked && toQuery(asked) !== toQuery(this.state)) {
      this.state = asked;
      this.written = '';
      this.enter();
    }
    this.refresh();
  }

  hidden(): void {
    this.transport.pause();
  }

  again(): void {
    this.refresh();
  }

  /** Changes some settings, as a hand on a slider does. */
  change(settings: Record<string, Value>): void {
    Object.assign(this.state.settings, settings);
    if ('steps' in settings) this.state.range = null;
    this.settings.show(settings);
    // A hand that goes on moves no address, however slowly its runs come.
    this.remember();
    this.refresh();
  }

  /** Starts from a preset. */
  choose(name: string): void {
    const preset = this.catalogue.presets.find(p => p.name === name);
    if (!preset) return;
    this.state = fromPreset(preset);
    this.enter();
    this.refresh();
  }

  /** A setting's value, as a number. */
  setting(name: string): number {
    return Number(this.state.settings[name]);
  }

  goTo(step: number): void {
    const last = this.result?.lastStep ?? step;
    this.state.step = Math.min(last, Math.max(0, Math.round(step)));
    this.stage.moveTo(this.state.step);
    this.transport.show(this.state.step, last);
    this.readout.show(record(this.state), this.state.step);
    this.remember();
  }

  /** Shows the settings of another state; those of a text that is no preset's are asked for. */
  private enter(): void {
    this.model = this.catalogue.models.find(m => m.name === this.state.model)!;
    this.complete = this.model.naming === null || fits(this.model, this.state.settings);
    this.rebuild();
    if (!this.complete) void this.formula.ask();
  }

  /** What the settings are, now that the text is another. */
  private learnt(schema: Schema): void {
    const { name, settings, live, naming, values } = schema;
    const same =
      this.complete && fits({ ...this.model, settings }, this.state.settings) && name === this.model.name;
    this.model = { name, settings, live, naming };
    this.state.model = name;
    this.state.settings = values;
    this.complete = true;
    if (same) this.settings.show(values);
    else this.rebuild();
    this.refresh();
  }

  /** Makes a parameter a constant of the same value, or the other way round. */
  private hold({ name, start }: Setting): void {
    const bare = name.replace(/^(start|constants)\./, '');
    const value = this.state.settings[name]!;
    void this.formula.ask({ [start ? `constants.${bare}` : `start.${bare}`]: value }, [name]);
  }

  private compose(): void {
    fill(
      this.element,
      h(
        'aside',
        { class: 'controls', 'aria-label': 'Experiment' },
        this.presets.element,
        this.formula.element,
        this.problem,
        this.stage.strip.element,
        this.settings.element,
        this.window,
      ),
      h(
        'section',
        { class: 'charts', 'aria-label': 'Run' },
        h(
          'div',
          { class: 'row' },
          this.stage.phases.element,
          h('span', { class: 'grow' }),
          exportMenu(exports(() => this.shownNow())),
        ),
        this.outcome.element,
        this.stage.charts,
        this.transport.element,
        this.readout.element,
      ),
      h(
        'section',
        { class: 'side', 'aria-label': 'Trajectory and claims' },
        this.stage.paths,
        this.stage.line.element,
        this.claims.element,
      ),
    );
  }

  /** The first preset of the model; a formula of one's own comes from none, and has its sliders around what it starts from. */
  private firstPreset(): Preset | undefined {
    return this.model.naming === null
      ? this.catalogue.presets.find(p => p.model === this.state.model)
      : undefined;
  }

  /** The step size that the slider is centred on. */
  private centre(): number {
    const preset = presetOf(this.state, this.catalogue) ?? this.origin ?? this.firstPreset();
    return Number(preset?.settings.eta ?? this.state.settings.eta);
  }

  private rebuild(): void {
    const preset = presetOf(this.state, this.catalogue);
    const centre = preset ?? this.firstPreset();
    this.settings.build(this.model, this.state.settings, centre?.settings ?? { ...this.state.settings });
    const naming = this.model.settings.find(s => s.name === this.model.naming);
    this.formula.show(this.model.naming, this.state.settings, naming?.description);
    this.stage.forget();
  }

  private zoom(range: [number, number] | null): void {
    this.state.range = range;
    this.refresh();
  }

  private refresh(): void {
    const preset = presetOf(this.state, this.catalogue);
    if (preset) this.origin = preset;
    else if (this.origin?.model !== this.state.model) this.origin = this.firstPreset();
    this.presets.show(preset, this.origin, this.state.model);
    if (this.complete) this.runner.ask();
  }

  private mark(event: Event): void {
    this.readout.mark(event);
    this.outcome.mark(event);
    this.windowPart.mark(event);
  }

  private drawn(result: PlayResult): void {
    this.result = result;
    this.outcome.show(result);
    this.stage.line.show(record(this.state), Object.keys(result.path).slice(1), this.centre());
    this.goTo(this.state.step);
  }

  private besides(overlays: Overlays | null): void {
    const window = overlays?.window ?? null;
    this.settings.band('eta', open(window));
    this.window.textContent = windowText(window, this.setting('eta'));
    this.windowPart.mark('shown');
  }

  private shownNow(): Shown {
    const preset = presetOf(this.state, this.catalogue);
    const { timeline, plane, space, fresh } = this.stage;
    return {
      fresh,
      experiment: record(this.state),
      name: preset?.name ?? this.state.model,
      about: preset
        ? [`${sentence(preset.shows)}. ${preset.source}.`, this.outcome.words, this.window.textContent]
        : [this.outcome.words, this.window.textContent],
      timeline: timeline.picture(),
      plane: plane.picture(),
      space: space.figure(),
      claims: this.claims.fresh ? this.claims.table : null,
    };
  }

  private redraw(): void {
    if (this.result && this.element.isConnected) this.refresh();
  }

  private say(text: string): void {
    this.problem.textContent = text;
    this.problem.hidden = text === '';
  }

  /** Another experiment or another part of it is a new entry of the history, so that Back undoes it; where one looks is not. */
  private write(): void {
    const undoable = toQuery({ ...this.state, step: 0, camera: null });
    const address = `#/play?${toQuery(this.state)}`;
    if (this.written === '' || undoable === this.written) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.written = undoable;
  }

  /** Writes the address once the hand rests: browsers refuse to have it written often. */
  private remember(): void {
    clearTimeout(this.writing);
    this.writing = window.setTimeout(() => {
      if (this.element.isConnected) this.write();
    }, REST);
  }
}
