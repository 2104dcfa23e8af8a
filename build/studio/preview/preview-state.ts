import { signal } from '@preact/signals';
import type { CmiRecord } from '../../preview/client/lms.ts';
import { factsOfRecord, type RecordFacts } from '../../preview/client/record-facts.ts';
import type { Playing } from '../engine/calls.ts';
import type { Call, Shown } from '../play/messages.ts';
import { Player, type PlayerAddresses } from '../play/player.ts';
import type { Studio } from '../studio.ts';
import { shownText } from '../text/raw-text.ts';
import { lineOf, shownAt } from './follow.ts';

/** Learners to play a session as. Three are enough to see that their records are separate. */
export const LEARNERS = [
  { id: 'camille', name: 'Camille' },
  { id: 'sacha', name: 'Sacha' },
  { id: 'noor', name: 'Noor' },
] as const;

export type LearnerId = (typeof LEARNERS)[number]['id'];
export type Standard = Playing['standard'];

/** Largest number of calls that are listed. */
const MOST_CALLS = 200;

/** Delay (ms) after a check before the session is played again: somebody is typing. */
const REST = 250;

function isSameData(one: Uint8Array | string, other: Uint8Array | string | undefined): boolean {
  if (one === other || typeof one === 'string' || other === undefined || typeof other === 'string') return one === other;
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Tests whether two packages play the same. */
function isSame(one: ReadonlyMap<string, Uint8Array | string>, other: ReadonlyMap<string, Uint8Array | string> | null): boolean {
  if (!other || one.size !== other.size) return false;
  return [...one].every(([name, data]) => isSameData(data, other.get(name)));
}

/** The preview of one session: what is played, for whom, and what the LMS has got. */
export class PreviewState {
  readonly learner = signal<LearnerId>('camille');
  readonly standard = signal<Standard>('1.2');
  readonly cohort = signal('');
  readonly facts = signal<RecordFacts | null>(null);
  readonly record = signal<CmiRecord | null>(null);
  readonly calls = signal<readonly Call[]>([]);
  /** Calls that the LMS refused in this visit. */
  readonly refused = signal(0);
  readonly isPlayed = signal(false);
  private readonly studio: Studio;
  private readonly session: string;
  private readonly path: string;
  private readonly player: Player;
  private files: ReadonlyMap<string, Uint8Array | string> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown: Shown | null = null;
  /** Place that the visit began with. */
  private begunAt: Shown | null = null;

  constructor(
    studio: Studio,
    session: { readonly id: string; readonly path: string },
    stage: HTMLElement,
    addresses: PlayerAddresses,
    label: string,
  ) {
    this.studio = studio;
    this.session = session.id;
    this.path = session.path;
    this.player = new Player(stage, addresses, label, {
      onCall: (call) => this.take(call),
      onRecord: (record) => {
        this.record.value = record;
        this.facts.value = record && factsOfRecord(record);
      },
      onPicked: (id) => this.goTo(id),
      onShown: () => {
        this.isPlayed.value = true;
        // The cursor may have moved while the frame was starting.
        if (this.shown && this.shown !== this.begunAt) this.player.show(this.shown);
      },
    });
  }

  /** Plays the session as it is now, once nothing has changed for a moment. */
  playSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.play(false), this.isPlayed.value ? REST : 0);
  }

  /** Begins a visit. @param always also if nothing has changed */
  async play(always: boolean): Promise<void> {
    const files = await this.studio.play({ session: this.session, cohort: this.cohort.value, standard: this.standard.value });
    if (!files || (!always && isSame(files, this.files))) return;
    this.files = files;
    this.calls.value = [];
    this.refused.value = 0;
    this.begunAt = this.shown;
    await this.player.open({ files, settings: this.settings(), key: this.key(), show: this.shown });
  }

  /** Removes the learner's record and begins a first visit. */
  async startOver(): Promise<void> {
    await this.player.forget(this.key());
    this.shown = null;
    await this.play(true);
  }

  /** Shows what the cursor is in. */
  follow(line: number): void {
    const found = shownAt(shownText(this.studio.project.text(this.path) ?? ''), line);
    if (!found || (found.page === this.shown?.page && found.activity === this.shown.activity)) return;
    this.shown = found;
    if (this.isPlayed.value) this.player.show(found);
  }

  close(): void {
    clearTimeout(this.timer);
    this.player.close();
  }

  private key(): string {
    return [this.session, this.cohort.value, this.standard.value, this.learner.value].join('/');
  }

  private settings() {
    const { id, name } = LEARNERS.find((one) => one.id === this.learner.value) ?? LEARNERS[0];
    // Cohorts have different texts: data of one must not count as an earlier version of another.
    return { version: this.standard.value, learner: { id: `${id}.${this.cohort.value}`, name }, mode: 'normal' as const };
  }

  private take(call: Call): void {
    if (call.error !== 0 && !call.method.includes('GetValue')) this.refused.value += 1;
    this.calls.value = [call, ...this.calls.value].slice(0, MOST_CALLS);
  }

  private goTo(id: string): void {
    const line = lineOf(shownText(this.studio.project.text(this.path) ?? ''), id);
    if (line === undefined) return;
    const { activity, page } = shownAt(shownText(this.studio.project.text(this.path) ?? ''), line) ?? { activity: '', page: '' };
    this.shown = { activity, page };
    this.studio.cursor.value = { path: this.path, line, isPicked: true };
  }
}
