import { colourFor, type Meaning } from './meaning';

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
  /** Tints of no meaning but their order: the colours have others. */
  phases: string[];
}

const LIGHT: Palette = {
  text: '#1b1f24',
  muted: '#5b6470',
  grid: '#e6e8eb',
  paper: '#ffffff',
  accent: '#0b5c8f',
  series: ['#00548c', '#bf3f00', '#00966c', '#c86aa0', '#b88a00', '#3a9ad6', '#6f55b0', '#a8124a'],
  phases: ['', 'rgba(27,31,36,.03)', 'rgba(27,31,36,.09)', 'rgba(27,31,36,.18)'],
};

const DARK: Palette = {
  text: '#e8eaed',
  muted: '#9aa4b0',
  grid: '#2a3038',
  paper: '#15191e',
  accent: '#6cc0f0',
  series: ['#56b4e9', '#f0853a', '#20c29a', '#e39cc4', '#f0c419', '#d5d9e0', '#b9a3f0', '#ff8097'],
  phases: ['', 'rgba(232,234,237,.03)', 'rgba(232,234,237,.09)', 'rgba(232,234,237,.19)'],
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

/** The colour that stands for something in the theme on the screen. */
export function meant(meaning: Meaning): string {
  return colourFor(palette(), meaning);
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
