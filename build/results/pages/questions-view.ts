import { codeOf } from '../analyse/analyse.ts';
import type { Report, ReportQuestion, ReportSession, Share } from '../report-schema.ts';
import type { ReportStrings } from '../strings.ts';
import { namesOf, placeOf, ratio, shortened } from './view.ts';

/** Number of hardest questions that are shown at once. */
const HARDEST = 3;

/** A question counts as hard only if at least this share of the active learners have answered it. */
const ENOUGH = 1 / 2;

/** Maximum length of a question in a table, in characters. */
const LONGEST = 110;

/** Maximum number of answers listed for a question: typed answers may have many variants. */
const MOST_SHARES = 12;

function isJudged({ shares }: ReportQuestion): boolean {
  return shares.some(({ verdict }) => verdict !== 'none');
}

function difficulty(a: ReportQuestion, b: ReportQuestion): number {
  return a.right / a.answered - b.right / b.answered || b.answered - a.answered;
}

/** Answered questions with a right answer, the hardest first. */
export function judgedQuestions({ questions }: ReportSession): ReportQuestion[] {
  return questions.filter((question) => question.answered > 0 && isJudged(question)).sort(difficulty);
}

function shareView(share: Share, { answered }: ReportQuestion, report: Report, strings: ReportStrings) {
  return {
    text: share.words,
    n: share.n,
    of: strings.format('share.of', { n: answered }),
    value: ratio(share.n, answered),
    kind: share.tempting ? 'trap' : share.verdict === 'right' ? 'ok' : '',
    isRight: share.verdict === 'right',
    isTempting: share.tempting,
    names: share.n === 0 ? '' : namesOf(share.people, report, strings),
  };
}

/** A question with the shares of its answers. */
export function questionView(question: ReportQuestion, session: ReportSession, report: Report, strings: ReportStrings) {
  const { number, codes } = placeOf(question, session);
  const { answered, right } = question;
  const shares = question.shares.slice(0, MOST_SHARES).map((share) => shareView(share, question, report, strings));
  return {
    id: question.id,
    anchor: `q-${question.id.replace(/[^\w-]/g, '-')}`,
    text: question.text,
    activity: question.activity,
    rank: isJudged(question) ? strings.format('hard.rank', { right, n: answered }) : strings.format('all.answered', { n: answered }),
    place: [number && strings.format('releve.page.number', { n: number }), codes].filter(Boolean).join(' · '),
    drawn: question.drawn ? strings.format('all.drawn') : '',
    shares,
    rest: question.shares.length > shares.length ? strings.format('share.rest', { n: question.shares.length - shares.length }) : '',
  };
}

/** The three hardest questions. */
export function hardest(session: ReportSession, report: Report, strings: ReportStrings) {
  const active = session.participations.filter(({ answers }) => answers.length > 0).length;
  const counted = judgedQuestions(session).filter(({ answered, right }) => answered >= active * ENOUGH && right < answered);
  const hard = counted.slice(0, HARDEST).map((question) => questionView(question, session, report, strings));
  return {
    title: strings
      .format('hard.title', { n: Math.max(hard.length, 1) })
      .replace(String(hard.length), strings.format('remind.title', { n: hard.length }).split(' ')[0]?.toLowerCase() ?? ''),
    about: strings.format('hard.about', { n: active }),
    list: hard,
  };
}

/** Quotes a text, unless it begins with a quotation mark. */
function quoted(text: string, strings: ReportStrings): string {
  return /^[«“]/.test(text) ? text : strings.format('quote', { text });
}

function temptingOf({ shares }: ReportQuestion, strings: ReportStrings): string {
  const [first] = shares.filter(({ tempting }) => tempting);
  return first ? strings.format('all.mistake', { text: quoted(shortened(first.words, 70), strings), count: first.n }) : '';
}

/** The table of all questions, and each of them by page. */
export function allQuestions(session: ReportSession, report: Report, strings: ReportStrings) {
  const rows = judgedQuestions(session).map((question) => {
    const { number, codes } = placeOf(question, session);
    const { answered, right } = question;
    const view = { right, answered, value: ratio(right, answered), key: String(right / answered), number, codes };
    return {
      ...view,
      text: shortened(question.text, LONGEST),
      anchor: `q-${question.id.replace(/[^\w-]/g, '-')}`,
      of: strings.format('share.of', { n: answered }),
      tempting: temptingOf(question, strings),
    };
  });
  const closed = session.questions.filter(({ kind }) => kind !== 'text');
  const titles = [...new Set([...session.pages.map(({ title }) => title), ...closed.map(({ page }) => page)])];
  const pages = titles.map((title, index) => ({
    title,
    number: index + 1,
    questions: closed
      .filter(({ page, answered }) => page === title && answered > 0)
      .map((question) => questionView(question, session, report, strings)),
    silent: closed.filter(({ page, answered }) => page === title && answered === 0).length,
  }));
  return { rows, pages: pages.filter(({ questions }) => questions.length > 0) };
}

/** Open answers, by question. */
export function openAnswers({ questions, participations, pages }: ReportSession, { people }: Report, strings: ReportStrings) {
  const byId = new Map<string, { who: string; words: string; count: string; cut: boolean }[]>();
  for (const { person, answers } of participations)
    for (const { id, words: text, cut } of answers) {
      const list = byId.get(id) ?? [];
      const n = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      list.push({ who: people[person]?.name ?? '', words: text, count: strings.format('words', { n }), cut });
      byId.set(id, list);
    }
  return questions.flatMap((question) => {
    const answers = byId.get(question.id) ?? [];
    if (question.kind !== 'text' || answers.length === 0) return [];
    const number = pages.findIndex(({ title }) => title === question.page) + 1;
    const place = [number > 0 ? strings.format('releve.page.number', { n: number }) : '', question.competencies.map(codeOf).join(', ')]
      .filter(Boolean)
      .join(' · ');
    return {
      id: question.id,
      text: question.text,
      option: shortened(question.text, 70),
      place,
      count: strings.format('open.count', { n: answers.length }),
      answers,
    };
  });
}
