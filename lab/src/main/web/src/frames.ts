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
