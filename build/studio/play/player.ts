import type { Played } from '../engine/calls.ts';
import type { Call, CmiRecord, FromFrame, LmsSettings, Shown, ToFrame } from './messages.ts';
import { readMessage } from './read-message.ts';
import { type Sandbox, sandboxIn } from './sandbox.ts';

/** Events of a visit. */
export interface PlayerEvents {
  onCall(call: Call): void;
  /** Null: there is no record. */
  onRecord(record: CmiRecord | null): void;
  /** An activity or a page was clicked. */
  onPicked(id: string): void;
  /** The visit is on screen. */
  onShown(): void;
}

/** A visit: what is played, for whom. */
export interface Visit {
  readonly files: NonNullable<Played>;
  readonly settings: LmsSettings;
  /** Names the record that the visit continues. */
  readonly key: string;
  readonly show: Shown | null;
}

/** Addresses of the frame's empty page, of the script that plays in it, and of the LMS's scripts. */
export interface PlayerAddresses {
  readonly frame: string;
  readonly script: string;
  readonly lms: Readonly<Record<LmsSettings['version'], string>>;
}

/** Time (ms) that a frame has to end its visit. */
const END_PATIENCE = 500;

/** Plays sessions in sandboxed frames, and keeps the records of their learners while the studio is open. */
export class Player {
  private readonly stage: HTMLElement;
  private readonly addresses: PlayerAddresses;
  private readonly label: string;
  private readonly events: PlayerEvents;
  private readonly records = new Map<string, CmiRecord>();
  private visit: Visit | null = null;
  /** The frame of the visit. The one before stays on screen until this one shows something. */
  private frame: HTMLIFrameElement | null = null;
  /** The sandbox in it. */
  private sandbox: Sandbox | null = null;
  private ended: (() => void) | undefined;
  private queue: Promise<void> = Promise.resolve();
  /** The sandbox that has got its visit: a page that replaces it must not get one. */
  private served: Sandbox | null = null;
  private readonly take = (event: MessageEvent<unknown>): void => {
    if (!this.sandbox || event.source !== this.sandbox.window) return;
    const message = readMessage(event.data);
    if (message) this.answer(message);
  };

  /** @param stage element that contains the frames @param label name of the frame for a screen reader */
  constructor(stage: HTMLElement, addresses: PlayerAddresses, label: string, events: PlayerEvents) {
    this.stage = stage;
    this.addresses = addresses;
    this.label = label;
    this.events = events;
    addEventListener('message', this.take);
  }

  /** Ends the visit before, and begins a new one. */
  open(visit: Visit): Promise<void> {
    this.queue = this.queue.then(async () => {
      await this.end();
      this.visit = visit;
      this.events.onRecord(this.records.get(visit.key) ?? null);
      this.frame = this.addFrame();
      this.sandbox = null;
      await this.addSandbox(this.frame, visit);
    });
    return this.queue;
  }

  /** Removes a learner's record. The visit that is open leaves none. */
  forget(key: string): Promise<void> {
    this.queue = this.queue.then(async () => {
      await this.end();
      this.records.delete(key);
    });
    return this.queue;
  }

  show(shown: Shown): void {
    this.post({ kind: 'show', ...shown });
  }

  close(): void {
    removeEventListener('message', this.take);
    this.stage.replaceChildren();
  }

  private addFrame(): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.title = this.label;
    frame.dataset.state = 'starting';
    frame.src = this.addresses.frame;
    this.stage.append(frame);
    return frame;
  }

  private async addSandbox(frame: HTMLIFrameElement, { settings }: Visit): Promise<void> {
    const { lms, script } = this.addresses;
    const sandbox = await sandboxIn(frame, [lms[settings.version], script], 'allow-scripts allow-forms', this.label);
    if (this.frame === frame) this.sandbox = sandbox;
    sandbox?.begin();
  }

  /** Ends the visit, and waits for its record. */
  private end(): Promise<void> {
    if (!this.frame || !this.visit) return Promise.resolve();
    return new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(timer);
        this.ended = undefined;
        this.visit = null;
        resolve();
      };
      const timer = setTimeout(over, END_PATIENCE);
      this.ended = over;
      this.post({ kind: 'end' });
    });
  }

  private answer(message: FromFrame): void {
    const { visit } = this;
    if (message.kind === 'ready' && visit && this.served !== this.sandbox) {
      this.served = this.sandbox;
      const { files, settings, key, show } = visit;
      const record = this.records.get(key) ?? null;
      this.post({ kind: 'play', files, settings, record, show });
    }
    if (message.kind === 'shown') this.swap();
    if (message.kind === 'ended') this.ended?.();
    if (message.kind === 'call') this.events.onCall(message.call);
    if (message.kind === 'record' && visit) {
      if (message.isSaved) this.records.set(visit.key, message.record);
      this.events.onRecord(message.record);
    }
    if (message.kind === 'picked') this.events.onPicked(message.id);
  }

  /** Removes the frames of earlier visits. */
  private swap(): void {
    for (const child of [...this.stage.children]) if (child !== this.frame) child.remove();
    if (this.frame) this.frame.dataset.state = 'shown';
    this.events.onShown();
  }

  private post(message: ToFrame): void {
    // An opaque origin has no name that could be given here.
    this.sandbox?.window?.postMessage(message, '*');
  }
}
