/**
 * Colours of plots. The series are after Okabe and Ito's, which colour-blind people tell apart, each changed until it has a
 * contrast of 3 : 1 with its paper.
 */
export interface Palette {
  text: string;
  muted: string;
  grid: string;
  paper: string;
  accent: string;
  series: string[];
  phases: string[];
}

const LIGHT: Palette = {
  text: '#1b1f24',
  muted: '#5b6470',
  grid: '#e6e8eb',
  paper: '#ffffff',
  accent: '#0b5c8f',
  series: ['#00548c', '#bf3f00', '#00966c', '#c86aa0', '#b88a00', '#3a9ad6'],
  phases: ['', 'rgba(86,180,233,.16)', 'rgba(230,159,0,.20)', 'rgba(0,158,115,.18)'],
};

const DARK: Palette = {
  text: '#e8eaed',
  muted: '#9aa4b0',
  grid: '#2a3038',
  paper: '#15191e',
  accent: '#6cc0f0',
  series: ['#56b4e9', '#f0853a', '#20c29a', '#e39cc4', '#f0c419', '#d5d9e0'],
  phases: ['', 'rgba(86,180,233,.14)', 'rgba(230,159,0,.18)', 'rgba(0,158,115,.20)'],
};

export type Theme = 'light' | 'dark';
const KEY = 'eoslab-theme';
const listeners: (() => void)[] = [];

let current = preferred();

/** The theme chosen here, else the system's. */
function preferred(): Theme {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The theme on the screen. */
export function theme(): Theme {
  return current;
}

export function palette(): Palette {
  return current === 'dark' ? DARK : LIGHT;
}

/** Shows the theme, and tells the plots when it changes. */
export function applyTheme(): void {
  current = preferred();
  document.documentElement.dataset.theme = current;
  listeners.forEach(f => f());
}

export function toggleTheme(): void {
  localStorage.setItem(KEY, theme() === 'dark' ? 'light' : 'dark');
  applyTheme();
}

export function onTheme(listener: () => void): void {
  listeners.push(listener);
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme);
