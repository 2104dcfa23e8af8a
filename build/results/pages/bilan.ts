import { reports } from 'virtual:cartable-papers';
import { compiled } from '../../html/handlebars.ts';
import type { Report, ReportSession } from '../report-schema.ts';
import type { ReportWords } from '../words.ts';
import { competencyTable, slopes } from './competencies-view.ts';
import { groupStrip, learnerRows, reminders, times } from './people-view.ts';
import { allQuestions, hardest, openAnswers } from './questions-view.ts';
import { factsOf, shortDigest } from './view.ts';

const page = compiled(reports.templates.bilan);

/** Facts about a session, above its results. */
function headOf(session: ReportSession, report: Report, words: ReportWords) {
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
      ['fact.downloaded', words.moment(report.downloaded)],
      ['fact.latest', words.moment(latest)],
      ['fact.minutes', session.minutes > 0 ? words.say('minutes', { n: session.minutes }) : ''],
      ['fact.pass', session.pass === undefined ? '' : words.percent(session.pass)],
    ],
    words,
  );
}

function sourcesOf(session: ReportSession, { people, anonymous, notes }: Report, words: ReportWords) {
  const names = (list: readonly string[]): string => list.join(', ');
  const homonyms = people.filter(({ homonym }) => homonym).map(({ name, email }) => (email ? `${name} (${email})` : name));
  const old = session.participations.flatMap((one) => one.old.map(({ id, raw }) => `${people[one.person]?.name} · ${id} · ${raw}`));
  return {
    lines: [
      words.say(session.hasCompletion ? 'sources.completion' : 'sources.details'),
      words.say('sources.attempts'),
      words.say('sources.questions'),
      ...(session.versions.length > 0
        ? [words.say('sources.versions', { list: session.versions.map((one) => one.slice(0, 16)).join(', ') })]
        : []),
      ...(session.outside.length > 0 ? [words.say('sources.outside', { names: names(session.outside) })] : []),
      ...(homonyms.length > 0 ? [words.say('sources.homonyms', { names: names(homonyms) })] : []),
      ...notes,
      words.say(anonymous ? 'sources.anonymous' : 'sources.private'),
    ],
    old,
  };
}

function sessionView(session: ReportSession, index: number, report: Report, words: ReportWords) {
  const { participations } = session;
  return {
    p: index === 0 ? '' : `s${index + 1}-`,
    title: session.title,
    facts: headOf(session, report, words),
    strip: groupStrip(session, report, words),
    people: words.say('bilan.people', { n: participations.length }),
    remind: reminders(session, report, words),
    hard: hardest(session, report, words),
    all: allQuestions(session, report, words),
    open: openAnswers(session, report, words),
    competencies: competencyTable(session, report, words),
    slopes: slopes(session, words),
    times: times(session, report, words),
    learnersTitle: words.say('people.title', { n: participations.length }),
    learners: learnerRows(session, report, words),
    sources: sourcesOf(session, report, words),
  };
}

/** Makes the page about the group: one file, which works offline. */
export function bilanPage(report: Report, words: ReportWords): string {
  const sessions = report.sessions.map((session, index) => sessionView(session, index, report, words));
  const [first] = sessions;
  const title =
    sessions.length > 1 ? report.sessions[0]?.course || words.say('bilan.several', { n: sessions.length }) : (first?.title ?? '');
  return page({
    lang: words.lang,
    t: words.texts,
    css: reports.css,
    script: reports.script,
    policy: reports.policy,
    pageTitle: words.say('bilan.title', { title }),
    title,
    isSeveral: sessions.length > 1,
    sessions,
  });
}
