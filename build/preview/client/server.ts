import { make } from './element.ts';

/** Asks the server for JSON. */
export async function query<Result>(address: string): Promise<Result> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * Calls `task` at once, at each save of a source, and when the server is there again after it was away.
 * @param gone what is said while it is away
 */
export function onSave(task: () => void, gone: string): void {
  const source = new EventSource('/saves');
  const banner = make('p', 'v-gone', gone);
  banner.setAttribute('role', 'alert');
  source.addEventListener('save', () => {
    banner.remove();
    task();
  });
  source.addEventListener('error', () => document.body.prepend(banner));
  // A page that goes away closes its stream itself: browsers tell of it as of an error.
  addEventListener('pagehide', () => source.close());
}
