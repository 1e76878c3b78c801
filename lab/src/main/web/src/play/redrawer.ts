/** A request that lasts longer than this gives way to a newer input, in milliseconds. */
const PATIENCE = 150;

/**
 * Redraws at most once a frame. While one redraw is under way, newer input waits for its end, so that a drag always shows
 * something; but one that takes long is abandoned for the newest.
 */
export class Redrawer {
  private input = 0;
  private began = 0;
  private running = 0;
  private scheduled = false;

  /** `redraw` gets the time of the oldest input that it shows. */
  constructor(private readonly redraw: (since: number) => Promise<void>) {}

  ask(): void {
    if (this.input === 0) this.input = performance.now();
    if (this.running === 0 || performance.now() - this.began > PATIENCE) this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => void this.work());
  }

  private async work(): Promise<void> {
    this.scheduled = false;
    const since = this.input;
    this.input = 0;
    this.began = performance.now();
    this.running++;
    try {
      await this.redraw(since);
    } finally {
      this.running--;
      if (this.input !== 0) this.schedule();
    }
  }
}
