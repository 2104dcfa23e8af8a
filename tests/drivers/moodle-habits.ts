/** What becomes of a commit: kept; refused; answered `true` with the network down. */
export type Fate = 'kept' | 'refused' | 'lost';

/** The next commit's fate, and sets that fail: `element` once, with its code. */
export interface Faults {
  commit: Fate;
  set: Map<string, number>;
}

/**
 * How Moodle's player carries data to its server (moodle.md 17, 18), without any check of values.
 * 1.2 sends an element when its value is not the one last sent, whatever became of that; 2004 sends all, but single
 * elements that have the value of the launch.
 */
export class MoodleHabits {
  readonly api: Record<string, (...args: string[]) => string>;
  readonly faults: Faults = { commit: 'kept', set: new Map() };
  commits = 0;
  private readonly session = new Map<string, string>();
  private readonly sent: Map<string, string>;
  private error = 0;

  private readonly version: '1.2' | '2004';
  readonly server: Map<string, string>;

  constructor(version: '1.2' | '2004', server: Map<string, string>) {
    this.version = version;
    this.server = server;
    this.sent = new Map(server);
    const ok = (): string => this.answer(0);
    const methods = {
      Initialize: ok,
      GetValue: (element: string) => this.get(element),
      SetValue: (element: string, value: string) => this.set(element, value),
      Commit: () => this.commit(),
      [version === '1.2' ? 'Finish' : 'Terminate']: () => this.commit(),
      GetLastError: () => String(this.error),
    };
    const prefix = version === '1.2' ? 'LMS' : '';
    this.api = Object.fromEntries(Object.entries(methods).map(([name, method]) => [prefix + name, method as () => string]));
  }

  private answer(code: number): string {
    this.error = code;
    return code === 0 ? 'true' : 'false';
  }

  private get(element: string): string {
    this.error = 0;
    if (element.endsWith('_children')) return 'id';
    const [, list] = /^(.*)\._count$/.exec(element) ?? [];
    const names = [...this.session.keys(), ...this.server.keys()].filter((name) => name.startsWith(`${list}.`));
    const indexes = names.map((name) => Number(name.slice((list ?? '').length + 1).split('.')[0]));
    if (list !== undefined) return String(Math.max(-1, ...indexes) + 1);
    return this.session.get(element) ?? this.server.get(element) ?? '';
  }

  private set(element: string, value: string): string {
    const code = this.faults.set.get(element) ?? 0;
    this.faults.set.delete(element);
    if (code === 0) this.session.set(element, value);
    return this.answer(code);
  }

  private commit(): string {
    this.commits++;
    const fate = this.faults.commit;
    const load = [...this.session].filter(([element, value]) => this.isSent(element, value));
    if (this.version === '1.2') for (const [element, value] of load) this.sent.set(element, value);
    if (fate === 'kept') for (const [element, value] of load) this.server.set(element, value);
    return this.answer(fate === 'refused' ? 101 : 0);
  }

  private isSent(element: string, value: string): boolean {
    return (this.version === '2004' && /\.\d+\./.test(element)) || this.sent.get(element) !== value;
  }
}
