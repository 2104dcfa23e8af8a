import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { medians, peakOfProgram, temporary, timeOfProgram } from './processes.ts';
import { generatedCourse } from './projects.ts';
import { type Row, row } from './row.ts';

const ROUNDS = 5;

/** Courses of 60 and of 600 sessions: time must not grow faster than they do. */
export function benchManyModules(): Row[] {
  const out = join(temporary(), 'dist');
  const args = ['build', '--target', 'scorm12', '--no-course', '--out', out];
  const small = generatedCourse(60);
  const large = generatedCourse(600);
  const cold = (measure: typeof timeOfProgram, project: string): number => {
    rmSync(out, { recursive: true, force: true });
    return measure(args, project);
  };
  const times = medians(ROUNDS, { small: () => cold(timeOfProgram, small), large: () => cold(timeOfProgram, large) });
  process.stderr.write(`sessions: 60 in ${Math.round(times.small)} ms, 600 in ${Math.round(times.large)} ms\n`);
  return [
    row('600 sessions: cost per session', times.large / 600 / (times.small / 60), '× of 60', 1.2),
    row('60 sessions: peak memory', cold(peakOfProgram, small), 'MiB', 250),
  ];
}
