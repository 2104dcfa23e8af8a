import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './processes.ts';
import { type Row, row } from './row.ts';

function play(seed: number, sessions: number): Promise<void> {
  const script = join(root, 'tests/soak/run.ts');
  const args = ['--import', 'tsx', script, '--seed', String(seed), '--sessions', String(sessions)];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`npm run soak -- --seed ${seed} failed`))));
  });
}

/** Random learners through random faults, on two cores as in a test run. */
export async function benchSoak(): Promise<Row[]> {
  const start = performance.now();
  await Promise.all([1, 2].map((seed) => play(seed, 10_000)));
  return [row('soak: 20 000 sessions', (performance.now() - start) / 1000, 's', 120)];
}
