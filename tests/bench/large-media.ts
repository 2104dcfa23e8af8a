import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, program, type Row, row, run, temporary } from './measure.ts';

const COUNT = 20;
const BYTES = 25 * 1024 * 1024;

function installZip(): void {
  if (spawnSync('zip', ['-v']).status === 0) return;
  console.error('zip is not here: installing the Debian package zip.');
  spawnSync('apt-get', ['install', '-y', '-qq', 'zip'], { stdio: 'ignore' });
}

/** Twenty videos in one package, against `zip` on the same files. */
export async function largeMedia(): Promise<Row[]> {
  installZip();
  const folder = temporary();
  const course = join(folder, 'modules/films');
  mkdirSync(join(course, 'assets'), { recursive: true });
  const film = randomFillSync(Buffer.alloc(BYTES));
  const names = Array.from({ length: COUNT }, (_, n) => `assets/film-${n}.mp4`);
  for (const name of names) writeFileSync(join(course, name), film);
  writeFileSync(join(course, 'course.yaml'), 'id: films\ntitle: Films\nlang: fr\nmodules: [film]\n');
  writeFileSync(
    join(course, 'film.md'),
    `---\nid: film\ntitle: Films\ncompletion: visited\n---\n\n# Films {#tous}\n\n${names.map((name) => `::video{src=${name}}`).join('\n\n')}\n`,
  );
  const ratios: number[] = [];
  let peak = 0;
  for (let n = 0; n < 3; n++) {
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    rmSync(join(folder, 'films.zip'), { force: true });
    const zip = await run('zip', ['-q', '-r', '-n', '.mp4', join(folder, 'films.zip'), 'assets'], course);
    const ours = await run(process.execPath, [program, 'build', '--target', 'scorm12', '--no-course'], folder);
    ratios.push(ours.time / zip.time);
    peak = Math.max(peak, ours.peak);
  }
  rmSync(folder, { recursive: true, force: true });
  return [
    row('package: 20 videos of 25 MB, against zip', median(ratios), '× zip', 1),
    row('package: the same, peak memory', peak, 'MiB', 200),
  ];
}
