import { createScorm12 } from '../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../src/lms/scorm2004.ts';
import { createTracker, type Tracker } from '../../src/visit/tracker.ts';
import { StrictLms } from '../helpers/strict-lms.ts';
import { again, draft, type Learner, secondChance, submit, turnTo } from './learner.ts';
import type { Computer, Finding, Seat } from './seat.ts';
import { weatherOver } from './trouble.ts';
import { lowered, unreported } from './unreported.ts';
import { hour, isDead, secondsOf, type Visit, watched } from './watched-driver.ts';

function openTracker(visit: Visit, seat: Seat, computer: Computer, elsewhere = false): Tracker {
  const { lms, weather } = visit;
  const { clock, dice, storage, types } = computer;
  const { content } = seat.history.account;
  const driver = seat.options.version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api, content.thrift);
  return createTracker({
    content,
    types,
    driver: watched(driver, visit, seat, computer),
    now: clock.now,
    random: dice.next,
    later: clock.later,
    witness: weather.witness,
    storage() {
      // A dead page writes nothing.
      if (isDead(lms)) throw new Error('dead');
      return storage();
    },
    elsewhere,
  });
}

/** Another tab of the same browser, while the first one has the attempt: it must leave everything as it is. */
function openSecondTab(visit: Visit, seat: Seat, computer: Computer): Finding[] {
  const lms = visit.lms.launchAgain();
  const before = JSON.stringify(lms.stored);
  const tracker = openTracker({ ...visit, lms }, { ...seat, history: seat.history }, computer, true);
  const [page] = seat.history.account.content.pages;
  tracker.visit(page?.id ?? '');
  for (const { id } of seat.history.account.content.activities.slice(0, 2)) tracker.draft(id, ['a']);
  tracker.flush();
  tracker.leave();
  return JSON.stringify(lms.stored) === before ? [] : [{ kind: 'lost', what: 'a second tab told the LMS something' }];
}

/** One deed, and the time until the next. */
function act(visit: Visit, learner: Learner, seat: Seat, computer: Computer): Finding[] {
  const { dice, clock } = computer;
  const { content } = learner.history.account;
  const action = dice.count(0, 19);
  if (action < 8) submit(learner);
  else if (action < 13) draft(learner);
  else if (action < 16) turnTo(learner, dice.one(content.pages).id);
  else if (action < 17) dice.chance(0.5) ? again(learner) : secondChance(learner);
  else if (action < 18) learner.tracker.flush();
  const findings = action === 19 && dice.chance(0.3) ? openSecondTab(visit, seat, computer) : [];
  clock.pass(dice.one([0, 100, 500, 1500, 4000, 12_000, 30_000, 100_000]));
  return findings;
}

/** End of the visit, and the part of it that must be there at the next launch. */
function end(visit: Visit, learner: Learner, seat: Seat, computer: Computer): Finding[] {
  const { dice, clock, isStoring, report: tell } = computer;
  const { lms, weather } = visit;
  const { history } = seat;
  const isCalm = weather.now.size === 0;
  const how = visit.death === undefined ? dice.one(['closed', 'left', 'hidden', 'crashed']) : 'crashed';
  tell(`${hour(clock.now())} ${how} (${[...weather.now].join('+') || 'calm'})`);
  if (learner.tracker.isHeld()) {
    learner.tracker.leave();
    seat.mostTime = seat.time + secondsOf(visit, clock.now()) + 1;
    return [];
  }
  if (how === 'closed' || how === 'left') {
    if (dice.chance(0.5)) learner.tracker.flush();
    lms.faults.closing = how === 'closed';
    learner.tracker.leave();
    const heavy = lms.calls.at(-1)?.injected === true && isCalm;
    if (isDead(lms)) visit.death ??= clock.now();
    else if (isStoring || (isCalm && !heavy)) {
      history.secure(history.last);
      seat.sureTime = seat.time + secondsOf(visit, clock.now());
    }
  } else if (how === 'hidden') {
    // A phone hides the page, and ends it without another event.
    learner.tracker.flush();
    if (visit.death === undefined && (isStoring || isCalm)) history.secure(history.last);
  }
  const death = visit.death ?? clock.now();
  if (visit.death !== undefined || how === 'crashed') {
    // If the picture came too late to detect an outage, the local copy is already erased.
    if (isStoring && !visit.unseen) history.secure(history.savedBefore(death, Number.NEGATIVE_INFINITY));
    else if (isCalm) history.secure(history.savedBefore(death, weather.calmSince));
  }
  seat.mostTime = seat.time + secondsOf(visit, clock.now()) + 1;
  seat.unseen ||= visit.unseen;
  seat.without = new Set([...seat.without, ...learner.tracker.without()]);
  const isHeard = (how === 'closed' || how === 'left') && visit.death === undefined && isCalm && !visit.unheard && !visit.unseen;
  return isHeard ? unreported(seat, lms.stored) : [];
}

/** Calls that the LMS refused for a fault of ours. To try whether it holds a longer text than the standard promises is none. */
function faultsOf(visit: Visit, { options }: Seat): Finding[] {
  const limit = options.limits?.suspendData ?? (options.version === '1.2' ? 4096 : 64_000);
  const refused = visit.refused.filter(
    ({ name, args }) => !name.includes('Initialize') && !(args[0] === 'cmi.suspend_data' && String(args[1]).length > limit),
  );
  return [
    ...refused.map((call): Finding => ({ kind: 'refused', what: JSON.stringify(call) })),
    ...visit.lms.overlong.map((call): Finding => ({ kind: 'overlong', what: JSON.stringify(call).slice(0, 200) })),
  ];
}

function openLms(seat: Seat, { dice }: Computer): StrictLms {
  const mode = dice.one(['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'review', 'browse'] as const);
  const change = {
    mode,
    opened: dice.chance(0.04),
    faults: {
      ...(dice.chance(0.12) && { crashAfter: dice.count(20, 400) }),
    },
  };
  return seat.lms ? seat.lms.launchAgain(change) : new StrictLms({ ...seat.options, ...change });
}

/** Compares the state at launch with the expected one. */
function checkLaunch(visit: Visit, tracker: Tracker, seat: Seat): Finding[] {
  const state = tracker.state();
  const compared = seat.history.compare(state, seat.without);
  // A picture came although a commit was lost, and the LMS has nothing of the attempt: its work is offered, not taken up.
  const isOffered = tracker.found === 'another' && seat.unseen && tracker.others().length > 0;
  const findings: Finding[] = isOffered ? [] : compared;
  if (isOffered) Object.assign(seat, { sureTime: 0, raw: -1, rank: -1 });
  if (state.time < seat.sureTime) findings.push({ kind: 'lost', what: `${state.time} s instead of ${seat.sureTime}` });
  if (state.time > seat.mostTime) findings.push({ kind: 'lost', what: `${state.time} s are more than ${seat.mostTime}` });
  seat.time = state.time;
  seat.sureTime = 0;
  seat.history.restart(visit.began);
  seat.without = new Set();
  return findings;
}

/** Reads fail while the page opens, for a moment or for good: what is there must not be taken for nothing. */
function failReads({ faults }: StrictLms, { dice }: Computer): void {
  if (!dice.chance(0.06)) return;
  const moments = dice.one([1, 2, Number.POSITIVE_INFINITY]);
  const read = new Map<string, number>();
  faults.throws = (kind, element) => {
    read.set(element, (read.get(element) ?? 0) + 1);
    return kind === 'get' && (read.get(element) ?? 0) <= moments;
  };
}

/** A visit in which nothing is recorded. */
function look({ lms }: Visit, tracker: Tracker, { history }: Seat): Finding[] {
  const { stored } = lms;
  tracker.visit(history.account.content.pages[0]?.id ?? '');
  tracker.leave();
  const isAllowed = (element: string): boolean => lms.stored[element] === 'browsed' || lms.stored[element] === 'suspend';
  const changed = Object.keys(lms.stored).filter((element) => stored[element] !== lms.stored[element] && !isAllowed(element));
  return changed.length > 0 ? [{ kind: 'lowered', what: `a look wrote ${changed}` }] : [];
}

/** A visit in which the learner works. */
function work(visit: Visit, tracker: Tracker, seat: Seat, computer: Computer): Finding[] {
  const { clock, dice, types, report: tell } = computer;
  const { history } = seat;
  const { pages } = history.account.content;
  const findings = checkLaunch(visit, tracker, seat);
  visit.isHeld = tracker.isHeld;
  history.isHeld = tracker.isHeld;
  const { page } = tracker.state();
  const learner: Learner = { history, types, dice, report: tell, now: clock.now, tracker, page: '' };
  turnTo(learner, (pages.find(({ n }) => n === page) ?? pages[0])?.id ?? '');
  clock.pass(20);
  if (visit.weather.count === 0 && visit.death === undefined) findings.push(...unreported(seat, visit.lms.stored));
  const actions = dice.count(0, 16);
  for (let action = 0; action < actions && visit.death === undefined; action++) findings.push(...act(visit, learner, seat, computer));
  return [...findings, ...end(visit, learner, seat, computer)];
}

/** Plays one visit of a learner, through whatever happens. */
export function playVisit(seat: Seat, computer: Computer): Finding[] {
  const { clock, dice, report: tell } = computer;
  const lms = openLms(seat, computer);
  seat.lms = lms;
  const weather = weatherOver(lms, clock, dice);
  const none = { death: undefined, looked: 0, refused: [], saved: false, wholeTime: 0, unheard: false, unseen: false, isHeld: () => false };
  const visit: Visit = { lms, weather, began: clock.now(), ...none };
  failReads(lms, computer);
  const tracker = openTracker(visit, seat, computer);
  delete lms.faults.throws;
  const { mode, alone } = tracker.launch;
  tell(`visit of ${seat.options.learner?.id}: ${mode}${alone ? ', alone' : ''}, found ${tracker.found}`);
  if (isDead(lms)) return finish(visit, seat, computer, []);
  const isLook = mode !== 'normal' || alone;
  return finish(visit, seat, computer, isLook ? look(visit, tracker, seat) : work(visit, tracker, seat, computer));
}

/** Ends the visit: time passes after the page has closed, and the whole visit is checked. */
function finish(visit: Visit, seat: Seat, computer: Computer, findings: Finding[]): Finding[] {
  const { lms, weather } = visit;
  const { clock, dice } = computer;
  // A fault between two commits may leave the other value of a detour. The next good save fixes it, or the next launch if
  // no picture revealed the fault.
  const isMended = visit.saved && !visit.unseen && visit.death === undefined && weather.now.size === 0;
  clock.clear();
  clock.pass(dice.one([500, 60_000, 3_600_000, 2 * 86_400_000]));
  computer.faults += weather.count + lms.calls.filter(({ injected }) => injected).length + (visit.death === undefined ? 0 : 1);
  return [...findings, ...(isMended ? lowered(seat, lms.stored) : []), ...faultsOf(visit, seat)];
}
