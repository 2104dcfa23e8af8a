import { relative } from 'node:path';
import type { Kept } from '../prepare-all.ts';
import { watchFolder } from '../watch.ts';
import { type BuildOptions, runValidate } from './build.ts';
import type { CommandContext } from './context.ts';
import { untilStopped } from './until-stopped.ts';
import { say, words } from './words.ts';

/** `cartable validate --watch`: checks again at each save until it is interrupted. Exit code 0. */
export async function runWatchValidate(names: readonly string[], options: BuildOptions, context: CommandContext): Promise<number> {
  const w = words[context.language];
  const kept: Kept = { courses: new Map(), changed: new Set() };
  const check = (): void => {
    try {
      runValidate(names, options, context, kept);
    } catch (error) {
      // A file in use: the next save tries again from the beginning.
      kept.courses.clear();
      context.complain(say(w.broken, { why: error instanceof Error ? error.message : String(error) }));
    }
  };
  check();
  const watcher = watchFolder(context.modules, async (paths) => {
    kept.changed = paths;
    check();
  });
  if (!options.json) context.print(say(w.watching, { folder: relative(process.cwd(), context.modules) || '.' }));
  await untilStopped();
  watcher.close();
  return 0;
}
