import { reports } from 'virtual:cartable-papers';
import { compiled } from '../../html/handlebars.ts';
import { codeOf } from '../analyse/analyse.ts';
import { FEW } from '../analyse/few.ts';
import type { Report, ReportParticipation, ReportQuestion, ReportSession } from '../report-schema.ts';
import type { ReportWords } from '../words.ts';
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
function rated(given: readonly Given[], words: ReportWords): string {
  const judged = given.filter(({ answer }) => answer.verdict !== 'none');
  const right = judged.filter(({ answer }) => answer.verdict === 'right');
  return judged.length === 0 ? words.say('none') : words.say('outOf', { n: right.length, all: judged.length });
}

function visitFacts(one: ReportParticipation, session: ReportSession, words: ReportWords) {
  const hasMinutes = session.pages.some(({ minutes }) => minutes > 0);
  const values = { n: String(one.declaredMinutes), pages: one.donePages.length, all: session.pages.length };
  return factsOf(
    [
      ['releve.first', one.first ? words.moment(one.first) : words.say('never')],
      ['releve.last', one.last ? words.moment(one.last) : words.say('never')],
      [
        hasMinutes ? 'releve.declared' : 'releve.doneParts',
        words.say(hasMinutes ? 'releve.declared.value' : 'releve.declared.pages', values),
      ],
      ['releve.measured', one.seconds === undefined ? words.say('releve.unknown') : words.duration(one.seconds)],
    ],
    words,
  );
}

function recordFacts(one: ReportParticipation, session: ReportSession, email: string, given: readonly Given[], words: ReportWords) {
  const texts = session.questions.filter(({ kind }) => kind === 'text').length;
  const own = given.filter(isText).length;
  const state = words.say(`state.${one.state}`);
  return factsOf(
    [
      ['releve.address', email],
      ['releve.state', one.basis === 'answers' && one.state !== 'none' ? words.say('releve.state.basis', { state }) : state],
      ['releve.score', one.score === undefined ? '' : words.percent(one.score)],
      ['releve.attempts', one.attempts > 1 ? words.say('releve.attempts.value', { n: String(one.attempts), best: one.attempt }) : ''],
      ['releve.version', '', shortDigest(session.versions)],
      [
        'releve.works',
        own === 0 ? words.say('releve.works.none', { all: texts }) : words.say('releve.works.value', { n: own, all: texts }),
      ],
      ['releve.help', words.say('releve.help.value')],
    ],
    words,
  );
}

function objectives(one: ReportParticipation, session: ReportSession, given: readonly Given[], words: ReportWords) {
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
      pages: pages.join(', ') || words.say('none'),
      right: own.length === 0 ? words.say('notYet') : rated(own, words),
      few: isFew ? words.say('comp.tooFew') : '',
      step: stepsOf(id, session, answers, words),
      texts: texts === 0 ? words.say('none') : words.say('releve.textCount', { n: texts }),
    };
  });
}

function pageRows(one: ReportParticipation, session: ReportSession, given: readonly Given[], words: ReportWords) {
  return session.pages.map(({ title, minutes }, index) => {
    const own = given.filter(({ page: number }) => number === index + 1);
    const texts = own.filter(isText).length;
    const isDone = one.donePages.includes(index);
    const declared = minutes > 0 ? words.say('minutes', { n: minutes }) : words.say('yes');
    return {
      number: index + 1,
      title,
      isDone,
      declared: isDone ? declared : words.say('notYet'),
      rated: rated(own, words),
      texts: texts || words.say('none'),
    };
  });
}

/** Puts each item of an answer on a line. */
function inLines(words: string): string {
  return words.replaceAll(' | ', '\n');
}

function answerRows(given: readonly Given[], words: ReportWords) {
  return given
    .filter((one) => !isText(one))
    .map(({ question, answer, page: number }) => ({
      page: number || '',
      question: question.text,
      answer: inLines(answer.words),
      verdict: words.say(`verdict.${answer.verdict}`),
      kind: { right: 'ok', wrong: 'no', none: '' }[answer.verdict],
      right: inLines(answer.rightWords),
    }));
}

function sessionView(session: ReportSession, one: ReportParticipation, who: Report['people'][number], words: ReportWords) {
  const given = givenBy(one, session);
  const steps = objectives(one, session, given, words);
  const texts = given.filter(isText);
  return {
    over: [session.organisation, session.course].filter(Boolean),
    lead: words.say(`releve.${one.state}`, { title: words.say('quote', { text: session.title }) }),
    visits: visitFacts(one, session, words),
    facts: recordFacts(one, session, who.email, given, words),
    objectives: steps,
    hasSteps: steps.some(({ step }) => step !== ''),
    hasMinutes: session.pages.some(({ minutes }) => minutes > 0),
    pages: pageRows(one, session, given, words),
    total: { minutes: words.say('minutes', { n: one.declaredMinutes }), rated: rated(given, words), texts: texts.length },
    texts: texts.map(({ question, answer, page: number }) => ({
      question: question.text,
      text: answer.words,
      page: number > 0 ? words.say('releve.page.number', { n: number }) : '',
      isCut: answer.cut,
    })),
    answers: answerRows(given, words),
    old: one.old,
  };
}

/** Makes the record of one person: completed work and evidence. It is not a certificate. */
export function relevePage(report: Report, person: number, words: ReportWords): string {
  const who = report.people[person];
  if (!who) throw new RangeError(`no person ${person}`);
  const sessions = report.sessions.flatMap((session) =>
    session.participations.filter((one) => one.person === person).map((one) => sessionView(session, one, who, words)),
  );
  return page({
    lang: words.lang,
    t: words.texts,
    css: reports.css,
    script: reports.script,
    policy: reports.policy,
    pageTitle: words.say('releve.page', { name: who.name }),
    name: who.name,
    sessions,
  });
}
