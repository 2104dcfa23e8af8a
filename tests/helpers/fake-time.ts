/** A clock that moves only on request. */
export interface FakeTime {
  now(): number;
  later(milliseconds: number, task: () => void): () => void;
  /** Lets time pass; tasks that fall due run in order, and promises settle after each. */
  pass(milliseconds: number): Promise<void>;
  /** Sets the clock, as a user or a sleeping machine does: no task runs in between. */
  jump(milliseconds: number): void;
  /** Number of pending tasks. */
  readonly waiting: number;
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

/** @param start milliseconds since 1970 */
export function fakeTime(start = Date.UTC(2026, 10, 5, 9)): FakeTime {
  let elapsed = 0;
  let offset = start;
  let tasks: { readonly due: number; readonly task: () => void }[] = [];
  return {
    now: () => offset + elapsed,
    later(milliseconds, task) {
      const one = { due: elapsed + milliseconds, task };
      tasks.push(one);
      return () => {
        tasks = tasks.filter((other) => other !== one);
      };
    },
    async pass(milliseconds) {
      const end = elapsed + milliseconds;
      for (;;) {
        const next = tasks.filter(({ due }) => due <= end).sort((one, other) => one.due - other.due)[0];
        if (!next) break;
        tasks = tasks.filter((other) => other !== next);
        elapsed = Math.max(elapsed, next.due);
        next.task();
        await settled();
      }
      elapsed = end;
      await settled();
    },
    jump(milliseconds) {
      offset += milliseconds;
    },
    get waiting() {
      return tasks.length;
    },
  };
}
