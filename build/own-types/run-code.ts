import { createRequire, SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Diagnostic, Position } from '../diagnostics/diagnostics.ts';
import { contract } from './contract.ts';

/** Code of a type, compiled for the build. */
export interface BuildCode {
  readonly text: string;
  /** Source map, as JSON. */
  readonly map: string;
  /** Path of the code in stack traces. */
  readonly path: string;
}

/** Runs the code of a type. @returns its exports */
export function runCode({ text, path }: BuildCode): Readonly<Record<string, unknown>> {
  const module = { exports: {} };
  const require = createRequire(path);
  const run = compileFunction(text, ['module', 'exports', 'require'], { filename: path });
  run(module, module.exports, (name: string) => contract[name] ?? require(name));
  return module.exports;
}

/** Finds the line of the source at which an error was thrown; null if it comes from other code. */
export function thrownAt(error: unknown, { map, path }: BuildCode): Position | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const [, before = ''] = stack.split(`${path}:`);
  const [, line, column] = /^(\d+):(\d+)/.exec(before) ?? [];
  if (line === undefined) return null;
  const entry = new SourceMap(JSON.parse(map)).findEntry(Number(line) - 1, Number(column) - 1);
  if (!('originalSource' in entry)) return null;
  return { file: resolve(dirname(path), entry.originalSource), line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

/** Converts an error to a diagnostic. @param elsewhere file to report if the line is unknown */
export function thrown(error: unknown, code: BuildCode, elsewhere: string): Diagnostic {
  const at = thrownAt(error, code) ?? { file: elsewhere, line: 1, column: 1 };
  const why = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return { code: 'type-code', severity: 'error', at, values: { why } };
}
