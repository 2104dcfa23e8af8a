import { relative } from 'node:path';
import v8 from 'node:v8';
import { inOrder } from '../diagnostics.ts';
import { buildAll } from '../pipeline.ts';
import type { Kept } from '../prepare-all.ts';
import type { BuildRequest } from '../request.ts';
import { watchFolder } from '../watch.ts';
import { type BuildOptions, requestOf, showDiagnostics } from './build.ts';
import type { CommandContext } from './context.ts';
import { untilStopped } from './until-stopped.ts';
import { count, say, words } from './words.ts';

/** A course's own package is made when nothing was saved for this long, in milliseconds. */
const PAUSE = 1500;

/** Builds on every save; its methods run one after the other. */
class BuildLoop {
  private readonly request: BuildRequest;
  private readonly options: BuildOptions;
  private readonly context: CommandContext;
  private readonly kept: Kept = { courses: new Map(), changed: new Set() };
  /** Ids of courses whose own package is older than one of their modules. */
  private readonly behind = new Set<string>();
  private queue: Promise<void> = Promise.resolve();
  private pause: NodeJS.Timeout | undefined;

  constructor(names: readonly string[], options: BuildOptions, context: CommandContext) {
    this.request = requestOf(names, options, context);
    this.options = options;
    this.context = context;
  }

  /** Builds everything that was asked for. */
  first(): Promise<void> {
    return this.enqueue(async () => {
      await this.build(this.request, 'rebuilt', true);
    });
  }

  /** Builds the modules that these files belong to; the courses' own packages follow after a pause. */
  saved(paths: ReadonlySet<string>): Promise<void> {
    clearTimeout(this.pause);
    return this.enqueue(async () => {
      this.kept.changed = paths;
      await this.build({ ...this.request, coursePackages: false, progress: () => undefined }, 'rebuilt');
      for (const course of this.kept.courses.values()) if (course.fresh.size > 0) this.behind.add(course.source.course.value.id);
      if (this.request.coursePackages && this.behind.size > 0) this.pause = setTimeout(() => this.courses(), PAUSE);
    });
  }

  /** Waits until nothing is under way. */
  async end(): Promise<void> {
    clearTimeout(this.pause);
    await this.queue;
  }

  private courses(): void {
    void this.enqueue(async () => {
      this.kept.changed = new Set();
      const names = this.request.names.length > 0 ? this.request.names : [...this.behind];
      if (await this.build({ ...this.request, names, progress: () => undefined }, 'rebuiltCourse')) this.behind.clear();
    });
  }

  private enqueue(task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(task).catch((error: unknown) => {
      // A full disk, a file in use: the next save tries again from the beginning.
      this.kept.courses.clear();
      this.context.complain(say(words[this.context.language].broken, { why: error instanceof Error ? error.message : String(error) }));
    });
    return this.queue;
  }

  private async build(request: BuildRequest, sentence: 'rebuilt' | 'rebuiltCourse', isFirst = false): Promise<boolean> {
    const { context, options } = this;
    const started = performance.now();
    const { diagnostics, packages, stale, locks } = await buildAll(request, this.kept);
    const ms = Math.round(performance.now() - started);
    if (isFirst && locks.length > 0) (await import('./written-locks.ts')).reportLocks(locks, context.modules, diagnostics);
    const failed = showDiagnostics(diagnostics, options.json ?? false, context);
    // What was read may not have been packed: the next save begins anew.
    if (failed) this.kept.courses.clear();
    if (options.json) context.print(JSON.stringify({ diagnostics: inOrder(diagnostics.list), packages, stale, ms }));
    else if (!failed && packages.length > 0) {
      const names = [...new Set(packages.map((report) => report.module ?? report.course))].join(', ');
      context.print(
        count(sentence, { time: new Date().toLocaleTimeString(context.language), names, n: packages.length, ms }, context.language),
      );
    }
    return !failed;
  }
}

/** `cartable build --watch`: builds again at each save until it is interrupted. Exit code 0. */
export async function runWatch(names: readonly string[], options: BuildOptions, context: CommandContext): Promise<number> {
  // It goes on for hours: here a large space for new objects is worth its memory.
  v8.setFlagsFromString('--semi-space-growth-factor=2');
  const loop = new BuildLoop(names, options, context);
  const first = loop.first();
  const watcher = watchFolder(context.modules, (paths) => loop.saved(paths));
  await first;
  const stopped = untilStopped();
  if (!options.json) context.print(say(words[context.language].watching, { folder: relative(process.cwd(), context.modules) || '.' }));
  await stopped;
  watcher.close();
  await loop.end();
  return 0;
}
