import { request } from './backend';

/** Milliseconds until a server that did not answer is asked again. */
const AGAIN = 2000;

/** Whether the server answers. */
class Connection {
  private up = true;
  private timer = 0;
  private readonly listeners: ((up: boolean) => void)[] = [];

  /** Tells when the connection is lost and when it is back. */
  onChange(listener: (up: boolean) => void): void {
    this.listeners.push(listener);
  }

  get lost(): boolean {
    return !this.up;
  }

  /** The server did not answer: it is asked until it does. */
  fail(): void {
    if (this.up) this.set(false);
    this.timer ||= window.setTimeout(() => void this.retry(), AGAIN);
  }

  /** The server has answered. */
  answer(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.up) this.set(true);
  }

  private async retry(): Promise<void> {
    this.timer = 0;
    try {
      await request('/api/live');
      this.answer();
    } catch {
      this.fail();
    }
  }

  private set(up: boolean): void {
    this.up = up;
    for (const listener of this.listeners) listener(up);
  }
}

export const connection = new Connection();
