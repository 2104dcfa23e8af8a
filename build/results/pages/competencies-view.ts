import { codeOf } from '../analyse/analyse.ts';
import { FEW } from '../analyse/few.ts';
import type { BeforeAfter, Report, ReportSession } from '../report-schema.ts';
import type { ReportStrings } from '../strings.ts';
import { strong } from './view.ts';

/** Maximum number of people for whom each question is drawn as a dot. */
const MOST_DOTTED = 60;

function headOf(competency: ReportSession['competencies'][number], strings: ReportStrings) {
  const { id, title, questions } = competency;
  const isFew = questions < FEW;
  const count = questions === 0 ? strings.format('comp.none') : strings.format(isFew ? 'comp.few' : 'comp.questions', { n: questions });
  return { code: codeOf(id), title, count, isFew };
}

/** The table of people and competencies; null if nothing is judged. */
export function competencyTable({ competencies, participations }: ReportSession, { people }: Report, strings: ReportStrings) {
  const begun = participations.filter(({ state, answers }) => state !== 'none' && answers.length > 0);
  if (begun.length === 0 || competencies.length === 0) return null;
  const isDotted = begun.length <= MOST_DOTTED;
  const heads = competencies.map((one) => headOf(one, strings));
  const rows = begun.map((one) => ({
    name: people[one.person]?.name ?? '',
    sheet: people[one.person]?.sheet ?? '',
    cells: one.competencies.map(({ answered, right }, index) => ({
      isFew: heads[index]?.isFew ?? false,
      label: `${heads[index]?.code} ${heads[index]?.title}`.trim(),
      dots: isDotted ? Array.from({ length: answered }, (_, dot) => (dot < right ? 'f' : '')) : [],
      text: answered === 0 ? strings.format('notYet') : strings.format('outOf', { n: right, all: answered }),
    })),
  }));
  const group = competencies.map(({ right, answered }, index) => ({
    isFew: heads[index]?.isFew ?? false,
    text: strings.format('outOf', { n: right, all: answered }),
  }));
  return { heads, rows, group, about: strong(strings.format(isDotted ? 'comp.about' : 'comp.aboutMany')) };
}

const ROW = 29;
const LEFT = 56;
const RIGHT = 196;
const TOP = 12;

/** Removes the sentences that all texts begin with. */
function withoutCommon(texts: readonly string[]): string[] {
  const [first = '', ...others] = texts;
  if (others.length === 0) return [...texts];
  let length = 0;
  while (length < first.length && others.every((text) => text[length] === first[length])) length++;
  const [common = ''] = /^.*[.!?:]\s/su.exec(first.slice(0, length)) ?? [];
  return texts.map((text) => text.slice(common.length).trim() || text);
}

function slopeOf({ moves, levels, before }: BeforeAfter, title: string, strings: ReportStrings) {
  const y = (level: number): number => TOP + (levels.length - 1 - level) * ROW;
  const ends = (end: 'from' | 'to', x: number, anchor: string) =>
    levels.flatMap((_, level) => {
      const n = moves.filter((move) => move[end] === level).reduce((sum, move) => sum + move.n, 0);
      return n === 0 ? [] : { x, y: y(level) + 5, n, anchor };
    });
  const sum = (isOne: (from: number, to: number) => boolean): number =>
    moves.filter(({ from, to }) => isOne(from, to)).reduce((all, { n }) => all + n, 0);
  const [up, same, down] = [sum((from, to) => to > from), sum((from, to) => to === from), sum((from, to) => to < from)];
  const parts = [
    up > 0 && strings.format('before.up', { n: up }),
    same > 0 && strings.format('before.same', { n: same }),
    down > 0 && strings.format('before.down', { n: down }),
  ];
  const all = Math.max(1, up + same + down);
  return {
    id: before,
    title,
    height: TOP + levels.length * ROW + 14,
    foot: TOP + levels.length * ROW + 6,
    grid: levels.map((_, level) => ({ y: y(level), label: level + 1, text: y(level) + 5 })),
    lines: moves.map(({ from, to, n }) => ({
      y1: y(from),
      y2: y(to),
      width: 2 + Math.round((8 * n) / all),
      kind: to > from ? 'up' : to < from ? 'dn' : 'eq',
    })),
    ends: [...ends('from', LEFT - 10, 'end'), ...ends('to', RIGHT + 10, 'start')],
    summary: parts.filter(Boolean).join(', ') || strings.format('before.nobody'),
    label: [
      title,
      ...moves.map(({ from, to, n }) => strings.format('before.move', { n: String(n), from: levels[from] ?? '', to: levels[to] ?? '' })),
    ].join(' ; '),
  };
}

/** Drawings of each scale that was asked twice; null if none was. */
export function slopes({ beforeAfter }: ReportSession, strings: ReportStrings) {
  if (beforeAfter.length === 0) return null;
  const titles = withoutCommon(beforeAfter.map(({ text }) => text));
  const most = Math.max(...beforeAfter.map(({ moves }) => moves.reduce((sum, { n }) => sum + n, 0)));
  if (most === 0) return null;
  return {
    about: strings.format('before.about', { n: most }),
    levels: beforeAfter[0]?.levels ?? [],
    list: beforeAfter.map((one, index) => slopeOf(one, titles[index] ?? '', strings)),
  };
}

/** Returns somebody's levels before and after, for the scale whose text names a competency. */
export function stepsOf(id: string, { beforeAfter }: ReportSession, answers: ReadonlyMap<string, string>, strings: ReportStrings): string {
  const code = codeOf(id).toLowerCase();
  const scale = beforeAfter.find(({ text }) => ` ${text.toLowerCase()} `.includes(` ${code} `));
  if (!scale) return '';
  const place = (question: string): string => answers.get(question) ?? strings.format('notYet');
  const [before, after] = [place(scale.before), place(scale.after)];
  return before === after ? before : `${before} → ${after}`;
}
