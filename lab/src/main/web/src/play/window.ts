import { number } from '../format';
import type { Overlays } from '../types';

type Window = NonNullable<Overlays['window']>;

/** The window when it holds any learning rate. */
export function open(w: Window | null): Window | null {
  return w && w.low < w.high && w.whyEmpty === '' ? w : null;
}

/** Where η stands to the window of learning rates that carry this start to the edge, and what follows from it. */
export function windowText(w: Window | null, eta: number): string {
  if (!w) return '';
  if (w.whyEmpty) return empty(w.whyEmpty);
  const other = w.provedWith ? `, with ${w.provedWith}, which this run does not have,` : '';
  const range = `From this start every η with ${number(w.low)}\u00a0<\u00a0η\u00a0≤\u00a0${number(w.high)} is proved${other} to reach the edge and to settle there (the EoS window)`;
  if (eta <= w.low) return `${range}. η is below it: the run stays under the edge.`;
  return eta > w.high ? `${range}. η is above it: ${beyond(w.limitedBy)}` : `${range}. η lies in it.`;
}

/** What a learning rate beyond the window means, by the condition of the paper that ends it. */
function beyond(limitedBy: string): string {
  if (limitedBy.startsWith('S1:')) return 'the run starts beyond the edge.';
  return `the proof does not cover it, as it asks for ${condition(limitedBy)}; watch what the run does.`;
}

/** Why there is no window. */
function empty(why: string): string {
  const violated = /^the start violates (S\d), (.*?): (.*)$/.exec(why);
  if (violated) {
    const [, id, asked, found] = violated;
    return `No η is proved to carry this start to the edge: the proof asks for ${asked} (condition ${id}), and ${found}.`;
  }
  const apart =
    /^gradient flow ends sharper than 2\/η only for η > (.*), and (S\d: .*) allows η ≤ (.*)$/.exec(why);
  if (!apart) return `No η is proved to carry this start to the edge: ${why}.`;
  const [, low, limit, high] = apart;
  return (
    `No η is proved to carry this start to the edge: it is reached only with η > ${number(Number(low))}, and the proof ` +
    `asks for η ≤ ${number(Number(high))} (${limit}).`
  );
}

/** `S5: η²λ₁λ₂ ≤ 0.1` as η²λ₁λ₂ ≤ 0.1 (condition S5). */
function condition(limit: string): string {
  const [id, statement] = limit.split(': ');
  return statement ? `${statement} (condition ${id})` : limit;
}
