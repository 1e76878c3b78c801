import { palette } from '../plot/theme';

/** The regimes in the order of their colours, from calm to wild. */
const REGIMES = ['stable', 'converged', 'edge', 'collapsed', 'diverged'];

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
    this.names = column === 'regime' ? REGIMES : texts.size > 0 ? [...texts].sort() : null;
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
    const { series } = palette();
    // As in the pictures of a sweep: sky, blue, orange, purple, vermilion.
    const own = this.names === REGIMES ? [5, 0, 4, 3, 1].map(i => series[i]) : series;
    return (this.names ?? []).map((name, i) => ({ name, colour: own[i % own.length]!, area: true }));
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
