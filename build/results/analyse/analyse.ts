import type { Answer } from '../join/attempt.ts';
import type { Joined, JoinedSession, Participation } from '../join/join.ts';
import type { Person } from '../join/people.ts';
import type { Question } from '../model.ts';
import type { Report, ReportParticipation, ReportQuestion, ReportSession } from '../report-schema.ts';
import { beforeAfterOf } from './before-after.ts';
import { pagesOf, progressOf, type ReportPage } from './progress.ts';
import { type Given, sharesOf } from './shares.ts';

/** People with their sheets, in the order of the report. */
export interface Listed {
  readonly people: Report['people'];
  readonly indexOf: ReadonlyMap<Person, number>;
}

function isJudged({ right }: Question): boolean {
  return right.length > 0;
}

function answersTo({ id }: Question, participations: readonly Participation[], { indexOf }: Listed): Given[] {
  return participations.flatMap(({ attempt, person }) => {
    const answer = attempt?.answers.get(id);
    return answer ? { person: indexOf.get(person) ?? 0, answer } : [];
  });
}

function questionOf(question: Question, participations: readonly Participation[], listed: Listed): ReportQuestion {
  const given = answersTo(question, participations, listed);
  const { id, page, activity, text, kind, required, drawn, rightWords } = question;
  return {
    id,
    page,
    activity,
    text,
    kind,
    competencies: [...question.competencies],
    required,
    drawn,
    rightWords,
    answered: given.length,
    right: given.filter(({ answer }) => answer.verdict === 'right').length,
    shares: sharesOf(question, given),
  };
}

/** Derives a competency's short name from its id: `c4-3` becomes `C4.3`. */
export function codeOf(id: string): string {
  return id.replace(
    /^([a-z]+)(\d+)((?:-\d+)*)$/,
    (_, letters: string, first: string, rest: string) => letters.toUpperCase() + first + rest.replaceAll('-', '.'),
  );
}

/** Removes the short name from the start of a competency's title. */
function withoutCode(title: string, id: string): string {
  const code = codeOf(id);
  return title.startsWith(`${code} `) ? title.slice(code.length + 1) : title;
}

function competenciesOf({ facts, questions }: JoinedSession, results: readonly ReportQuestion[]): ReportSession['competencies'] {
  const named = questions.flatMap((question) => question.competencies).sort();
  const ids = [...new Set([...(facts?.competencies.map(({ id }) => id) ?? []), ...named])];
  const judged = new Set(questions.filter(isJudged).map(({ id }) => id));
  return ids.map((id) => {
    const own = results.filter((question) => judged.has(question.id) && question.competencies.includes(id));
    const sum = (count: (question: ReportQuestion) => number): number => own.reduce((all, question) => all + count(question), 0);
    const title = withoutCode(facts?.competencies.find((one) => one.id === id)?.title ?? '', id);
    return { id, title, questions: own.length, answered: sum(({ answered }) => answered), right: sum(({ right }) => right) };
  });
}

function ownCompetencies(answers: readonly Answer[], ids: readonly string[]): ReportParticipation['competencies'] {
  return ids.map((id) => {
    const own = answers.filter(({ question, verdict }) => verdict !== 'none' && question.competencies.includes(id));
    return { id, answered: own.length, right: own.filter(({ verdict }) => verdict === 'right').length };
  });
}

function participationOf(
  participation: Participation,
  person: number,
  pages: readonly ReportPage[],
  session: JoinedSession,
  ids: readonly string[],
): ReportParticipation {
  const { attempt, attempts, grade } = participation;
  const order = new Map(session.questions.map(({ id }, index) => [id, index]));
  const answers = [...(attempt?.answers.values() ?? [])].sort((a, b) => (order.get(a.question.id) ?? 0) - (order.get(b.question.id) ?? 0));
  const { details } = attempt ?? {};
  const score = attempt?.score ?? details?.score;
  return {
    person,
    ...progressOf(participation, pages, session.facts?.pass),
    attempts,
    attempt: attempt?.number ?? 0,
    file: attempt?.file ?? '',
    ...(score !== undefined && { score }),
    ...(grade !== undefined && { grade }),
    first: attempt?.started ?? '',
    last: attempt?.last ?? '',
    ...(details?.seconds !== undefined && { seconds: details.seconds }),
    answers: answers.map(({ question, words, raw, verdict, isCut }) => {
      // From the version that was answered: the question may have changed since.
      const rightWords = verdict === 'wrong' ? question.rightWords : '';
      return { id: question.id, words, raw, verdict, rightWords, cut: isCut };
    }),
    old: [...(attempt?.old ?? [])],
    competencies: ownCompetencies(answers, ids),
    objectives: [...(details?.objectives ?? [])],
  };
}

function sessionOf(session: JoinedSession, listed: Listed, anonymous: boolean): ReportSession {
  const { indexOf } = listed;
  const { id, title, facts, packages, questions, hasCompletion, outside } = session;
  const participations = [...session.participations].sort((a, b) => (indexOf.get(a.person) ?? 0) - (indexOf.get(b.person) ?? 0));
  const results = questions.map((question) => questionOf(question, participations, listed));
  const pages = pagesOf(questions, facts);
  const competencies = competenciesOf(session, results);
  const ids = competencies.map((one) => one.id);
  const newest = packages.at(-1);
  return {
    id,
    title,
    course: newest?.courseTitle ?? '',
    organisation: newest?.organisation ?? '',
    cohort: newest?.cohort ?? '',
    minutes: facts?.minutes ?? 0,
    ...(facts?.pass !== undefined && { pass: facts.pass }),
    versions: packages.map(({ content }) => content),
    hasCompletion,
    pages: pages.map((page) => ({ title: page.title, minutes: page.minutes })),
    questions: results,
    competencies,
    beforeAfter: beforeAfterOf(questions, participations),
    participations: participations.map((one) => participationOf(one, indexOf.get(one.person) ?? 0, pages, session, ids)),
    outside: anonymous ? [] : [...outside],
  };
}

/** Formats a time, in seconds since 1970, as a day in the local time zone: `2026-11-28`. */
function localDay(seconds: number): string {
  const date = new Date(seconds * 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Computes everything that a report shows. */
export function analyse(joined: Joined, listed: Listed, anonymous: boolean, notes: readonly string[]): Report {
  return {
    format: 1,
    anonymous,
    downloaded: joined.at === 0 ? '' : localDay(joined.at),
    people: listed.people,
    sessions: joined.sessions.map((session) => sessionOf(session, listed, anonymous)),
    notes: [...notes],
  };
}
