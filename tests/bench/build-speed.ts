import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { againstNode, program, type Row, root, row, run, temporary } from './measure.ts';

/** The three séances and their course, in new processes. */
export async function buildSpeed(): Promise<Row[]> {
  const out = join(temporary(), 'dist');
  const one = () => run(process.execPath, [program, 'build', '--cohort', 'base', '--target', 'scorm12', '--out', out], root);
  const all = () => run(process.execPath, [program, 'build', '--out', out], root);
  const afresh = (command: typeof one) => () => {
    rmSync(out, { recursive: true, force: true });
    return command();
  };
  await one();
  const cold = await againstNode(7, afresh(one));
  const cached = await againstNode(7, one);
  const everything = await againstNode(5, afresh(all));
  return [
    row('build: 3 modules and course, one target, no cache', cold.ratio, '× node', 5.5),
    row('build: the same, with the cache of an earlier build', cached.ratio, '× node', 4.5),
    row('build: the same, peak memory', Math.max(cold.peak, cached.peak), 'MiB', 100),
    row('build: 4 targets, base and 2 cohorts, no cache', everything.ratio, '× node', 18),
  ];
}
