/** Milliseconds between reminders to keep a copy. */
const THREE_DAYS = 3 * 24 * 3_600_000;

/** Remembers when the author last took a copy of a course that only this browser has. */
export class Reminder {
  private readonly key: string;

  /** @param id of the course in this browser */
  constructor(id: string) {
    this.key = `cartable-studio-copied ${id}`;
  }

  /** Tests whether the last copy, or the first save, is too long ago. */
  isDue(now: number): boolean {
    const since = Number(localStorage.getItem(this.key) ?? 0);
    if (since === 0) this.reset(now);
    return since > 0 && now - since > THREE_DAYS;
  }

  reset(now: number): void {
    localStorage.setItem(this.key, String(now));
  }
}
