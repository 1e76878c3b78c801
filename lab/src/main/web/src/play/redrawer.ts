/** A redraw that lasts longer than this gives way to a newer input, in milliseconds. */
const PATIENCE = 150;

/**
 * Redraws at once, and while one redraw is under way lets newer input wait for its end, so that a drag always shows something;
 * but a redraw that takes long is abandoned for the newest.
 */
export class Redrawer {
  /** The time of the oldest input that no redraw has taken up; 0 when there is none. */
  private input = 0;
  private began = 0;
  private running = 0;

  /** `redraw` gets the time of the oldest input that it shows. */
  constructor(private readonly redraw: (since: number) => Promise<void>) {}

  ask(): void {
    // The time of the event itself: the page may have been busy when it came.
    if (this.input === 0) this.input = window.event?.timeStamp ?? performance.now();
    if (this.running === 0 || performance.now() - this.began > PATIENCE) void this.work();
  }

  private async work(): Promise<void> {
    const since = this.input;
    this.input = 0;
    this.began = performance.now();
    this.running++;
    try {
      await this.redraw(since);
    } finally {
      this.running--;
      if (this.input !== 0 && this.running === 0) void this.work();
    }
  }
}
