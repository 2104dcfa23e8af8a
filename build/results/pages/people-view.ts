import type { Report, ReportParticipation, ReportSession } from '../report-schema.ts';
import type { ReportStrings } from '../strings.ts';
import { initials } from './view.ts';

/** Maximum number of people for whom boxes are drawn. */
const MOST_BOXES = 150;

type State = ReportParticipation['state'];

/** Returns somebody's progress, in percent of the pages. */
function partOf({ donePages, state }: ReportParticipation, { pages }: ReportSession): number {
  return state === 'done' ? 100 : Math.round((100 * donePages.length) / Math.max(1, pages.length));
}

/** Counts the group by state, with a box for each person. */
export function groupStrip(session: ReportSession, { people }: Report, strings: ReportStrings) {
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
      return { sheet, part, short: initials(name), label: state === 'underway' ? strings.format('bilan.part', { name, n: part }) : name };
    });
    return {
      kind,
      n: own.length,
      label: strings.format(label, { n: own.length }),
      boxes: session.participations.length > MOST_BOXES ? [] : boxes,
    };
  });
}

/** Explains why somebody should be reminded. */
function whyOf({ why, donePages, score }: ReportParticipation, { pages, pass }: ReportSession, strings: ReportStrings): string {
  if (why === 'below') return strings.format('why.below', { score: strings.percent(score ?? 0), pass: strings.percent(pass ?? 0) });
  const reached = score === undefined ? '' : strings.format('why.answered.score', { score: strings.percent(score) });
  if (why === 'answered') return strings.format('why.answered', { score: reached });
  if (why !== 'stopped') return why === '' ? '' : strings.format('why.unopened');
  const next = pages.findIndex((_, index) => !donePages.includes(index));
  return donePages.length === 0 ? strings.format('why.begun') : strings.format('why.stopped', { page: next + 1, all: pages.length });
}

/** People who have not finished: those who have not begun, then the earliest visits. */
export function reminders(session: ReportSession, { people }: Report, strings: ReportStrings) {
  const open = session.participations.filter(({ state }) => state !== 'done');
  const order = (state: State): number => (state === 'none' ? 0 : 1);
  const sorted = [...open].sort((a, b) => order(a.state) - order(b.state) || (a.last < b.last ? -1 : 1));
  const list = sorted.map((one) => {
    const { name = '', email = '', sheet = '' } = people[one.person] ?? {};
    const copy = strings.format('remind.copyOf', { name });
    return {
      name,
      email,
      sheet,
      why: whyOf(one, session, strings),
      last: one.last ? strings.moment(one.last) : strings.format('never'),
      copy,
    };
  });
  const addresses = list.map(({ email }) => email).filter(Boolean);
  return {
    title: list.length === 0 ? strings.format('remind.none') : strings.format('remind.title', { n: list.length }),
    list,
    bcc: addresses.map(encodeURIComponent).join(','),
    addresses: addresses.join('; '),
    copyAll: addresses.length > 1 ? strings.format('remind.copyAll', { n: addresses.length }) : '',
  };
}

/** The table of everybody. */
export function learnerRows(session: ReportSession, { people }: Report, strings: ReportStrings) {
  const texts = new Set(session.questions.filter(({ kind }) => kind === 'text').map(({ id }) => id));
  return session.participations.map((one) => {
    const { name = '', sheet = '' } = people[one.person] ?? {};
    const isOpen = one.state !== 'none';
    const own = one.answers.filter(({ id }) => texts.has(id)).length;
    return {
      name,
      sheet,
      state: strings.format(`state.${one.state}`),
      mark: { done: '●', underway: '◐', none: '○' }[one.state],
      stateKey: { done: '2', underway: '1', none: '0' }[one.state],
      pages: isOpen ? strings.format('outOf', { n: one.donePages.length, all: session.pages.length }) : strings.format('none'),
      pagesKey: isOpen ? one.donePages.length : -1,
      score: one.score === undefined ? strings.format('none') : strings.percent(one.score),
      scoreKey: one.score ?? -1,
      texts: isOpen ? String(own) : strings.format('none'),
      textsKey: isOpen ? own : -1,
      last: one.last ? strings.moment(one.last) : strings.format('never'),
      lastKey: one.last,
    };
  });
}

/** A measured time below this share of the declared duration is implausible. */
const SHORT = 0.1;

/** Bars of measured time, with the declared duration as a line; null if no time was measured. */
export function times({ participations, minutes }: ReportSession, { people }: Report, strings: ReportStrings) {
  const begun = participations.filter(({ state }) => state !== 'none');
  const longest = Math.max(1, minutes * 60, ...begun.map(({ seconds = 0 }) => seconds));
  if (!begun.some(({ seconds }) => seconds !== undefined)) return null;
  const rows = begun.map(({ person, seconds, state }) => {
    const isShort = seconds !== undefined && state === 'done' && minutes > 0 && seconds < minutes * 60 * SHORT;
    const note = seconds === undefined ? 'time.unknown' : isShort ? 'time.short' : state === 'underway' ? 'time.underway' : '';
    return {
      name: people[person]?.name ?? '',
      time: seconds === undefined ? '?' : strings.duration(seconds),
      value: Math.round((1000 * (seconds ?? 0)) / longest) / 10,
      note: note === '' ? '' : strings.format(note),
      isShort,
    };
  });
  return {
    rows,
    line: minutes > 0 ? Math.round((6000 * 10 * minutes) / longest) / 10 : 0,
    declared: minutes > 0 ? strings.format('time.declared', { n: minutes }) : '',
  };
}
