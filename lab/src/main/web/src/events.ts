import { TAB } from './api';

let source: EventSource | null = null;

/** Hears the server's events of one name; the stream opens with the first listener and reconnects by itself. */
export function listen<T>(name: string, heard: (value: T) => void): void {
  open().addEventListener(name, e => heard(JSON.parse((e as MessageEvent<string>).data) as T));
}

/** Opens the stream: while it is open, the server works for this tab. */
export function open(): EventSource {
  source ??= new EventSource(`/api/events?tab=${TAB}`);
  return source;
}
