import { join } from 'node:path';
import { peakOfProgram, temporary } from './processes.ts';
import { videoCourse } from './projects.ts';
import { type Row, row } from './row.ts';

const MEBIBYTE = 1024 * 1024;

/** 20 videos of 25 MB in one package. */
export function benchMedia(): Row[] {
  const args = ['build', '--target', 'scorm12', '--no-course', '--out', join(temporary(), 'dist')];
  return [row('500 MB of media in one package: peak memory', peakOfProgram(args, videoCourse(20, 25 * MEBIBYTE)), 'MiB', 200)];
}
