/**
 * Lets what waits go first: input, painting, timers. Not by `setTimeout`, which browsers stretch to a second in the
 * background, and not by `scheduler.yield()`, after which the same work goes on before any timer of the page.
 */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a port listened to by its property starts by itself
    port1.onmessage = () => {
      // An open port would keep a program of Node alive.
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
