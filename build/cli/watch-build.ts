import { relative } from 'node:path';
import { inOrder } from '../diagnostics/diagnostics.ts';
import { Memo } from '../memo.ts';
import type { PackageReport } from '../model/report.ts';
import type { BuildRequest } from '../model/request.ts';
import { build } from '../pipeline.ts';
import { type BuildOptions, requestOf, showDiagnostics } from './build.ts';
import type { CommandContext } from './context.ts';
import { failureOf } from './frames.ts';
import { count, fill, strings } from './strings.ts';
import { untilStopped } from './until-stopped.ts';
import { refreshed, watchFolders } from './watch.ts';

/** Pause without a save before a course's own package is made, in milliseconds. */
const PAUSE = 1500;

/** Builds on every save; its methods run one after the other. */
class BuildLoop {
  private readonly request: BuildRequest;
  private readonly options: BuildOptions;
  private context: CommandContext;
  private readonly memo = new Memo();
  /** Ids of courses whose own package is older than one of their modules. */
  private readonly behind = new Set<string>();
  private queue: Promise<void> = Promise.resolve();
  private readonly pause: number;
  private timer: NodeJS.Timeout | undefined;

  /** @param pause in milliseconds */
  constructor(names: readonly string[], options: BuildOptions, context: CommandContext, pause: number) {
    this.pause = pause;
    this.request = requestOf(names, options, context);
    this.options = options;
    this.context = context;
  }

  /** Builds everything requested. */
  first(): Promise<void> {
    return this.enqueue(async () => {
      await this.build(this.request, 'rebuilt', true);
    });
  }

  /** Builds the modules that have changed; the courses' own packages follow after a pause. */
  saved(paths: ReadonlySet<string>): Promise<void> {
    clearTimeout(this.timer);
    return this.enqueue(async () => {
      this.context = await refreshed(this.context, paths);
      const built = await this.build({ ...this.request, coursePackages: false, progress: () => undefined }, 'rebuilt');
      for (const { course } of built) this.behind.add(course);
      if (this.request.coursePackages && this.behind.size > 0) this.timer = setTimeout(() => this.courses(), this.pause);
    });
  }

  /** Waits until nothing is running. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    await this.queue;
  }

  private courses(): void {
    void this.enqueue(async () => {
      const names = this.request.names.length > 0 ? this.request.names : [...this.behind];
      const built = await this.build({ ...this.request, names, progress: () => undefined }, 'rebuiltCourse');
      if (built.length > 0) this.behind.clear();
    });
  }

  private enqueue(task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(task).catch((error: unknown) => {
      // After a full disk or a file in use, the next save starts from scratch.
      this.memo.clear();
      this.context.complain(failureOf(error, this.context));
    });
    return this.queue;
  }

  private async build(request: BuildRequest, sentence: 'rebuilt' | 'rebuiltCourse', isFirst = false): Promise<readonly PackageReport[]> {
    const { context, options } = this;
    const started = performance.now();
    const { diagnostics, packages, stale, locks } = await build(request, context.engine, this.memo);
    const ms = Math.round(performance.now() - started);
    if (isFirst && locks.length > 0) (await import('./written-locks.ts')).reportLocks(locks, context.modules, diagnostics);
    const failed = showDiagnostics(diagnostics, options.json ?? false, context);
    if (options.json) context.print(JSON.stringify({ diagnostics: inOrder(diagnostics.list), packages, stale, ms }));
    else if (!failed && packages.length > 0) {
      const names = [...new Set(packages.map((report) => report.module ?? report.course))].join(', ');
      context.print(
        count(sentence, { time: new Date().toLocaleTimeString(context.language), names, n: packages.length, ms }, context.language),
      );
    }
    return packages;
  }
}

/**
 * `cartable build --watch`: builds again at each save until it is interrupted. Exit code 0.
 * @param pause before a course's own package, in milliseconds
 */
export async function runWatch(names: readonly string[], options: BuildOptions, context: CommandContext, pause = PAUSE): Promise<number> {
  const loop = new BuildLoop(names, options, context, pause);
  const first = loop.first();
  const watcher = watchFolders([context.modules, context.types], (paths) => loop.saved(paths));
  await first;
  const stopped = untilStopped();
  if (!options.json) context.print(fill(strings[context.language].watching, { folder: relative(process.cwd(), context.modules) || '.' }));
  await stopped;
  watcher.close();
  await loop.end();
  return 0;
}
