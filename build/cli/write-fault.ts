import { relative } from 'node:path';
import { goalOf } from '../host/part-name.ts';
import { isDiskFull } from '../stages/pack/not-writable.ts';
import type { CommandContext } from './context.ts';
import { fill, strings } from './strings.ts';

/** Formats the system's refusal to write a file. @throws the error, if it is another one, or a full disk's, which every command reports */
export function writeFault(error: unknown, { language }: Pick<CommandContext, 'language'>): string {
  const { code, path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  const named = dest ?? path;
  if (code === undefined || named === undefined || isDiskFull(error)) throw error;
  const file = relative(process.cwd(), goalOf(named)) || named;
  return fill(strings[language].fileNotWritten, { file, why: code });
}
