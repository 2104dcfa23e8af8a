import type { ModuleContent } from '../../../src/model/course/course.ts';
import { memoryStorage } from '../../helpers/memory-storage.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';
import { Account } from '../../soak/account.ts';
import { clockFrom } from '../../soak/clock.ts';
import { diceOf } from '../../soak/dice.ts';
import type { Expected, Interaction, Snapshot, Version } from '../kept.ts';
import { interactionsIn, objectivesIn, openVisit, type Scorings } from '../visit.ts';
import { begin, finish, goOn, work } from './deeds.ts';
import { expectedOf } from './expected.ts';
import { Learner } from './learner.ts';

/** A state, and what later versions must find in it. */
export interface Made {
  readonly snapshot: Snapshot;
  readonly expected: Expected;
  /** Lock numbers of the activities whose text the LMS has no room for. */
  readonly without: readonly number[];
}

export interface Setting {
  readonly content: ModuleContent;
  readonly types: Scorings;
  readonly version: Version;
  /** Characters of saved state that the LMS accepts. */
  readonly room: number;
  /** The learner fills each field to its limit. */
  readonly isWordy: boolean;
}

const DAY = 86_400_000;

/** Long enough for everything to be saved before the learner leaves. */
const A_WHILE = 15_000;

/** End of a visit: the session is closed, or the network fails after the launch and the tab dies. */
type End = 'closed' | 'killed';

/** One learner's attempt, from visit to visit: the same at each run. */
export class Attempt {
  private readonly setting: Setting;
  private readonly clock = clockFrom(Date.UTC(2026, 9, 5, 7, 30));
  private readonly dice = diceOf(2026);
  private readonly learner: Learner;
  private readonly storage = memoryStorage();
  private lms: StrictLms | undefined;
  private seconds = 0;

  constructor(setting: Setting) {
    this.setting = setting;
    this.learner = new Learner(new Account(setting.content, setting.types), { ...setting, clock: this.clock, dice: this.dice });
  }

  fresh(): Made {
    return this.visit((learner) => begin(learner));
  }

  half(): Made {
    return this.visit((learner) => work(learner));
  }

  done(): Made {
    return this.visit((learner) => finish(learner));
  }

  /** The same for a visit with another browser, which lacks this one's storage. */
  elsewhere({ snapshot: { storage: _, ...snapshot }, expected, without }: Made): Made {
    const { interactions, objectives } = expected;
    return { snapshot, expected: { ...expectedOf(this.learner, expected.seconds, without), interactions, objectives }, without };
  }

  /** The LMS has only the launch of this visit; the browser has its work. */
  killed(): Made {
    const { account } = this.learner;
    const before = new Map(account.facts);
    const { expected, ...made } = this.visit((learner) => goOn(learner), 'killed');
    // The next visit sends the LMS newer answers to these.
    const again = account.content.activities.filter(({ n }) => account.facts.get(n) !== before.get(n)).map(({ id }) => id);
    const isAgain = (row: Interaction): boolean => again.some((id) => row.id === id || row.id.startsWith(`${id}.`));
    const interactions = expected.interactions.map((row) => (isAgain(row) ? { id: row.id } : row));
    return { ...made, expected: { ...expected, interactions } };
  }

  private visit(deeds: (learner: Learner) => void, how: End = 'closed'): Made {
    const { content, types, version, room } = this.setting;
    const options = { version, learner: { id: 'e-4711', name: 'Moreau, Inès' }, limits: { suspendData: room } };
    const lms = this.lms?.launchAgain() ?? new StrictLms(options);
    this.lms = lms;
    const { clock, dice, storage } = this;
    let isOnline = true;
    const picture = {
      // biome-ignore lint/suspicious/noThenProperty: it stands in for a promise.
      then: (hear: (kept: boolean) => void) => void clock.later(90, () => hear(isOnline)),
    };
    const witness = () => picture as unknown as Promise<boolean>;
    const opened = clock.now();
    const world = { content, types, version, lms, storage, now: clock.now, random: dice.next, later: clock.later };
    const tracker = openVisit({ ...world, witness });
    this.learner.sitDown(tracker);
    // As the player does: the page where the learner stopped.
    this.learner.turnTo(this.learner.page || (content.pages[0]?.id ?? ''));
    if (how === 'killed') {
      isOnline = false;
      lms.faults.commit = 'lost';
    }
    deeds(this.learner);
    if (how === 'closed') clock.pass(A_WHILE);
    else tracker.flush();
    this.seconds += Math.floor((clock.now() - opened) / 1000);
    if (how === 'closed') tracker.leave();
    clock.clear();
    clock.pass(DAY);
    return this.made(options, tracker.without());
  }

  private made(options: Snapshot['lms'], without: readonly number[]): Made {
    const { version } = this.setting;
    const { stored = {} } = this.lms ?? {};
    const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '').sort();
    const storage = Object.fromEntries(keys.map((key) => [key, this.storage.getItem(key) ?? '']));
    const standing = expectedOf(this.learner, this.seconds, []);
    return {
      snapshot: { lms: options, stored, ...(keys.length > 0 && { storage }) },
      without,
      expected: { ...standing, interactions: interactionsIn(stored, version), objectives: objectivesIn(stored) },
    };
  }
}
