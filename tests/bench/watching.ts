import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { program, quantile, temporary } from './processes.ts';
import { realCourse } from './projects.ts';
import { type Row, row } from './row.ts';

const SAVES = 60;
/** Milliseconds between two saves: shorter than what the course's own package waits for. */
const BETWEEN = 250;
/** Milliseconds until a zip that has not come is given up. */
const PATIENCE = 30_000;

/** Comes true when `name` appears, or is replaced, in a folder. */
function appears(folder: string, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      watcher.close();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      watcher.close();
      reject(new Error(`${name} did not come.`));
    }, PATIENCE);
    const watcher = watch(folder, (_event, file) => {
      if (file === name) done();
    });
  });
}

async function untilThere(path: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; !existsSync(path); waited += 50) {
    if (waited > PATIENCE || child.exitCode !== null) throw new Error(`${path} did not come.`);
    await pause(50);
  }
}

/** `build --watch`: from the save of a séance to its zip. */
export async function benchWatching(): Promise<Row[]> {
  const project = realCourse();
  const out = join(temporary(), 'dist');
  const folder = join(out, 'partenariats-reseaux');
  const args = ['build', '--watch', '--cohort', 'base', '--target', 'scorm12', '--out', out];
  const child = spawn(process.execPath, [program, ...args], { cwd: project, stdio: 'ignore' });
  try {
    await untilThere(join(folder, 'partenariats-reseaux.scorm12.zip'), child);
    await pause(1000);
    const source = join(project, 'modules/partenariats-reseaux/seance-1.md');
    const text = readFileSync(source, 'utf8');
    const times: number[] = [];
    for (let save = 1; save <= SAVES; save++) {
      const zip = appears(folder, 'seance-1.scorm12.zip');
      const start = performance.now();
      writeFileSync(source, `${text}\n\nRelu ${save} fois.\n`);
      await zip;
      times.push(performance.now() - start);
      await pause(BETWEEN);
    }
    process.stderr.write(`watching: median ${Math.round(quantile(times, 0.5))} ms\n`);
    return [row('save to zip while watching, p95, absolute', quantile(times, 0.95), 'ms', 150)];
  } finally {
    child.kill('SIGINT');
  }
}
