import { reports } from 'virtual:cartable-papers';
import { compiled } from '../../html/handlebars.ts';
import { codeOf } from '../analyse/analyse.ts';
import { FEW } from '../analyse/few.ts';
import type { Report, ReportParticipation, ReportQuestion, ReportSession } from '../report-schema.ts';
import type { ReportStrings } from '../strings.ts';
import { stepsOf } from './competencies-view.ts';
import { factsOf, shortDigest } from './view.ts';

const page = compiled(reports.templates.releve);

/** An answer with its question. */
interface Given {
  readonly question: ReportQuestion;
  readonly answer: ReportParticipation['answers'][number];
  /** Number of its page; 0: unknown. */
  readonly page: number;
}

function givenBy({ answers }: ReportParticipation, { questions, pages }: ReportSession): Given[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const numbers = new Map(pages.map(({ title }, index) => [title, index + 1]));
  return answers.flatMap((answer) => {
    const question = byId.get(answer.id);
    return question ? { question, answer, page: numbers.get(question.page) ?? 0 } : [];
  });
}

function isText({ question }: Given): boolean {
  return question.kind === 'text';
}

/** Formats how many of some answers are right. */
function rated(given: readonly Given[], strings: ReportStrings): string {
  const judged = given.filter(({ answer }) => answer.verdict !== 'none');
  const right = judged.filter(({ answer }) => answer.verdict === 'right');
  return judged.length === 0 ? strings.format('none') : strings.format('outOf', { n: right.length, all: judged.length });
}

function visitFacts(one: ReportParticipation, session: ReportSession, strings: ReportStrings) {
  const hasMinutes = session.pages.some(({ minutes }) => minutes > 0);
  const values = { n: String(one.declaredMinutes), pages: one.donePages.length, all: session.pages.length };
  return factsOf(
    [
      ['releve.first', one.first ? strings.moment(one.first) : strings.format('never')],
      ['releve.last', one.last ? strings.moment(one.last) : strings.format('never')],
      [
        hasMinutes ? 'releve.declared' : 'releve.doneParts',
        strings.format(hasMinutes ? 'releve.declared.value' : 'releve.declared.pages', values),
      ],
      ['releve.measured', one.seconds === undefined ? strings.format('releve.unknown') : strings.duration(one.seconds)],
    ],
    strings,
  );
}

function recordFacts(one: ReportParticipation, session: ReportSession, email: string, given: readonly Given[], strings: ReportStrings) {
  const texts = session.questions.filter(({ kind }) => kind === 'text').length;
  const own = given.filter(isText).length;
  const state = strings.format(`state.${one.state}`);
  return factsOf(
    [
      ['releve.address', email],
      ['releve.state', one.basis === 'answers' && one.state !== 'none' ? strings.format('releve.state.basis', { state }) : state],
      ['releve.score', one.score === undefined ? '' : strings.percent(one.score)],
      ['releve.attempts', one.attempts > 1 ? strings.format('releve.attempts.value', { n: String(one.attempts), best: one.attempt }) : ''],
      ['releve.version', '', shortDigest(session.versions)],
      [
        'releve.works',
        own === 0 ? strings.format('releve.works.none', { all: texts }) : strings.format('releve.works.value', { n: own, all: texts }),
      ],
      ['releve.help', strings.format('releve.help.value')],
    ],
    strings,
  );
}

function objectives(one: ReportParticipation, session: ReportSession, given: readonly Given[], strings: ReportStrings) {
  const answers = new Map(one.answers.map((answer) => [answer.id, answer.words]));
  return session.competencies.map(({ id, title }) => {
    const own = given.filter(({ question }) => question.competencies.includes(id));
    const counts = one.competencies.find((competency) => competency.id === id);
    const texts = own.filter(isText).length;
    const pages = [...new Set(own.map(({ page: number }) => number))].filter((number) => number > 0).sort((a, b) => a - b);
    const isFew = counts !== undefined && counts.answered > 0 && counts.answered < FEW;
    return {
      code: codeOf(id),
      title,
      pages: pages.join(', ') || strings.format('none'),
      right: own.length === 0 ? strings.format('notYet') : rated(own, strings),
      few: isFew ? strings.format('comp.tooFew') : '',
      step: stepsOf(id, session, answers, strings),
      texts: texts === 0 ? strings.format('none') : strings.format('releve.textCount', { n: texts }),
    };
  });
}

function pageRows(one: ReportParticipation, session: ReportSession, given: readonly Given[], strings: ReportStrings) {
  return session.pages.map(({ title, minutes }, index) => {
    const own = given.filter(({ page: number }) => number === index + 1);
    const texts = own.filter(isText).length;
    const isDone = one.donePages.includes(index);
    const declared = minutes > 0 ? strings.format('minutes', { n: minutes }) : strings.format('yes');
    return {
      number: index + 1,
      title,
      isDone,
      declared: isDone ? declared : strings.format('notYet'),
      rated: rated(own, strings),
      texts: texts || strings.format('none'),
    };
  });
}

/** Puts each item of an answer on a line. */
function inLines(words: string): string {
  return words.replaceAll(' | ', '\n');
}

function answerRows(given: readonly Given[], strings: ReportStrings) {
  return given
    .filter((one) => !isText(one))
    .map(({ question, answer, page: number }) => ({
      page: number || '',
      question: question.text,
      answer: inLines(answer.words),
      verdict: strings.format(`verdict.${answer.verdict}`),
      kind: { right: 'ok', wrong: 'no', none: '' }[answer.verdict],
      right: inLines(answer.rightWords),
    }));
}

function sessionView(session: ReportSession, one: ReportParticipation, who: Report['people'][number], strings: ReportStrings) {
  const given = givenBy(one, session);
  const steps = objectives(one, session, given, strings);
  const texts = given.filter(isText);
  return {
    over: [session.organisation, session.course].filter(Boolean),
    lead: strings.format(`releve.${one.state}`, { title: strings.format('quote', { text: session.title }) }),
    visits: visitFacts(one, session, strings),
    facts: recordFacts(one, session, who.email, given, strings),
    objectives: steps,
    hasSteps: steps.some(({ step }) => step !== ''),
    hasMinutes: session.pages.some(({ minutes }) => minutes > 0),
    pages: pageRows(one, session, given, strings),
    total: { minutes: strings.format('minutes', { n: one.declaredMinutes }), rated: rated(given, strings), texts: texts.length },
    texts: texts.map(({ question, answer, page: number }) => ({
      question: question.text,
      text: answer.words,
      page: number > 0 ? strings.format('releve.page.number', { n: number }) : '',
      isCut: answer.cut,
    })),
    answers: answerRows(given, strings),
    old: one.old,
  };
}

/** Makes the record of one person: completed work and evidence. It is not a certificate. */
export function relevePage(report: Report, person: number, strings: ReportStrings): string {
  const who = report.people[person];
  if (!who) throw new RangeError(`no person ${person}`);
  const sessions = report.sessions.flatMap((session) =>
    session.participations.filter((one) => one.person === person).map((one) => sessionView(session, one, who, strings)),
  );
  return page({
    lang: strings.lang,
    t: strings.texts,
    css: reports.css,
    script: reports.script,
    policy: reports.policy,
    pageTitle: strings.format('releve.page', { name: who.name }),
    name: who.name,
    sessions,
  });
}
