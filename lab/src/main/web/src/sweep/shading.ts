import { mixed } from '../plot/mixed';
import { palette, theme } from '../plot/theme';
import { PASSAGES } from './passage';

/** Where a run stands at its last step, in the order of the colours, from calm to wild, with what it means. */
const REGIMES: Record<string, string> = {
  stable: 'has not crossed the edge, nor come to rest',
  converged: 'has come to rest',
  edge: 'has crossed the edge and not come to rest',
  collapsed: 'was thrown from beyond the edge to a tenth of it',
  diverged: 'grows beyond all numbers',
};

const MEANINGS: Record<string, Record<string, string>> = { regime: REGIMES, passage: PASSAGES };

/** As in the pictures of a sweep: sky, blue, orange, purple, vermilion; a passage has the colours of the regimes most like it. */
const COLOURS: Record<string, number[]> = { regime: [5, 0, 4, 3, 1], passage: [5, 0, 3, 4, 1] };

type Value = number | string | null | undefined;

/** How a column is coloured: texts each by a colour of its own, numbers along a scale. */
export class Shading {
  /** The texts; null for numbers. */
  readonly names: string[] | null;

  constructor(
    readonly column: string,
    values: Value[] = [],
  ) {
    // The labels of a traced border are texts also where they are counts.
    const texts = new Set(
      values.filter((v): v is string => typeof v === 'string' && Number.isNaN(Number(v))),
    );
    const meanings = MEANINGS[column];
    this.names = meanings ? Object.keys(meanings) : texts.size > 0 ? [...texts].sort() : null;
  }

  /** The number that a value's colour is at: a text's place, or the number itself; none where a count is negative for never. */
  number(value: Value): number | null {
    if (this.names) return this.names.indexOf(String(value));
    return value === null || value === undefined || Number(value) < 0 ? null : Number(value);
  }

  /** The ends of those numbers; none where they are those of the values. */
  get ends(): [number, number] | null {
    return this.names && [-0.5, this.names.length - 0.5];
  }

  /** The texts with their colours. */
  get key(): { name: string; colour: string; area: true }[] {
    const { series, paper } = palette();
    // Areas of a colour that a line needs are too bright for a dark page.
    const all = theme() === 'dark' ? series.map(colour => mixed(colour, paper, 0.62)) : series;
    const own = COLOURS[this.column]?.map(i => all[i]) ?? all;
    const meanings = MEANINGS[this.column];
    const described = (name: string) => (meanings ? `${name}: ${meanings[name]}` : name);
    return (this.names ?? []).map((name, i) => ({
      name: described(name),
      colour: own[i % own.length]!,
      area: true,
    }));
  }

  /** What Plotly is to be told. */
  get style(): object {
    if (!this.names) {
      const tickfont = { color: palette().muted };
      return { colorscale: 'Viridis', showscale: true, colorbar: { thickness: 12, tickfont } };
    }
    const n = this.names.length;
    const colorscale = this.key.flatMap(({ colour }, i) => [
      [i / n, colour],
      [(i + 1) / n, colour],
    ]);
    return { colorscale, showscale: false };
  }
}
