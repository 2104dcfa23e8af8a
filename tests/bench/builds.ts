import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bareNode, medians, peakOfProgram, temporary, timeOfProgram } from './processes.ts';
import { realCourse } from './projects.ts';
import { type Row, row } from './row.ts';

const ROUNDS = 15;

/** A new process that builds the real course: one target, and everything. */
export function benchBuilds(): Row[] {
  const project = realCourse();
  const kept = join(temporary(), 'kept');
  const fresh = join(temporary(), 'fresh');
  const one = (out: string): string[] => ['build', '--cohort', 'base', '--target', 'scorm12', '--out', out];
  const cold = (args: readonly string[]): number => {
    rmSync(fresh, { recursive: true, force: true });
    return timeOfProgram(args, project);
  };
  // Once before anything is measured: V8's code is cached by the first run, and `kept` holds what an earlier build left.
  timeOfProgram(one(kept), project);
  const times = medians(ROUNDS, {
    node: bareNode,
    cold: () => cold(one(fresh)),
    again: () => timeOfProgram(one(kept), project),
    all: () => cold(['build', '--out', fresh]),
  });
  rmSync(fresh, { recursive: true, force: true });
  return [
    row('build: 3 modules + course, one target, no cache', times.cold / times.node, '× node', 5.5),
    row('build: 3 modules + course, one target, cache of an earlier build', times.again / times.node, '× node', 4.5),
    row('build: 3 modules + course, one target, peak memory', peakOfProgram(one(fresh), project), 'MiB', 100),
    row('build: everything, no cache', times.all / times.node, '× node', 18),
  ];
}
