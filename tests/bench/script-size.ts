import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { typeNames } from '../../build/program/registry.ts';
import { type Row, root, row } from './measure.ts';

/** Types that compose or place things may have a larger script. */
const LARGE = ['quiz', 'matching', 'order', 'categorize'];

/** The script of each type, as it is packed. */
export function scriptSize(): Row[] {
  return typeNames(root).map((name) => {
    const script = readFileSync(join(root, '.cartable/program/pieces', `type.${name}.js`));
    return row(`script of ${name}`, gzipSync(script, { level: 9 }).length / 1024, 'kB gzip', LARGE.includes(name) ? 2.5 : 1.5);
  });
}
