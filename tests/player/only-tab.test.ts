import { afterEach, describe, expect, test, vi } from 'vitest';
import { holdTab } from '../../src/player/only-tab.ts';
import { fakeTime } from '../helpers/fake-time.ts';

type Hold = () => Promise<void>;

/** Locks of a browser. `answer`: when it grants the name. */
function locks(answer: (signal: AbortSignal, hold: Hold) => Promise<void>): string[] {
  const names: string[] = [];
  const request = (name: string, { signal }: { signal: AbortSignal }, hold: Hold) => {
    names.push(name);
    return answer(signal, hold);
  };
  vi.stubGlobal('navigator', { locks: { request } });
  return names;
}
afterEach(() => vi.unstubAllGlobals());

describe('a name that one tab holds', () => {
  test('is held until it is released', async () => {
    const time = fakeTime();
    let held: Promise<void> | undefined;
    const names = locks((_, hold) => {
      held = hold();
      return held;
    });
    const release = await holdTab('pain', time.later);
    expect([names, typeof release, time.waiting]).toEqual([['pain'], 'function', 0]);
    let isOver = false;
    void held?.then(() => {
      isOver = true;
    });
    await time.pass(10_000);
    expect(isOver).toBe(false);
    release?.();
    await time.pass(1);
    expect(isOver).toBe(true);
  });

  test('by another: after a second and a half, nothing', async () => {
    const time = fakeTime();
    let isAborted = false;
    locks(
      (signal) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            isAborted = true;
            reject(signal.reason);
          }),
        ),
    );
    const steps: number[] = [];
    const waiting = holdTab('pain', (milliseconds, task) => {
      steps.push(milliseconds);
      return time.later(milliseconds, task);
    });
    await time.pass(1499);
    // Several timers: after a frozen page, a single one would fire before the answer of the lock.
    expect([isAborted, time.waiting, steps]).toEqual([false, 1, [500, 500, 500]]);
    await time.pass(1);
    expect([isAborted, await waiting]).toEqual([true, undefined]);
  });

  test('by another that closes in time: then this one holds it, and waits no longer', async () => {
    const time = fakeTime();
    let grant: Hold | undefined;
    locks((_, hold) => {
      grant = hold;
      return new Promise(() => {});
    });
    const waiting = holdTab('pain', time.later);
    await time.pass(1000);
    void grant?.();
    expect([typeof (await waiting), time.waiting]).toEqual(['function', 0]);
  });

  test('where tabs can not see each other, each gets it', async () => {
    locks(() => Promise.reject(new DOMException('no', 'SecurityError')));
    expect(typeof (await holdTab('pain', fakeTime().later))).toBe('function');
    vi.stubGlobal('navigator', {});
    const release = await holdTab('pain', fakeTime().later);
    expect(release?.()).toBeUndefined();
  });
});
