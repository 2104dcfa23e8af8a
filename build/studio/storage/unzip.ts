import { unzipSync } from 'fflate';
import type { Path } from '../engine/calls.ts';

/** Reads a zip that the studio itself has made, as its samples. */
export function unzipOwn(bytes: Uint8Array): ReadonlyMap<Path, Uint8Array<ArrayBuffer>> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, new Uint8Array(data)]));
}
