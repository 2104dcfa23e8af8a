import { make } from './element.ts';

/** Asks the server for JSON. */
export async function query<Result>(address: string): Promise<Result> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * Calls `task` at once, at each save of a source, and when the server is back after an interruption.
 * @param gone text shown while the server is not reachable
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
  // Browsers report the closing of a stream as an error, so a page closes its stream when it is left.
  addEventListener('pagehide', () => source.close());
}
