import type { Stored } from './types.ts';

/** Largest request of `sendBeacon`, in bytes; it sends nothing of a larger one (moodle.md 3). */
const MOST = 64 * 1024;

/** Boundary of the same length as browsers make; each request has another one. */
const BOUNDARY = '----WebKitFormBoundary0123456789abcdef';

/** Moodle's own fields, with values as long as on a large site. */
const OWN: Stored = {
  id: '1234567',
  a: '123456',
  sesskey: 'AbCdEfGhIj',
  attempt: '12',
  scoid: '1234567',
  unloading: '1',
};

/** Makes the body of a `FormData` as a browser does. */
function multipart(fields: readonly (readonly [name: string, value: string])[]): string {
  const parts = fields.map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

/** Counts the bytes of the beacon that Moodle's page sends for these elements. */
export function beaconBytes(elements: readonly (readonly [element: string, value: string])[]): number {
  const fields = elements.map(([element, value]) => [element.replaceAll('.', '__'), value] as const);
  return new TextEncoder().encode(multipart([...Object.entries(OWN), ...fields])).length;
}

/** Tests whether these elements fit into a beacon. */
export function fitsBeacon(elements: readonly (readonly [element: string, value: string])[]): boolean {
  return beaconBytes(elements) <= MOST;
}
