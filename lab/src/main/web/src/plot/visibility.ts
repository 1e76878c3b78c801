/** A drawing that is made at once while its element is in sight, and otherwise once it comes into sight. */
export class Visibility {
  private seen = true;
  private late = false;
  private readonly observer: IntersectionObserver;

  constructor(
    element: Element,
    private readonly draw: () => void,
  ) {
    this.observer = new IntersectionObserver(entries => {
      this.seen = entries.at(-1)!.isIntersecting;
      if (this.seen && this.late) this.ask();
    });
    this.observer.observe(element);
  }

  ask(): void {
    this.late = !this.seen;
    if (this.seen) this.draw();
  }

  close(): void {
    this.observer.disconnect();
  }
}
