import { get } from './api';
import { CompareView } from './compare/view';
import { connection } from './connection';
import { fill, h } from './dom';
import { open } from './events';
import { PlayView } from './play/view';
import { applyTheme, onTheme, theme, toggleTheme } from './plot/theme';
import { StoryView } from './story/view';
import { SweepView } from './sweep/view';
import { Tour } from './tour/tour';
import type { Catalogue } from './types';
import { WatchView } from './watch/view';

interface View {
  element: HTMLElement;
  shown(query: URLSearchParams): void;
  hidden(): void;
  /** Fetches all that it shows once more: the server is back, and may be another one. */
  again(): void;
}

const NAMES = { story: 'Story', play: 'Play', watch: 'Watch', compare: 'Compare', sweep: 'Sweep' } as const;
export type Name = keyof typeof NAMES;

/** What each view is, for who cannot see it; the story says it itself. */
const HEADINGS: Record<Exclude<Name, 'story'>, string> = {
  play: 'Play: a small model at the edge of stability, under your hand',
  watch: 'Watch: training runs as they go',
  compare: 'Compare: stored runs and sweeps',
  sweep: 'Sweep: a diagram of many runs',
};

const main = document.querySelector<HTMLElement>('#view')!;
const bar = document.querySelector<HTMLElement>('#bar')!;
const links = Object.fromEntries(
  Object.entries(NAMES).map(([n, title]) => [n, h('a', { href: `#/${n}` }, title)]),
) as Record<Name, HTMLAnchorElement>;
const otherTheme = h('button', { type: 'button', class: 'quiet', onclick: toggleTheme });
const views = new Map<Name, View>();
let offered: readonly Name[] = ['story', 'play'];
let current: View | null = null;
let tour: Tour | null = null;

function route(): { name: Name; query: URLSearchParams } {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return {
    name: offered.includes(path as Name) ? (path as Name) : 'story',
    query: new URLSearchParams(query),
  };
}

function build(name: Name, catalogue: Catalogue, query: URLSearchParams): View {
  switch (name) {
    case 'watch':
      return new WatchView(catalogue, query);
    case 'sweep':
      return new SweepView(catalogue, query);
    case 'compare':
      return new CompareView(query);
    case 'play':
      return new PlayView(catalogue, query);
    default:
      return new StoryView();
  }
}

function show(catalogue: Catalogue): void {
  const { name, query } = route();
  const view = views.get(name) ?? build(name, catalogue, query);
  views.set(name, view);
  if (view !== current) {
    const other = current !== null;
    current?.hidden();
    current = view;
    fill(main, name !== 'story' && h('h1', { class: 'hush' }, HEADINGS[name]), view.element);
    // One that comes after another begins at its top; the story goes on to where it was left.
    if (other) scrollTo(0, 0);
  }
  document.title = `${NAMES[name]} · EoS Lab`;
  dress(name);
  if (name !== 'play') tour?.end();
  view.shown(query);
}

/** Says at the top of the page that the server does not answer, for as long as it does not. */
function watchConnection(): void {
  const banner = h(
    'p',
    { class: 'banner', hidden: true },
    'The connection to the server is lost; trying again. What is shown may be out of date.',
  );
  document.querySelector('#notices')!.append(banner);
  connection.onChange(up => {
    banner.hidden = up;
    if (up) current?.again();
  });
}

function buildBar(catalogue: Catalogue): void {
  fill(
    bar,
    h('a', { class: 'brand', href: '#/' }, 'EoS Lab', ' ', h('span', {}, 'edge of stability')),
    h(
      'nav',
      { 'aria-label': 'Views' },
      ...offered.map(n => links[n]),
      h('a', { href: 'docs/index.html' }, 'Docs'),
    ),
    tourButton(catalogue),
    otherTheme,
  );
}

function tourButton(catalogue: Catalogue): HTMLButtonElement {
  const button = h(
    'button',
    { type: 'button', class: 'quiet', onclick: () => startTour(catalogue, button) },
    'Tour',
  );
  return button;
}

/** Marks the view on the screen and names the other theme; what the keyboard is on stays. */
function dress(name: Name): void {
  for (const [n, link] of Object.entries(links)) {
    if (n === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  otherTheme.textContent = theme() === 'dark' ? 'Light' : 'Dark';
  otherTheme.setAttribute('aria-label', `${otherTheme.textContent} theme`);
}

function startTour(catalogue: Catalogue, button: HTMLElement): void {
  tour?.end();
  const { name } = route();
  const from =
    name === 'play'
      ? null
      : { title: name === 'story' ? 'the story' : NAMES[name], address: location.hash || '#/story' };
  location.hash = '#/play';
  show(catalogue);
  const play = views.get('play');
  if (play instanceof PlayView) {
    tour = new Tour(play, button, from);
    tour.start();
  }
}

// Its own address would be taken for that of a view.
document.querySelector('.skip')?.addEventListener('click', e => {
  e.preventDefault();
  main.focus();
});

/**
 * Shows the page.
 *
 * @param names the views that it has
 * @param live whether there is a server that tells of runs as they go
 */
export async function start(names: readonly Name[], live: boolean): Promise<void> {
  offered = names;
  applyTheme();
  try {
    const catalogue = await get<Catalogue>('/api/catalogue');
    if (live) open();
    watchConnection();
    buildBar(catalogue);
    onTheme(() => dress(route().name));
    window.addEventListener('hashchange', () => show(catalogue));
    show(catalogue);
  } catch (error) {
    fill(main, h('p', { class: 'problem' }, `The server does not answer: ${String(error)}`));
  }
}
