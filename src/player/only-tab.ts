/** Time (ms) for a closing page to release the name; a slow computer needs most of it. */
const PATIENCE = 1500;
/** Number of timers that make up the wait. After a frozen page, a single timer would fire before the lock's pending answer. */
const STEPS = 3;

/**
 * Acquires a name that only one tab of this browser can hold, until the tab releases it or closes.
 * @param later like `setTimeout`, milliseconds first; returns a function that cancels
 * @returns function that releases the name; undefined if another tab holds it. If tabs can't see each other (no secure
 *   context, or a frame with opaque origin), each gets it. At the next launch, the saved state's counter shows the last save.
 */
export function holdTab(name: string, later: (milliseconds: number, task: () => void) => () => void): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    let stop = (): void => {};
    function wait(steps: number): void {
      if (steps > 0) stop = later(PATIENCE / STEPS, () => wait(steps - 1));
      else waiting.abort();
    }
    wait(STEPS);
    const unseen = (): void => resolve(() => {});
    function hold(): Promise<void> {
      stop();
      return new Promise((letGo) => resolve(letGo));
    }
    try {
      navigator.locks
        .request(name, { signal: waiting.signal }, hold)
        .catch((error) => (error.name === 'AbortError' ? resolve(undefined) : unseen()));
    } catch {
      unseen();
    }
  });
}
