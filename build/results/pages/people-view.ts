import type { Report, ReportParticipation, ReportSession } from '../report-schema.ts';
import type { ReportWords } from '../words.ts';
import { initials } from './view.ts';

/** Maximum number of people for whom boxes are drawn. */
const MOST_BOXES = 150;

type State = ReportParticipation['state'];

/** Returns somebody's progress, in percent of the pages. */
function partOf({ donePages, state }: ReportParticipation, { pages }: ReportSession): number {
  return state === 'done' ? 100 : Math.round((100 * donePages.length) / Math.max(1, pages.length));
}

/** Counts the group by state, with a box for each person. */
export function groupStrip(session: ReportSession, { people }: Report, words: ReportWords) {
  const groups = [
    { state: 'done', kind: 'done', label: 'bilan.done' },
    { state: 'underway', kind: 'way', label: 'bilan.underway' },
    { state: 'none', kind: 'none', label: 'bilan.unopened' },
  ] as const;
  return groups.map(({ state, kind, label }) => {
    const own = session.participations.filter((one) => one.state === state);
    const boxes = own.map((one) => {
      const { name = '', sheet = '' } = people[one.person] ?? {};
      const part = partOf(one, session);
      return { sheet, part, short: initials(name), label: state === 'underway' ? words.say('bilan.part', { name, n: part }) : name };
    });
    return {
      kind,
      n: own.length,
      label: words.say(label, { n: own.length }),
      boxes: session.participations.length > MOST_BOXES ? [] : boxes,
    };
  });
}

/** Explains why somebody should be reminded. */
function whyOf({ why, donePages, score }: ReportParticipation, { pages, pass }: ReportSession, words: ReportWords): string {
  if (why === 'below') return words.say('why.below', { score: words.percent(score ?? 0), pass: words.percent(pass ?? 0) });
  const reached = score === undefined ? '' : words.say('why.answered.score', { score: words.percent(score) });
  if (why === 'answered') return words.say('why.answered', { score: reached });
  if (why !== 'stopped') return why === '' ? '' : words.say('why.unopened');
  const next = pages.findIndex((_, index) => !donePages.includes(index));
  return donePages.length === 0 ? words.say('why.begun') : words.say('why.stopped', { page: next + 1, all: pages.length });
}

/** People who have not finished: those who have not begun, then the earliest visits. */
export function reminders(session: ReportSession, { people }: Report, words: ReportWords) {
  const open = session.participations.filter(({ state }) => state !== 'done');
  const order = (state: State): number => (state === 'none' ? 0 : 1);
  const sorted = [...open].sort((a, b) => order(a.state) - order(b.state) || (a.last < b.last ? -1 : 1));
  const list = sorted.map((one) => {
    const { name = '', email = '', sheet = '' } = people[one.person] ?? {};
    const copy = words.say('remind.copyOf', { name });
    return { name, email, sheet, why: whyOf(one, session, words), last: one.last ? words.moment(one.last) : words.say('never'), copy };
  });
  const addresses = list.map(({ email }) => email).filter(Boolean);
  return {
    title: list.length === 0 ? words.say('remind.none') : words.say('remind.title', { n: list.length }),
    list,
    bcc: addresses.map(encodeURIComponent).join(','),
    addresses: addresses.join('; '),
    copyAll: addresses.length > 1 ? words.say('remind.copyAll', { n: addresses.length }) : '',
  };
}

/** The table of everybody. */
export function learnerRows(session: ReportSession, { people }: Report, words: ReportWords) {
  const texts = new Set(session.questions.filter(({ kind }) => kind === 'text').map(({ id }) => id));
  return session.participations.map((one) => {
    const { name = '', sheet = '' } = people[one.person] ?? {};
    const isOpen = one.state !== 'none';
    const own = one.answers.filter(({ id }) => texts.has(id)).length;
    return {
      name,
      sheet,
      state: words.say(`state.${one.state}`),
      mark: { done: '●', underway: '◐', none: '○' }[one.state],
      stateKey: { done: '2', underway: '1', none: '0' }[one.state],
      pages: isOpen ? words.say('outOf', { n: one.donePages.length, all: session.pages.length }) : words.say('none'),
      pagesKey: isOpen ? one.donePages.length : -1,
      score: one.score === undefined ? words.say('none') : words.percent(one.score),
      scoreKey: one.score ?? -1,
      texts: isOpen ? String(own) : words.say('none'),
      textsKey: isOpen ? own : -1,
      last: one.last ? words.moment(one.last) : words.say('never'),
      lastKey: one.last,
    };
  });
}

/** A measured time below this share of the declared duration is implausible. */
const SHORT = 0.1;

/** Bars of measured time, with the declared duration as a line; null if no time was measured. */
export function times({ participations, minutes }: ReportSession, { people }: Report, words: ReportWords) {
  const begun = participations.filter(({ state }) => state !== 'none');
  const longest = Math.max(minutes * 60, ...begun.map(({ seconds = 0 }) => seconds));
  if (!begun.some(({ seconds }) => seconds !== undefined)) return null;
  const rows = begun.map(({ person, seconds, state }) => {
    const isShort = seconds !== undefined && state === 'done' && minutes > 0 && seconds < minutes * 60 * SHORT;
    const note = seconds === undefined ? 'time.unknown' : isShort ? 'time.short' : state === 'underway' ? 'time.underway' : '';
    return {
      name: people[person]?.name ?? '',
      time: seconds === undefined ? '?' : words.duration(seconds),
      value: Math.round((1000 * (seconds ?? 0)) / longest) / 10,
      note: note === '' ? '' : words.say(note),
      isShort,
    };
  });
  return {
    rows,
    line: minutes > 0 ? Math.round((6000 * 10 * minutes) / longest) / 10 : 0,
    declared: minutes > 0 ? words.say('time.declared', { n: minutes }) : '',
  };
}
