import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** The program's own file, as `bin` names it. */
export const program = join(root, 'build/cartable.cjs');

/** Folders made by `temporary`, removed at the end. */
const made: string[] = [];

/** A new empty folder, removed when the process ends. */
export function temporary(): string {
  if (made.length === 0) process.on('exit', removeAll);
  const folder = mkdtempSync(join(tmpdir(), 'cartable-bench-'));
  made.push(folder);
  return folder;
}

function removeAll(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}

/**
 * Runs a process to its end.
 * @returns milliseconds
 * @throws where it fails
 */
export function timeOf(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): number {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return time;
}

/** Milliseconds of one run of the program in a new process. */
export function timeOfProgram(args: readonly string[], project: string): number {
  return timeOf(process.execPath, [program, ...args], project);
}

/** Peak memory of one run of the program, in MiB. */
export function peakOfProgram(args: readonly string[], project: string): number {
  const file = join(temporary(), 'peak');
  const env = { ...process.env, CARTABLE_PEAK: file };
  timeOf(process.execPath, ['--require', join(import.meta.dirname, 'peak.cjs'), program, ...args], project, env);
  return Number(readFileSync(file, 'utf8')) / 1024;
}

/** Values in rising order, `share` 0..1 of them below the result. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Measures several things in turn, over and over, so that a busy moment of the machine touches all of them. Gives their medians. */
export function medians<Name extends string>(rounds: number, measures: Readonly<Record<Name, () => number>>): Record<Name, number> {
  const names = Object.keys(measures) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const name of names) times.get(name)?.push(measures[name]());
  return Object.fromEntries(names.map((name) => [name, quantile(times.get(name) ?? [], 0.5)])) as Record<Name, number>;
}
