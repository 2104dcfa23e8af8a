import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { schemaFiles, schemaName } from '../manifests/schemas.ts';
import { LEVEL } from '../zip/level.ts';

const EDITIONS = ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const;

/** Files that go into packages as they are. */
const PIECES = ['local-api.js', 'noscript.css', 'sortable.js', 'standalone.js'];

/**
 * Deflates what is the same in every package, once for all builds, into one file.
 * @returns where each begins and ends in it, by name
 */
export function packConstants(root: string, folder: string): Record<string, readonly [number, number]> {
  const files = [
    ...PIECES.map((name) => ({ name, data: readFileSync(join(folder, name)) })),
    ...EDITIONS.flatMap((edition) => schemaFiles(edition, root).map(({ name, data }) => ({ name: schemaName(edition, name), data }))),
  ];
  let end = 0;
  const packed = files.map(({ name, data }) => {
    const bytes = gzipSync(data, { level: LEVEL });
    // The system that deflated it (RFC 1952, 2.3.1) would give the program another name on each.
    bytes[9] = 255;
    const start = end;
    end += bytes.length;
    return { name, bytes, place: [start, end] as const };
  });
  writeFileSync(join(folder, 'packed.bin'), Buffer.concat(packed.map(({ bytes }) => bytes)));
  return Object.fromEntries(packed.map(({ name, place }) => [name, place]));
}
