import { TAB } from './api';
import { connection } from './connection';

let source: EventSource | null = null;
const listeners: [string, (event: MessageEvent<string>) => void][] = [];

/** Hears the server's events of one name; the stream opens with the first listener and reconnects by itself. */
export function listen<T>(name: string, heard: (value: T) => void): void {
  const listener = (event: MessageEvent<string>) => heard(JSON.parse(event.data) as T);
  listeners.push([name, listener]);
  if (source) source.addEventListener(name, listener);
  else open();
}

/** Opens the stream: while it is open, the server works for this tab. */
export function open(): void {
  if (source) return;
  source = new EventSource(`/api/events?tab=${TAB}`);
  source.addEventListener('open', () => connection.answer());
  source.addEventListener('error', () => connection.fail());
  for (const [name, listener] of listeners) source.addEventListener(name, listener);
}

// A browser that keeps the page to come back to keeps its stream too, and has six connections to a server in all.
window.addEventListener('pagehide', () => {
  source?.close();
  source = null;
});
window.addEventListener('pageshow', event => {
  if (event.persisted) open();
});

// The browser opens a broken stream again by itself, but not one that was refused.
connection.onChange(up => {
  if (!up || source?.readyState !== EventSource.CLOSED) return;
  source = null;
  open();
});
