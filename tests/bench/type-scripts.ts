import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './processes.ts';
import { type Row, row } from './row.ts';

const LIMIT = 1.5;
/** Types that compose others, place things, or are written in at length. */
const LARGE: Readonly<Record<string, number>> = {
  quiz: 2.5,
  recap: 2.5,
  matching: 2.5,
  order: 2.5,
  categorize: 2.5,
  'stakeholder-map': 2.5,
  'mind-map': 5,
  branching: 5,
  writing: 5,
};

/** Each type's own script, as the program's build made it: what several types share lies beside them. */
export function benchTypeScripts(): Row[] {
  const folder = join(root, '.cartable/program/pieces');
  return readdirSync(folder).flatMap((file) => {
    const name = /^type\.(.+)\.js$/.exec(file)?.[1];
    if (name === undefined) return [];
    const bytes = gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
    return [row(`script of ${name}, gzip`, bytes / 1000, 'kB', LARGE[name] ?? LIMIT)];
  });
}
