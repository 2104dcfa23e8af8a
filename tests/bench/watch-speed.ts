import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median, program, quantile, type Row, root, row, temporary } from './measure.ts';

async function until(what: () => boolean, pause: number): Promise<void> {
  for (let waited = 0; !what(); waited += pause) {
    if (waited > 30_000) throw new Error('the watch does not build');
    await wait(pause);
  }
}

/** Milliseconds from saving a séance to its new zip, in a process that watches. */
export async function watchSpeed(): Promise<Row[]> {
  const folder = temporary();
  cpSync(join(root, 'modules'), join(folder, 'modules'), { recursive: true });
  const text = join(folder, 'modules/partenariats-reseaux/seance-1.md');
  const zip = join(folder, 'dist/partenariats-reseaux/seance-1.scorm12.zip');
  const child = spawn(
    process.execPath,
    [program, 'build', 'seance-1', '--watch', '--cohort', 'base', '--target', 'scorm12', '--no-course'],
    { cwd: folder, stdio: 'ignore' },
  );
  try {
    await until(() => existsSync(zip), 50);
    await wait(1500);
    const source = readFileSync(text, 'utf8');
    const times: number[] = [];
    for (let n = 0; n < 25; n++) {
      const before = statSync(zip).ino;
      const begin = performance.now();
      writeFileSync(text, `${source}\nRelu ${n} fois.\n`);
      await until(() => statSync(zip).ino !== before, 1);
      times.push(performance.now() - begin);
      await wait(400);
    }
    const warm = times.slice(5);
    return [
      row('watch: a séance saved to its zip, median', median(warm), 'ms', 30),
      row('watch: the same, p95', quantile(warm, 0.95), 'ms', 60),
    ];
  } finally {
    child.kill();
  }
}
