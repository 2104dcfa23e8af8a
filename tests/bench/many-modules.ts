import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bareNode, medians, peakOfProgram, temporary, timeOfProgram } from './processes.ts';
import { generatedCourse } from './projects.ts';
import { type Row, row } from './row.ts';

const ROUNDS = 5;

/** Courses of 60 and of 600 modules: time and memory must not grow faster than they do. */
export function benchManyModules(): Row[] {
  const out = join(temporary(), 'dist');
  const args = ['build', '--target', 'scorm12', '--no-course', '--out', out];
  const small = generatedCourse(60);
  const large = generatedCourse(600);
  const cold = (project: string): number => {
    rmSync(out, { recursive: true, force: true });
    return timeOfProgram(args, project);
  };
  const peak = (project: string): number => {
    rmSync(out, { recursive: true, force: true });
    return peakOfProgram(args, project);
  };
  const times = medians(ROUNDS, { node: bareNode, small: () => cold(small), large: () => cold(large) });
  const smallPeak = peak(small);
  return [
    row('60 modules, one target', times.small / times.node, '× node', 24),
    row('600 modules: time a module, against 60', times.large / 600 / (times.small / 60), '×', 1),
    row('600 modules: peak memory over that of 60', peak(large) - smallPeak, 'MiB', 60),
  ];
}
