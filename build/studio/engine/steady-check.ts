import { signal } from '@preact/signals';
import type { Changes, Checked, EngineCalls } from './calls.ts';
import type { EngineClient } from './client.ts';

/**
 * Times (ms): after which opening the course and checking a change count as endless, after which a check without an answer is reported,
 * and for which a check waits for other work of the engine, such as packages.
 */
const PATIENCE = { open: 60_000, change: 15_000, report: 15_000, others: 120_000 };

/** Opening again may take this many times as long as it took before. */
const SLOWER = 5;

/** Checks a course, and starts the engine again with all files if it fails or hangs. */
export class SteadyCheck {
  /** True while the engine can't check the course as it is: the last answer stays. */
  readonly hasFailed = signal(false);
  private readonly engine: EngineClient;
  private readonly whole: () => Parameters<EngineCalls['open']>;
  private readonly patience: typeof PATIENCE;
  /** Time (ms) that opening may take. Nobody knows at first how slow the machine is. */
  private openPatience: number;
  private isOpen = false;

  /** @param whole the course as it is now */
  constructor(engine: EngineClient, whole: () => Parameters<EngineCalls['open']>, patience: Partial<typeof PATIENCE> = {}) {
    this.engine = engine;
    this.whole = whole;
    this.patience = { ...PATIENCE, ...patience };
    this.openPatience = this.patience.open;
  }

  /** Checks what has changed. @returns null if the engine fails twice; the next call begins with all files */
  async check(changes: Changes): Promise<Checked | null> {
    await this.engine.rest(this.patience.others);
    const timer = setTimeout(() => {
      this.hasFailed.value = true;
    }, this.patience.report);
    // A worker that waited since a failure may not have loaded: then another one opens the course.
    const first = await (this.isOpen ? this.attempt(this.engine.call('change', changes), this.patience.change) : this.open());
    const checked = first ?? (await this.open());
    clearTimeout(timer);
    this.hasFailed.value = checked === null;
    return checked;
  }

  /** Waits for a check, but not for one that is reported as failed: an author must reach the text. */
  async untilReported(checking: Promise<void>): Promise<void> {
    let stop = (): void => {};
    const reported = new Promise<void>((seen) => {
      stop = this.hasFailed.subscribe((hasFailed) => hasFailed && seen());
    });
    await Promise.race([checking, reported]);
    stop();
  }

  private async open(): Promise<Checked | null> {
    const start = Date.now();
    const checked = await this.attempt(this.engine.call('open', ...this.whole()), this.openPatience);
    const again = Math.max(this.patience.change, SLOWER * (Date.now() - start));
    if (checked) this.openPatience = Math.min(this.patience.open, again);
    return checked;
  }

  /** Waits for an answer. Without one, the worker is replaced. */
  private async attempt(answer: Promise<Checked>, patience: number): Promise<Checked | null> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The engine does not answer.')), patience);
    });
    try {
      const checked = await Promise.race([answer, late]);
      this.isOpen = true;
      return checked;
    } catch (error) {
      console.warn(error);
      this.isOpen = false;
      this.engine.restart();
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}
