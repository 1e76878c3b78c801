import { fill, h } from '../../dom';

/** A statement held against a run, and what came out. */
export interface Entry {
  words: string;
  verdict: 'holds' | 'fails' | 'open';
  /** By how much, or why it is open. */
  outcome: string;
}

export interface Part {
  title: string;
  entries: Entry[];
}

/** Statements in words, where other chapters have a picture. */
export interface Ledger {
  parts: Part[];
  /** What is said below them. */
  note: string;
}

const SIGNS = { holds: '✓', fails: '✗', open: '–' };
const SAID = { holds: 'holds', fails: 'fails', open: 'open' };

/** The statements as a table; while they stay the same only what came out is written anew. */
export class LedgerTable {
  readonly element = h('div', { class: 'ledger', hidden: true });
  private rows: HTMLElement[] = [];
  private note = h('p', { class: 'note' });
  private statements = '';

  show(ledger: Ledger | undefined): void {
    this.element.hidden = ledger === undefined;
    if (!ledger) return;
    const statements = JSON.stringify(ledger.parts.map(part => [part.title, part.entries.map(e => e.words)]));
    if (statements !== this.statements) this.build(ledger.parts);
    this.statements = statements;
    const entries = ledger.parts.flatMap(part => part.entries);
    entries.forEach((entry, i) => write(this.rows[i]!, entry));
    this.note.textContent = ledger.note;
  }

  private build(parts: Part[]): void {
    this.rows = [];
    const bodies = parts.map(({ title, entries }) =>
      h(
        'tbody',
        {},
        h('tr', {}, h('th', { scope: 'rowgroup', colspan: 3 }, title)),
        ...entries.map(({ words }) => this.row(words)),
      ),
    );
    const head = h(
      'thead',
      {},
      h('tr', {}, h('td'), h('th', { scope: 'col' }, 'statement'), h('th', { scope: 'col' }, 'margin')),
    );
    fill(this.element, h('table', {}, head, ...bodies), this.note);
  }

  private row(words: string): HTMLElement {
    const row = h(
      'tr',
      {},
      h('td', { class: 'sign' }, h('span', { role: 'img' })),
      h('td', {}, words),
      h('td'),
    );
    this.rows.push(row);
    return row;
  }
}

function write(row: HTMLElement, { verdict, outcome }: Entry): void {
  const [cell, , margin] = row.children;
  const sign = cell!.firstElementChild!;
  row.className = verdict;
  sign.textContent = SIGNS[verdict];
  sign.setAttribute('aria-label', SAID[verdict]);
  margin!.textContent = outcome;
}
