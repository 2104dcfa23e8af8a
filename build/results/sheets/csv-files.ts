import { BOM, csvLine, separatorOf } from '../../sheets/csv.ts';
import { codeOf } from '../analyse/analyse.ts';
import { FEW } from '../analyse/few.ts';
import type { Report, ReportParticipation, ReportQuestion, ReportSession } from '../report-schema.ts';
import type { ReportStrings, ResultKey } from '../strings.ts';

type Column = Extract<ResultKey, `csv.${string}`>;

/** Lines of one person in one session. */
type LinesOf = (session: ReportSession, one: ReportParticipation, who: Report['people'][number]) => readonly string[];

/** Formats cells; the end of the line is added by the table. */
type Format = (cells: readonly string[]) => string;

function formatOf({ lang }: ReportStrings): Format {
  return (cells) => csvLine(cells, separatorOf(lang)).slice(0, -END.length);
}

const END = '\r\n';

/** Makes a table of everybody in every session. */
function tableOf(columns: readonly Column[], { sessions, people }: Report, strings: ReportStrings, linesOf: LinesOf): string {
  const lines = [BOM + formatOf(strings)(columns.map((column) => strings.format(column)))];
  for (const session of sessions)
    for (const one of session.participations) {
      const who = people[one.person];
      if (who) lines.push(...linesOf(session, one, who));
    }
  return lines.join(END) + END;
}

/** Formats a number as spreadsheets in the language read it. */
function decimal(value: number | undefined, { lang }: ReportStrings): string {
  if (value === undefined) return '';
  return lang === 'fr' ? String(value).replace('.', ',') : String(value);
}

/** Formats a moment as spreadsheets read it. */
function moment(value: string): string {
  return /^\d{4}-/.test(value) ? value.replace('T', ' ') : value;
}

const ANSWERS: readonly Column[] = [
  ...(['csv.name', 'csv.email', 'csv.session', 'csv.state', 'csv.attempt', 'csv.score', 'csv.first', 'csv.last'] as const),
  ...(['csv.page', 'csv.id', 'csv.question', 'csv.answer', 'csv.result', 'csv.right', 'csv.competencies'] as const),
];

/** A line for each answer; one for each person without any. Cells that many lines share are formatted once. */
export function answersCsv(report: Report, strings: ReportStrings): string {
  const [format, separator] = [formatOf(strings), separatorOf(strings.lang)];
  const fixed = ({ page, id, text, rightWords, competencies }: ReportQuestion) => ({
    before: format([page, id, text]),
    right: rightWords,
    after: format([competencies.join(' ')]),
  });
  const questions = new Map(report.sessions.map(({ id, questions: all }) => [id, new Map(all.map((one) => [one.id, fixed(one)]))]));
  return tableOf(ANSWERS, report, strings, ({ id: session, title }, one, { name, email }) => {
    const state = strings.format(`state.${one.state}`);
    const attempt = String(one.attempt || '');
    const head = format([name, email, title, state, attempt, decimal(one.score, strings), moment(one.first), moment(one.last)]);
    const answers = one.answers.flatMap(({ id, words: answer, verdict, rightWords }) => {
      const question = questions.get(session)?.get(id);
      const result = verdict === 'none' ? '' : strings.format(`verdict.${verdict}`);
      return question
        ? [head, question.before, format([answer, result, rightWords || question.right]), question.after].join(separator)
        : [];
    });
    const old = one.old.map(({ id, raw }) => [head, format(['', id, '', raw, '', '', ''])].join(separator));
    return answers.length + old.length > 0 ? [...answers, ...old] : [[head, format(['', '', '', '', '', '', ''])].join(separator)];
  });
}

function ownCounts({ competencies }: ReportParticipation, id: string) {
  return competencies.find((one) => one.id === id) ?? { answered: 0, right: 0 };
}

/** A line for each person and competency. */
export function competenciesCsv(report: Report, strings: ReportStrings): string {
  const columns = ['csv.name', 'csv.email', 'csv.session', 'csv.competency', 'csv.title', 'csv.rightCount', 'csv.answered'] as const;
  const format = formatOf(strings);
  return tableOf([...columns, 'csv.questions', 'csv.enough'], report, strings, ({ competencies, title: session }, one, { name, email }) =>
    competencies.map(({ id, title, questions }) => {
      const { answered, right } = ownCounts(one, id);
      const enough = strings.format(answered >= FEW ? 'yes' : 'no');
      return format([name, email, session, codeOf(id), title, String(right), String(answered), String(questions), enough]);
    }),
  );
}

const PROOFS: readonly Column[] = [
  ...(['csv.name', 'csv.session', 'csv.version', 'csv.objective', 'csv.activities', 'csv.declared'] as const),
  ...(['csv.evaluation', 'csv.texts', 'csv.first', 'csv.last', 'csv.proof'] as const),
];

/** A line for each person and competency: objective, activities, evaluation, kept proof. */
export function proofsCsv(report: Report, strings: ReportStrings): string {
  const format = formatOf(strings);
  return tableOf(PROOFS, report, strings, ({ competencies, questions, title: session, versions }, one, { name, sheet }) => {
    const given = new Set(one.answers.map(({ id }) => id));
    const answered = questions.filter(({ id }) => given.has(id));
    const [version, minutes] = [versions.at(-1)?.slice(0, 8) ?? '', decimal(one.declaredMinutes || undefined, strings)];
    return competencies.map(({ id, title }) => {
      const own = answered.filter((question) => question.competencies.includes(id));
      const { answered: all, right: n } = ownCounts(one, id);
      const pages = [...new Set(own.map(({ page }) => page))].join(' | ');
      const texts = String(own.filter(({ kind }) => kind === 'text').length);
      const evaluation = all === 0 ? strings.format('notYet') : strings.format('outOf', { n, all });
      const objective = [codeOf(id), title].filter(Boolean).join(' ');
      return format([name, session, version, objective, pages, minutes, evaluation, texts, moment(one.first), moment(one.last), sheet]);
    });
  });
}
