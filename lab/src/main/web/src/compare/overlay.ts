import type { Data, Layout } from 'plotly.js';
import { h } from '../dom';
import { plain, words } from '../format';
import { axis, baseLayout, draw, plotElement } from '../plot/figure';
import { palette } from '../plot/theme';
import type { RunColumns, Series } from '../types';

export interface Shown {
  id: string;
  label: string;
  columns: RunColumns;
}

/** The value of a rising series at a step, between its points by proportion. */
function at(series: Series, step: number): number {
  const { step: steps, value: values } = series;
  let high = steps.findIndex(s => s >= step);
  if (high < 0) high = steps.length - 1;
  const low = Math.max(0, high - 1);
  const span = steps[high]! - steps[low]!;
  const t = span === 0 ? 0 : (step - steps[low]!) / span;
  return values[low]! + t * (values[high]! - values[low]!);
}

/** One column of several runs, over steps or over time η·t. */
export class Overlay {
  readonly plot = plotElement();
  readonly element = h('div', { class: 'plotbox medium' }, this.plot);

  draw(shown: Shown[], column: string, time: boolean, log: boolean): Promise<void> {
    const { series, text } = palette();
    const data: Data[] = shown.flatMap((run, i) => {
      const values = run.columns.columns[column];
      const clock = run.columns.columns.time;
      if (!values) return [];
      return [
        {
          type: 'scatter',
          mode: 'lines',
          name: plain(run.label),
          x: time && clock ? values.step.map(s => at(clock, s)) : values.step,
          y: values.value,
          line: { color: series[i % series.length], width: 1.5, dash: i < series.length ? 'solid' : 'dash' },
          hovertemplate: `%{y:.5g}<extra>${plain(run.label)}</extra>`,
        } as Data,
      ];
    });
    const layout = {
      ...baseLayout(),
      margin: { l: 72, r: 14, t: 8, b: 40 },
      showlegend: data.length > 0,
      legend: { orientation: 'h', x: 0, y: 1, yanchor: 'bottom', font: { color: text, size: 12 } },
      xaxis: axis({ title: { text: time ? 'time η·t' : 'step', standoff: 4 } }),
      yaxis: axis({
        title: { text: plain(words(column)), standoff: 6 },
        type: log ? 'log' : 'linear',
      }),
    } as Partial<Layout>;
    return draw(this.plot, data, layout);
  }
}
