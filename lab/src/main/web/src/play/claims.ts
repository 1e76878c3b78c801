import { fill, h } from '../dom';
import { type Event, Part } from '../freshness';
import { number, whole } from '../format';
import type { Claim, Claims } from '../types';

const MARKS: Record<string, string> = {
  holds: '✓',
  proved: '✓',
  fails: '✕',
  disproved: '✕',
  'not applicable': '–',
  'not reached': '…',
  undecided: '?',
};

/** The claims of the paper, each with its verdict, its margin and a jump to its worst step. */
export class ClaimsTable {
  private readonly body = h('tbody');
  private readonly note = h('p', { class: 'note' });
  readonly table = h(
    'table',
    { class: 'claims' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...['Claim', 'Verdict'].map(t => h('th', { scope: 'col' }, t)),
        ...['Margin', 'Worst step'].map(t => h('th', { scope: 'col', class: 'num' }, t)),
      ),
    ),
    this.body,
  );
  readonly element = h(
    'div',
    { class: 'card claimsbox' },
    h('h2', {}, 'Claims'),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Claims' }, this.table),
    this.note,
  );

  private readonly part = new Part(this.table, () => {
    fill(this.body);
    this.table.hidden = true;
    this.note.textContent = '';
  });

  constructor(private readonly jump: (step: number) => void) {}

  /** Whether they are those of the run on the screen. */
  get fresh(): boolean {
    return this.part.fresh;
  }

  /** What it says below the claims, or in their place. */
  get words(): string {
    return this.note.textContent;
  }

  mark(event: Event): void {
    this.part.mark(event);
    if (event === 'other') this.note.textContent = 'checking …';
  }

  show(claims: Claims): void {
    this.part.mark('shown');
    fill(this.body, ...claims.claims.flatMap(c => this.rows(c)));
    this.table.hidden = claims.claims.length === 0;
    const certificate = claims.certificate;
    this.note.textContent = certificate
      ? `From step ${whole(certificate.step)} on, convergence is certain for all later steps: the sharpness tends to a value ` +
        `between ${number(certificate.limitSharpnessLow, 7)} and ${number(certificate.limitSharpnessHigh, 7)}.`
      : claims.claims.length === 0
        ? 'There are no claims about this model.'
        : '';
  }

  /** There are none, for a reason. */
  fail(why: string): void {
    this.part.mark('failed');
    this.note.textContent = why;
  }

  /** A claim, and what it states, which a click shows. */
  private rows(claim: Claim): HTMLElement[] {
    const attained = claim.attained && `attained: ${claim.attained}`;
    const lines = [claim.statement, attained, claim.note, claim.source].filter(Boolean);
    const detail = h(
      'tr',
      { class: 'detail', hidden: true },
      h('td', { colspan: 4 }, ...lines.map(line => h('div', {}, line))),
    );
    const name = h(
      'button',
      {
        type: 'button',
        class: 'claim',
        'aria-expanded': 'false',
        'aria-label': `${claim.id}: ${claim.statement}`,
        title: 'what it states',
        onclick: () => {
          detail.hidden = !detail.hidden;
          name.setAttribute('aria-expanded', String(!detail.hidden));
        },
      },
      ...claim.id.split(/(?<=\.)/).flatMap((part, i) => (i === 0 ? [part] : [h('wbr'), part])),
    );
    return [this.row(claim, name), detail];
  }

  private row(claim: Claim, name: HTMLElement): HTMLElement {
    return h(
      'tr',
      { class: claim.verdict.replace(' ', '-') },
      h('th', { scope: 'row' }, name),
      h(
        'td',
        { class: 'verdict' },
        h('span', { 'aria-hidden': true }, MARKS[claim.verdict] ?? '?'),
        ` ${claim.verdict}`,
      ),
      h('td', { class: 'num' }, number(claim.margin, 3)),
      h(
        'td',
        { class: 'num' },
        claim.worstStep !== null &&
          h(
            'button',
            {
              type: 'button',
              class: 'link',
              'aria-label': `step ${whole(claim.worstStep)}, the worst of ${claim.id}: go there`,
              onclick: () => this.jump(claim.worstStep ?? 0),
            },
            whole(claim.worstStep),
          ),
      ),
    );
  }
}
