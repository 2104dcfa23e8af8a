/** Milliseconds that a page which is just being left may take to let go; a slow computer needs most of them. */
const PATIENCE = 1500;
/** It ends in so many steps: where the page stood still, the last one would be due before the answer that came meanwhile is heard. */
const STEPS = 3;

/**
 * Takes a name that only one tab of this browser can hold, until it lets go or dies.
 * @param later as `setTimeout`, milliseconds first; gives back a canceller
 * @returns what lets go of it; nothing where another tab holds it. Where tabs can't see each other (no secure address, a frame
 *   of opaque origin) each holds it: the counter in saved state then settles at the next launch which save was the last.
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
