import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const program = join(root, 'build/cartable.js');

/** One line of the bench. `limit` is the most that is allowed. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly ok: boolean;
}

export function row(name: string, value: number, unit: string, limit: number): Row {
  const rounded = Math.round(value * 100) / 100;
  return { name, value: rounded, unit, limit, ok: rounded <= limit };
}

export function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'cartable-bench-'));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0..1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What a process took: milliseconds of wall clock, and its peak of resident memory in MiB (0 where the system doesn't tell). */
export interface Run {
  readonly time: number;
  readonly peak: number;
}

function peakOf(pid: number): number {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return 0;
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a command to its end. @throws where it fails */
export function run(command: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let peak = 0;
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid ?? 0));
    }, 4);
    child.on('exit', (code) => {
      clearInterval(watch);
      const time = performance.now() - begin;
      if (code === 0) resolve({ time, peak });
      else reject(new Error(`${command} ${args.join(' ')}: ${code}\n${errors}`));
    });
  });
}

/** Milliseconds of a bare start of Node. */
export async function bareNode(): Promise<number> {
  return (await run(process.execPath, ['-e', '0'], root)).time;
}

/**
 * Runs a command several times, a bare start of Node before each, so that both meet the same machine.
 * @returns median of the ratios, and the highest peak in MiB
 */
export async function againstNode(times: number, command: () => Promise<Run>): Promise<{ ratio: number; peak: number }> {
  const ratios: number[] = [];
  let peak = 0;
  for (let i = 0; i < times; i++) {
    const bare = median([await bareNode(), await bareNode(), await bareNode()]);
    const taken = await command();
    ratios.push(taken.time / bare);
    peak = Math.max(peak, taken.peak);
  }
  return { ratio: median(ratios), peak };
}
