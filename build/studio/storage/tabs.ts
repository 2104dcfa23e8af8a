/** Time (ms) that the writing tab has to save and step back; then the lock is taken from it. */
const PATIENCE = 3000;

/** Events of a tab's place among the tabs of one course. */
export interface TabEvents {
  /** This tab may write now. What another tab has saved must be read first. */
  onWriter(): void;
  /** Another tab wants to write: save, while this one still may. */
  onAsked(): Promise<void>;
  /** Another tab writes. */
  onReader(): void;
}

/** Sees to it that only one tab writes a course. The others read. */
export class CourseTabs {
  private readonly name: string;
  private readonly events: TabEvents;
  private readonly channel: BroadcastChannel;
  private release: (() => void) | undefined;
  private isClosed = false;

  /** @param id of the course in this browser */
  constructor(id: string, events: TabEvents) {
    this.name = `cartable-studio ${id}`;
    this.events = events;
    this.channel = new BroadcastChannel(this.name);
    this.channel.addEventListener('message', ({ data }) => {
      if (data === 'ask') void this.stepBack();
    });
  }

  get isWriter(): boolean {
    return this.release !== undefined;
  }

  /** Becomes the writing tab if no other is. */
  async tryWrite(): Promise<void> {
    if (this.isClosed || this.isWriter) return;
    await new Promise<void>((answered) => {
      const held = navigator.locks.request(this.name, { ifAvailable: true }, (lock) => {
        answered();
        if (!lock) return this.events.onReader();
        return this.hold();
      });
      void this.watch(held);
    });
  }

  /** Becomes the writing tab; the one that is saves and steps back first. */
  async takeOver(): Promise<void> {
    if (this.isWriter) return;
    this.channel.postMessage('ask');
    const wait = new AbortController();
    const timer = setTimeout(() => wait.abort(), PATIENCE);
    await new Promise<void>((taken) => {
      const held = navigator.locks.request(this.name, { signal: wait.signal }, () => {
        clearTimeout(timer);
        taken();
        return this.hold();
      });
      void held.catch(() => {
        // The other tab doesn't answer: it sleeps or hangs.
        if (this.isWriter || this.isClosed) return this.lost();
        const stolen = navigator.locks.request(this.name, { steal: true }, () => {
          taken();
          return this.hold();
        });
        return this.watch(stolen);
      });
    });
  }

  close(): void {
    this.isClosed = true;
    this.release?.();
    this.release = undefined;
    this.channel.close();
  }

  /** Holds the lock until it is released. */
  private hold(): Promise<void> {
    return new Promise((resolve) => {
      if (this.isClosed) return resolve();
      this.release = resolve;
      this.events.onWriter();
    });
  }

  /** Notices that the lock was taken by force. */
  private async watch(held: Promise<unknown>): Promise<void> {
    await held.catch(() => this.lost());
  }

  private lost(): void {
    if (!this.isWriter) return;
    this.release = undefined;
    this.events.onReader();
  }

  private async stepBack(): Promise<void> {
    if (!this.release) return;
    await this.events.onAsked();
    this.release?.();
    this.release = undefined;
    this.events.onReader();
  }
}
