/** Calls back when the frame has been painted that is being prepared: for use before the next frame. */
function afterPaint(done: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done();
  port2.postMessage(null);
}

/**
 * A drawing that is made once before the next frame, however often it is asked for until then. One that takes longer than it may rests
 * as long afterwards, so that the page has time for the hand.
 */
export class FrameDrawing {
  private frame = 0;
  private again = 0;

  /**
   * @param painted is told when what was drawn is on the screen
   * @param most how long it may take for every frame, in milliseconds
   */
  constructor(
    private readonly draw: () => void,
    private readonly painted: () => void,
    private readonly most = Infinity,
  ) {}

  ask(): void {
    this.frame ||= requestAnimationFrame(now => this.run(now));
  }

  private run(now: number): void {
    this.frame = 0;
    if (now < this.again) {
      this.ask();
      return;
    }
    const began = performance.now();
    this.draw();
    const ended = performance.now();
    this.again = ended + Math.max(0, ended - began - this.most);
    afterPaint(this.painted);
  }
}
