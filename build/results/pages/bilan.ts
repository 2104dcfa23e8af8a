import { reports } from 'virtual:cartable-papers';
import { compiled } from '../../html/handlebars.ts';
import type { Report, ReportSession } from '../report-schema.ts';
import type { ReportStrings } from '../strings.ts';
import { competencyTable, slopes } from './competencies-view.ts';
import { groupStrip, learnerRows, reminders, times } from './people-view.ts';
import { allQuestions, hardest, openAnswers } from './questions-view.ts';
import { factsOf, shortDigest } from './view.ts';

const page = compiled(reports.templates.bilan);

/** Facts about a session, above its results. */
function headOf(session: ReportSession, report: Report, strings: ReportStrings) {
  const latest =
    session.participations
      .map(({ last }) => last)
      .filter((last) => /^\d{4}-/.test(last))
      .sort()
      .at(-1) ?? '';
  return factsOf(
    [
      ['fact.course', [session.course, session.organisation].filter(Boolean).join(', ')],
      ['fact.cohort', session.cohort],
      ['fact.version', '', shortDigest(session.versions)],
      ['fact.downloaded', strings.moment(report.downloaded)],
      ['fact.latest', strings.moment(latest)],
      ['fact.minutes', session.minutes > 0 ? strings.format('minutes', { n: session.minutes }) : ''],
      ['fact.pass', session.pass === undefined ? '' : strings.percent(session.pass)],
    ],
    strings,
  );
}

function sourcesOf(session: ReportSession, { people, anonymous, notes }: Report, strings: ReportStrings) {
  const names = (list: readonly string[]): string => list.join(', ');
  const homonyms = people.filter(({ homonym }) => homonym).map(({ name, email }) => (email ? `${name} (${email})` : name));
  const old = session.participations.flatMap((one) => one.old.map(({ id, raw }) => `${people[one.person]?.name} · ${id} · ${raw}`));
  return {
    lines: [
      strings.format(session.hasCompletion ? 'sources.completion' : 'sources.details'),
      strings.format('sources.attempts'),
      strings.format('sources.questions'),
      ...(session.versions.length > 0
        ? [strings.format('sources.versions', { list: session.versions.map((one) => one.slice(0, 16)).join(', ') })]
        : []),
      ...(session.outside.length > 0 ? [strings.format('sources.outside', { names: names(session.outside) })] : []),
      ...(homonyms.length > 0 ? [strings.format('sources.homonyms', { names: names(homonyms) })] : []),
      ...notes,
      strings.format(anonymous ? 'sources.anonymous' : 'sources.private'),
    ],
    old,
  };
}

function sessionView(session: ReportSession, index: number, report: Report, strings: ReportStrings) {
  const { participations } = session;
  return {
    p: index === 0 ? '' : `s${index + 1}-`,
    title: session.title,
    facts: headOf(session, report, strings),
    strip: groupStrip(session, report, strings),
    people: strings.format('bilan.people', { n: participations.length }),
    remind: reminders(session, report, strings),
    hard: hardest(session, report, strings),
    all: allQuestions(session, report, strings),
    open: openAnswers(session, report, strings),
    competencies: competencyTable(session, report, strings),
    slopes: slopes(session, strings),
    times: times(session, report, strings),
    learnersTitle: strings.format('people.title', { n: participations.length }),
    learners: learnerRows(session, report, strings),
    sources: sourcesOf(session, report, strings),
  };
}

/** Makes the page about the group: one file, which works offline. */
export function bilanPage(report: Report, strings: ReportStrings): string {
  const sessions = report.sessions.map((session, index) => sessionView(session, index, report, strings));
  const [first] = sessions;
  const title =
    sessions.length > 1 ? report.sessions[0]?.course || strings.format('bilan.several', { n: sessions.length }) : (first?.title ?? '');
  return page({
    lang: strings.lang,
    t: strings.texts,
    css: reports.css,
    script: reports.script,
    policy: reports.policy,
    pageTitle: strings.format('bilan.title', { title }),
    title,
    isSeveral: sessions.length > 1,
    sessions,
  });
}
