/** Ends when the frame that shows what was drawn last has been painted. */
export function painted(): Promise<void> {
  return new Promise(done => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(null);
    });
  });
}

/** Ends when the page has nothing better to do, or after `patience` milliseconds. */
export function idle(patience: number): Promise<void> {
  return new Promise(done => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: patience });
    else setTimeout(done, patience / 4);
  });
}

/** Ends after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, milliseconds));
}
