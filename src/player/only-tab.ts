/** Milliseconds that a page which is just being left may take to let go. */
const PATIENCE = 400;

/**
 * Whether no other tab of this browser has the same work open. From then on this page holds the name, until it is left or dies.
 * True as well where tabs can't see each other (no secure address, a frame of opaque origin): the counter in saved state then
 * settles at the next launch which save was the last.
 * @param later as `setTimeout`, milliseconds first; gives back a canceller
 */
export function isOnlyTab(name: string, later: (milliseconds: number, task: () => void) => () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const stop = later(PATIENCE, () => waiting.abort());
    function hold(): Promise<void> {
      stop();
      resolve(true);
      // Let go by hand: a page that holds a lock is never kept for the way back.
      return new Promise((release) => addEventListener('pagehide', () => release(), { once: true }));
    }
    try {
      navigator.locks.request(name, { signal: waiting.signal }, hold).catch((error) => resolve(error.name !== 'AbortError'));
    } catch {
      resolve(true);
    }
  });
}
