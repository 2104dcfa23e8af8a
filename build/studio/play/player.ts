import type { Played } from '../engine/calls.ts';
import type { Call, CmiRecord, FromFrame, LmsSettings, ToFrame } from './messages.ts';

/** What happens in the frame. */
export interface PlayerEvents {
  onCall(call: Call): void;
  onRecord(record: CmiRecord): void;
  onPicked(id: string): void;
}

/** A visit: what is played, for whom. */
export interface Visit {
  readonly files: NonNullable<Played>;
  readonly settings: LmsSettings;
  /** Names the record that the visit continues. */
  readonly key: string;
}

/** Plays sessions in a sandboxed frame, and keeps the records of their learners while the studio is open. */
export class Player {
  private readonly frame: HTMLIFrameElement;
  private readonly address: string;
  private readonly lms: Readonly<Record<LmsSettings['version'], string>>;
  private readonly events: PlayerEvents;
  private readonly records = new Map<string, CmiRecord>();
  private visit: Visit | null = null;
  private readonly take = (event: MessageEvent<FromFrame>): void => {
    if (event.source === this.frame.contentWindow) this.answer(event.data);
  };

  constructor(frame: HTMLIFrameElement, address: string, lms: Player['lms'], events: PlayerEvents) {
    this.frame = frame;
    this.address = address;
    this.lms = lms;
    this.events = events;
    addEventListener('message', this.take);
  }

  /** Begins a visit; the one before ends as in an LMS, when the frame loses its page. */
  open(visit: Visit): void {
    this.visit = visit;
    this.frame.src = this.address;
  }

  /** Removes a learner's record. The next visit is a first one. */
  forget(key: string): void {
    this.records.delete(key);
    if (this.visit?.key === key) this.visit = null;
  }

  show(page: string, activity: string): void {
    this.post({ kind: 'show', page, activity });
  }

  close(): void {
    removeEventListener('message', this.take);
    this.frame.src = 'about:blank';
  }

  private answer(message: FromFrame): void {
    const { visit } = this;
    if (message.kind === 'ready' && visit) {
      const { files, settings, key } = visit;
      const lms = new URL(this.lms[settings.version], document.baseURI).href;
      this.post({ kind: 'play', files, settings, record: this.records.get(key) ?? null, lms });
    }
    if (message.kind === 'call') this.events.onCall(message.call);
    if (message.kind === 'record') {
      if (message.isSaved && visit) this.records.set(visit.key, message.record);
      this.events.onRecord(message.record);
    }
    if (message.kind === 'picked') this.events.onPicked(String(message.id));
  }

  private post(message: ToFrame): void {
    // An opaque origin has no name that could be given here.
    this.frame.contentWindow?.postMessage(message, '*');
  }
}
