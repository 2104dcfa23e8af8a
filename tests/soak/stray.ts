import { createScorm12 } from '../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../src/lms/scorm2004.ts';
import type { Activity, Answer } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { createTracker, type Tracker } from '../../src/visit/tracker.ts';
import { StrictLms } from '../helpers/strict-lms.ts';
import { RANKS } from './account.ts';
import { randomAnswer } from './answers.ts';
import type { Computer, Finding, Seat } from './seat.ts';

/** Fates of the lock before a package was built that replaces the module's own. */
export const LOCKS = ['lost', 'restored', 'merged'] as const;

type Fate = (typeof LOCKS)[number];

/** Characters of a part's origin. */
const ORIGIN = 2;

/** The module as such a package has it, and the activities whose number or last letter means something else there. */
interface Stray {
  readonly content: ModuleContent;
  readonly altered: readonly Activity[];
}

const isPlain = ({ quiz, options }: Activity): boolean => quiz === undefined && !(options as { questions?: unknown }).questions;

/** A lock of another line; one that gave the last letter to another part; one that swapped two numbers. */
function strayOf(content: ModuleContent, fate: Fate): Stray | undefined {
  if (fate === 'lost') return { content: { ...content, line: 'perdu' }, altered: content.activities.filter(isPlain) };
  const plain = content.activities.filter(isPlain);
  const [one, other] = plain;
  if (content.chapters || !one || !other) return undefined;
  const altered =
    fate === 'merged'
      ? [
          { ...one, n: other.n },
          { ...other, n: one.n },
        ]
      : plain.filter(({ origins }) => origins !== '').map((each) => ({ ...each, origins: `${each.origins.slice(0, -ORIGIN)}__` }));
  const rest = content.activities.filter(({ id }) => !altered.some((each) => each.id === id));
  return { content: { ...content, activities: [...rest, ...altered].sort((a, b) => a.n - b.n) }, altered };
}

/** The answer names the part whose letter is another one's now. */
function namesLast(answer: Answer | undefined, { origins }: Activity): boolean {
  const last = origins.length / ORIGIN - 1;
  const token = String.fromCharCode(97 + last);
  return last < 26 && JSON.stringify(answer ?? null).includes(`"${token}"`);
}

/** Answers to altered activities that are shown, though they were given to something else. */
function shown(tracker: Tracker, { altered }: Stray, fate: Fate, seat: Seat): Finding[] {
  return altered.flatMap((activity): Finding[] => {
    const { answer, draft } = tracker.state().activities[activity.n] ?? {};
    if (answer === undefined && draft === undefined) return [];
    if (seat.strays.get(`${fate} ${activity.id}`) === JSON.stringify(answer ?? null)) return [];
    if (fate === 'restored' && !namesLast(answer, activity) && !namesLast(draft, activity)) return [];
    return [{ kind: 'moved', what: `${fate}: ${activity.id} shows ${JSON.stringify([answer, draft]).slice(0, 200)}` }];
  });
}

/** Answers one of the altered activities, so that what was set aside has to make way and come back. */
function answerOne(tracker: Tracker, { altered }: Stray, fate: Fate, seat: Seat, { dice, types }: Computer): void {
  // Activities with the same meaning in both packages can be changed.
  const isOpen = ({ id, n }: Activity): boolean => !tracker.standing(id).locked && (fate !== 'restored' || !tracker.state().activities[n]);
  const open = altered.filter(isOpen);
  if (open.length === 0) return;
  const activity = dice.one(open);
  const scoring = types[activity.type];
  if (!scoring) return;
  const answer = randomAnswer(dice, activity, scoring);
  if (fate === 'restored' && !namesLast(answer, activity)) return;
  tracker.submit(activity.id, answer);
  seat.strays.set(`${fate} ${activity.id}`, JSON.stringify(answer ?? null));
}

/** Texts of both packages may not fit into the LMS, and this browser keeps nothing: then nobody can keep them. */
function hasRoom({ options }: Seat, { isStoring }: Computer): boolean {
  return isStoring || options.version === '2004' || (options.limits?.suspendData ?? 0) > 4096;
}

/** Opens a package for one calm visit. */
function open(seat: Seat, content: ModuleContent, computer: Computer): Tracker | undefined {
  const lms = seat.lms?.launchAgain({ mode: 'normal', faults: {} }) ?? new StrictLms(seat.options);
  seat.lms = lms;
  const driver = seat.options.version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  const { clock, dice, storage, types } = computer;
  // biome-ignore lint/suspicious/noThenProperty: it stands in for a promise that has settled.
  const witness = (): Promise<boolean> => ({ then: (next: (kept: boolean) => void) => next(true) }) as unknown as Promise<boolean>;
  const tracker = createTracker({ content, types, driver, now: clock.now, random: dice.next, later: clock.later, witness, storage });
  return tracker.launch.mode === 'normal' && !tracker.launch.alone ? tracker : undefined;
}

function leave(tracker: Tracker, { clock }: Computer): void {
  clock.pass(12_000);
  tracker.leave();
  clock.clear();
  clock.pass(60_000);
}

/**
 * A visit to a package that was built with another lock. Nothing of the module's own answers may be shown where it means
 * something else; all of it must be there at the next visit to the module itself.
 */
export function playStray(seat: Seat, computer: Computer): Finding[] {
  const { dice, clock, report: tell } = computer;
  const fate = dice.one(LOCKS);
  const { history } = seat;
  const stray = strayOf(history.account.content, fate);
  if (!stray || !seat.lms || seat.unseen || !hasRoom(seat, computer)) return [];
  const began = clock.now();
  const tracker = open(seat, stray.content, computer);
  if (!tracker) return [];
  tell(`lock ${fate}: found ${tracker.found}`);
  const findings = shown(tracker, stray, fate, seat);
  const { page } = tracker.state();
  const here = stray.content.pages.find(({ n }) => n === page) ?? stray.content.pages[0];
  tracker.visit(here?.id ?? '');
  clock.pass(20);
  if (dice.chance(0.7)) answerOne(tracker, stray, fate, seat, computer);
  leave(tracker, computer);
  const { score, status } = tracker.progress();
  history.allow(score, RANKS.indexOf(status));
  seat.mostTime += Math.ceil((clock.now() - began) / 1000);
  return findings;
}
