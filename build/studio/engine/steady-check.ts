import { signal } from '@preact/signals';
import type { Changes, Checked, EngineCalls } from './calls.ts';
import type { EngineClient } from './client.ts';

/** Time (ms) after which a check counts as endless. */
const PATIENCE = { open: 60_000, change: 20_000 };

/** Checks a course, and starts the engine again with all files if it fails or hangs. */
export class SteadyCheck {
  /** True while the engine can't check the course as it is: the last answer stays. */
  readonly hasFailed = signal(false);
  private readonly engine: EngineClient;
  private readonly whole: () => Parameters<EngineCalls['open']>;
  private readonly patience: typeof PATIENCE;
  private isOpen = false;

  /** @param whole the course as it is now */
  constructor(engine: EngineClient, whole: () => Parameters<EngineCalls['open']>, patience = PATIENCE) {
    this.engine = engine;
    this.whole = whole;
    this.patience = patience;
  }

  /** Checks what has changed. @returns null if the engine fails twice; the next call begins with all files */
  async check(changes: Changes): Promise<Checked | null> {
    const open = (): Promise<Checked | null> => this.attempt(this.engine.call('open', ...this.whole()), this.patience.open);
    // A worker that waited since a failure may not have loaded: then another one opens the course.
    const first = await (this.isOpen ? this.attempt(this.engine.call('change', changes), this.patience.change) : open());
    const checked = first ?? (await open());
    this.hasFailed.value = checked === null;
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
      // The late answer fails, too: it has been reported.
      answer.catch(() => undefined);
      this.engine.restart();
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}
