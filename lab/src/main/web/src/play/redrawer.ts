/** A request that lasts longer than this gives way to a newer input, in milliseconds. */
const PATIENCE = 150;

/**
 * Asks at once, and while an answer is on its way lets newer input wait for it, so that a drag always shows something; but one that takes
 * long is abandoned for the newest. The next request is on its way while an answer is drawn.
 */
export class Redrawer<T> {
  /** The time of the oldest input that no request has taken up; 0 when there is none. */
  private input = 0;
  private began = 0;
  private running = 0;

  /**
   * @param request null when there is nothing to show
   * @param show gets the time of the oldest input that the answer is to
   */
  constructor(
    private readonly request: () => Promise<T | null>,
    private readonly show: (answer: T, since: number) => void,
  ) {}

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
    let answer: T | null = null;
    try {
      answer = await this.request();
    } finally {
      this.running--;
      if (this.input !== 0 && this.running === 0) void this.work();
    }
    if (answer !== null) this.show(answer, since);
  }
}
