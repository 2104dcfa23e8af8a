/** Faults by the check that found them: each once, with the first place. */
export class Faults {
  private readonly found = new Map<string, Map<string, string>>();

  add(check: string, where: string, faults: readonly string[]): void {
    for (const fault of faults) {
      const known = this.found.get(check) ?? new Map<string, string>();
      if (!known.has(fault)) known.set(fault, where);
      this.found.set(check, known);
    }
  }

  /** `{}` where nothing was found. */
  all(): Record<string, string[]> {
    return Object.fromEntries([...this.found].map(([check, known]) => [check, [...known].map(([fault, where]) => `${where}: ${fault}`)]));
  }
}
