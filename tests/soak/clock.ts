interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** A clock that tests advance. Due tasks run in order and synchronously: nothing waits for a promise. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  pass(milliseconds: number): void;
  /** As `setTimeout`; gives back a canceller. */
  later(milliseconds: number, run: () => void): () => void;
  /** The page is gone, and its timers with it. */
  clear(): void;
}

export function clockFrom(start: number): Clock {
  let now = start;
  let tasks: Task[] = [];

  function first(end: number): Task | undefined {
    let found: Task | undefined;
    for (const task of tasks) if (task.due <= end && (!found || task.due < found.due)) found = task;
    return found;
  }

  return {
    now: () => now,
    later(milliseconds, run) {
      const task = { due: now + milliseconds, run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    pass(milliseconds) {
      const end = now + milliseconds;
      for (let task = first(end); task; task = first(end)) {
        const { due, run } = task;
        tasks = tasks.filter((other) => other !== task);
        now = Math.max(now, due);
        run();
      }
      now = end;
    },
    clear() {
      tasks = [];
    },
  };
}
