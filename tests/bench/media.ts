import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { medians, peakOfProgram, temporary, timeOf, timeOfProgram } from './processes.ts';
import { videoCourse } from './projects.ts';
import { type Row, row } from './row.ts';

const ROUNDS = 5;
const MEBIBYTE = 1024 * 1024;

/** The Debian package `zip` is what the numbers are held against. */
function needZip(): void {
  if (spawnSync('zip', ['-v'], { stdio: 'ignore' }).status === 0) return;
  const debian = existsSync('/etc/os-release') && /debian/i.test(readFileSync('/etc/os-release', 'utf8'));
  if (process.getuid?.() !== 0 || !debian) throw new Error('This needs the program `zip`.');
  process.stderr.write('No zip found: installing the Debian package zip.\n');
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'zip'], { stdio: 'ignore' });
}

/** 20 videos of 25 MB in one package, against `zip` on the same files. */
export function benchMedia(): Row[] {
  needZip();
  const project = videoCourse(20, 25 * MEBIBYTE);
  const out = join(temporary(), 'dist');
  const archive = join(temporary(), 'media.zip');
  const args = ['build', '--target', 'scorm12', '--no-course', '--out', out];
  const withNew = (path: string, measure: () => number): number => {
    rmSync(path, { recursive: true, force: true });
    return measure();
  };
  const times = medians(ROUNDS, {
    zip: () => withNew(archive, () => timeOf('zip', ['-q', '-r', '-n', '.mp4', archive, 'media'], join(project, 'modules/depot'))),
    build: () => withNew(out, () => timeOfProgram(args, project)),
  });
  const peak = withNew(out, () => peakOfProgram(args, project));
  return [
    row('20 videos of 25 MB, sha256 included', times.build / times.zip, '× zip', 1),
    row('20 videos of 25 MB, peak memory', peak, 'MiB', 200),
  ];
}
