import { TO } from '../../sheets/answer-words.ts';
import { CODEBOOK_COLUMNS } from '../../sheets/codebook.ts';
import { type SheetKey, type SheetStrings, sheetStrings } from '../../sheets/sheet-strings.ts';
import type { Codebook, Question, QuestionKind, Table } from '../model.ts';

type Column = (typeof CODEBOOK_COLUMNS)[number];

/** Codebooks before 0.2 have no column for the position. */
const OPTIONAL: readonly Column[] = ['place'];

/** Matches ` | ` before the next `token = `, because a text may contain ` | ` too. */
const NEXT = / \| (?=[a-z]{1,3} = )/;

function columnsOf(header: readonly string[], strings: SheetStrings): ReadonlyMap<Column, number> | undefined {
  const found = CODEBOOK_COLUMNS.map((column): [Column, number] => [
    column,
    header.indexOf(strings.format(`column.${column}` as SheetKey)),
  ]);
  return found.every(([column, index]) => index >= 0 || OPTIONAL.includes(column)) ? new Map(found) : undefined;
}

/** A named part. A removed one is kept, because old answers may still name it. */
interface Entry {
  readonly token: string;
  readonly name: string;
  readonly isRetired: boolean;
}

/** Reads `a = Text | b = Text (removed)`. */
function entriesIn(list: string, strings: SheetStrings): Entry[] {
  const [before = '', after = ''] = strings.format('answers.retired', { part: '\0' }).split('\0');
  return list.split(NEXT).flatMap((entry) => {
    const isRetired = after !== '' && entry.startsWith(before) && entry.endsWith(after);
    const text = isRetired ? entry.slice(before.length, entry.length - after.length) : entry;
    const [, token, name] = /^([a-z]{1,3}) = ([\s\S]*)$/.exec(text) ?? [];
    return token === undefined || name === undefined ? [] : { token, name, isRetired };
  });
}

function namesIn(list: string, strings: SheetStrings): Map<string, string> {
  return new Map(entriesIn(list, strings).map(({ token, name }) => [token, name]));
}

/**
 * Splits the cell of a matching question into its elements and its targets. Removed ones are at the end: whole pairs, or single
 * elements or targets, which can't be told apart.
 */
function matchingNames(cell: string, strings: SheetStrings): Pick<Question, 'near' | 'far'> {
  const [before = '', middle = ''] = strings.format('answers.matching', { near: '\0', far: '\0' }).split('\0');
  const at = cell.lastIndexOf(middle);
  if (!cell.startsWith(before) || at < 0) return { near: namesIn(cell, strings), far: new Map() };
  const near = namesIn(cell.slice(before.length, at), strings);
  const places = entriesIn(cell.slice(at + middle.length), strings);
  const far = new Map(places.filter(({ isRetired }) => !isRetired).map(({ token, name }) => [token, name]));
  for (const { token, name } of places.filter(({ isRetired }) => isRetired)) {
    const split = name.lastIndexOf(TO);
    if (!near.has(token)) near.set(token, split < 0 ? name : name.slice(0, split));
    if (!far.has(token)) far.set(token, split < 0 ? name : name.slice(split + TO.length));
  }
  return { near, far };
}

function kindOf(type: string, right: string): QuestionKind {
  if (type === 'fill-in' || type === 'long-fill-in') return right === '' ? 'text' : 'typed';
  const kinds: readonly QuestionKind[] = ['choice', 'true-false', 'matching', 'sequencing', 'performance', 'likert', 'numeric'];
  return kinds.find((kind) => kind === type) ?? 'text';
}

function questionOf(cell: (column: Column) => string, strings: SheetStrings): Question {
  const [drawn = ''] = strings.format('notes.drawn', { quiz: '\0' }).split('\0').slice(1);
  const kind = kindOf(cell('type'), cell('right'));
  const names = kind === 'matching' ? matchingNames(cell('answers'), strings) : { near: namesIn(cell('answers'), strings), far: new Map() };
  return {
    id: cell('id'),
    module: cell('module'),
    page: cell('page'),
    activity: cell('activity'),
    kind,
    text: cell('question'),
    ...names,
    right: cell('right') === '' ? [] : cell('right').split(' | '),
    rightWords: cell('rightWords').replace(/(^| \| | \/ )[a-z]{1,3} = /g, '$1'),
    competencies: cell('competencies').split(' ').filter(Boolean),
    points:
      Number(
        cell('points')
          .replace(/[^\d.,]/g, '')
          .replace(',', '.'),
      ) || 0,
    required: cell('required') === strings.format('yes'),
    drawn: drawn !== '' && cell('notes').includes(drawn),
  };
}

/** Removes the apostrophe that guards a cell against formulas. */
function unguarded(text: string): string {
  return text.replace(/^'(?=[\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠])/u, '');
}

/** Groups lines by SCO, each numbered from 0; by module if the codebook has no numbers. */
function scosOf(rows: readonly { readonly place: string; readonly question: Question }[]): (readonly Question[])[] {
  const scos: Question[][] = [];
  for (const [index, { place, question }] of rows.entries()) {
    const before = rows[index - 1];
    const isFirst = !before || (place === '' ? before.question.module !== question.module : Number(place) === 0);
    if (isFirst) scos.push([]);
    scos.at(-1)?.push(question);
  }
  return scos;
}

/** Reads a codebook that Cartable has made, in French or English; undefined if the table is another one. */
export function readCodebook(table: Table, file: string): readonly Codebook[] | undefined {
  const [header = [], ...rows] = table;
  for (const lang of ['fr', 'en']) {
    const strings = sheetStrings(lang);
    const columns = columnsOf(header, strings);
    if (!columns) continue;
    const read = rows.map((row) => {
      const cell = (column: Column): string => unguarded((row[columns.get(column) ?? -1] ?? '').trim());
      return { place: cell('place'), question: questionOf(cell, strings) };
    });
    return scosOf(read.filter(({ question }) => question.id !== '')).map((questions) => ({
      file,
      session: [...new Set(questions.map(({ module }) => module))].sort().join('+'),
      questions,
      byId: new Map(questions.map((question) => [question.id, question])),
    }));
  }
  return undefined;
}
