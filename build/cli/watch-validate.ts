import { relative } from 'node:path';
import { Memo } from '../memo.ts';
import { type BuildOptions, runValidate } from './build.ts';
import type { CommandContext } from './context.ts';
import { failureOf } from './frames.ts';
import { fill, strings } from './strings.ts';
import { untilStopped } from './until-stopped.ts';
import { refreshed, watchFolders } from './watch.ts';

/** `cartable validate --watch`: checks again at each save until it is interrupted. Exit code 0. */
export async function runWatchValidate(names: readonly string[], options: BuildOptions, context: CommandContext): Promise<number> {
  const w = strings[context.language];
  const memo = new Memo();
  let now = context;
  const check = async (paths: ReadonlySet<string>): Promise<void> => {
    try {
      now = await refreshed(now, paths);
      runValidate(names, options, now, memo);
    } catch (error) {
      // After a file in use, the next save starts from scratch.
      memo.clear();
      context.complain(failureOf(error, context));
    }
  };
  await check(new Set());
  const watcher = watchFolders([context.modules, context.types], check);
  if (!options.json) context.print(fill(w.watching, { folder: relative(process.cwd(), context.modules) || '.' }));
  await untilStopped();
  watcher.close();
  return 0;
}
