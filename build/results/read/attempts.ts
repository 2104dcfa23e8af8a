import type { RawAnswer, RawAttempt, RawPart, Table } from '../model.ts';
import { decodeEntities } from './decode.ts';
import { readMoment } from './moment.ts';

/** Matches a time of day, which dates have in every language of Moodle. */
const TIME = /\d{1,2}[:.h]\d{2}/;
const COUNT = /^\d{1,3}$/;
const SCORE = /^-?\d+(?:[.,]\d+)?$/;
const EMPTY = /^-?$/;

/** An id of a question: `s1-depart`, `s1-depart.b`, `s1-depart.2`. */
const ID = /^[a-z][a-z0-9_-]*(?:\.[a-z0-9]+)*$/;
/** Results of the standards; SCORM 1.2 also allows a number. */
const RESULT = /^(?:correct|incorrect|wrong|unanticipated|neutral|-?\d+(?:\.\d+)?)?$/;

/** The columns of a question, by their offset in its group. */
interface Group {
  readonly id?: number;
  readonly response: number;
  readonly result?: number;
}

/** Positions in a report about attempts. */
interface Layout {
  readonly email: number;
  /** Column of the attempt's number; start, last access and score follow. */
  readonly attempt: number;
  /** First column of the questions in the header; the header's length if there are none. */
  readonly block: number;
  /** Columns a question, and number of questions. */
  readonly width: number;
  readonly questions: number;
}

function cell(row: readonly string[], index: number): string {
  return (row[index] ?? '').trim();
}

/** Tests whether a row has an attempt from a column on, or the dashes that stand for none. */
function fits(row: readonly string[], at: number): boolean {
  const [number, started, last, score] = [0, 1, 2, 3].map((offset) => cell(row, at + offset)) as [string, string, string, string];
  if (EMPTY.test(number)) return EMPTY.test(started) && EMPTY.test(last) && EMPTY.test(score);
  return (
    COUNT.test(number) &&
    (TIME.test(started) || started === '-') &&
    (TIME.test(last) || last === '-') &&
    (EMPTY.test(score) || SCORE.test(score))
  );
}

/** Finds the column of the attempt's number; -1 if the table isn't about attempts. */
function attemptColumn(rows: Table, header: readonly string[]): number {
  const columns = header
    .slice(0, 24)
    .map((_, index) => index)
    .slice(1);
  return (
    columns.find((at) => at + 3 < header.length && rows.every((row) => fits(row, at)) && rows.some((row) => cell(row, at) !== '')) ?? -1
  );
}

/** Finds the numbered columns at the end of a header: `Question 0`, `Réponse 0`, `Question 1` … Numbers count from 0. */
function blockOf(header: readonly string[], from: number): Pick<Layout, 'block' | 'width' | 'questions'> {
  const numbers = header.map((name) => Number(/ (\d+)$/.exec(name.trim())?.[1] ?? Number.NaN));
  const questions = (numbers.at(-1) ?? Number.NaN) + 1;
  const width = header.length - 1 - numbers.findLastIndex((number) => number !== questions - 1);
  const block = header.length - questions * width;
  const isWhole = numbers.slice(block).every((number, index) => number === Math.floor(index / width));
  return Number.isNaN(questions) || block < from || !isWhole
    ? { block: header.length, width: 0, questions: 0 }
    : { block, width, questions };
}

function layoutOf(header: readonly string[], rows: Table): Layout | undefined {
  const attempt = attemptColumn(rows, header);
  if (attempt < 0) return undefined;
  const columns = header.slice(0, attempt).map((_, index) => index);
  const email = columns.find((column) => rows.some((row) => cell(row, column).includes('@'))) ?? -1;
  return { email, attempt, ...blockOf(header, attempt + 4) };
}

/** Columns of one question of one SCO. */
function groupsOf(row: readonly string[], start: number, { width, questions }: Layout): (readonly string[])[] {
  return Array.from({ length: questions }, (_, index) => row.slice(start + index * width, start + (index + 1) * width));
}

/** Detects a question's columns by their content, because the trainer chooses them in the report. */
function groupOf(samples: readonly (readonly (readonly string[])[])[], width: number): Group | undefined {
  const columns = Array.from({ length: width }, (_, column) => samples.map((groups) => groups.map((group) => group[column] ?? '')));
  const filled = (values: readonly string[]): string[] => values.filter((value) => value !== '');
  const isId = (rows: readonly (readonly string[])[]): boolean =>
    rows.some((row) => filled(row).length > 0) &&
    rows.every((row) => filled(row).every((value) => ID.test(value)) && new Set(filled(row)).size === filled(row).length) &&
    rows.some((row) => filled(row).some((value) => value.length > 3));
  const isResult = (rows: readonly (readonly string[])[]): boolean =>
    rows.every((row) => row.every((value) => RESULT.test(value))) && rows.some((row) => row.some((value) => /^[a-z]{5}/.test(value)));
  const id = columns[0] && isId(columns[0]) ? 0 : undefined;
  const result = width > 1 && isResult(columns[width - 1] ?? []) ? width - 1 : undefined;
  const response = id === undefined ? 0 : 1;
  const isThere = response < (result ?? width);
  return isThere ? { ...(id !== undefined && { id }), response, ...(result !== undefined && { result }) } : undefined;
}

function answersOf(groups: readonly (readonly string[])[], { id, response, result }: Group): RawAnswer[] {
  return groups.flatMap((group, place) => {
    const name = id === undefined ? undefined : (group[id] ?? '').trim();
    if (name === '') return [];
    return {
      place,
      ...(name !== undefined && { id: name }),
      response: decodeEntities(group[response] ?? ''),
      ...(result !== undefined && { result: (group[result] ?? '').trim() }),
    };
  });
}

/** Reads the SCOs of a row. The header has one block for all of them, a row one block each. */
function partsOf(row: readonly string[], header: readonly string[], layout: Layout, group: Group | undefined): RawPart[] {
  const base = layout.attempt + 4;
  const scos = layout.block - base;
  const stride = 1 + layout.questions * layout.width;
  if (layout.questions === 0) return [{ title: cell(header, base), answers: [] }];
  return Array.from({ length: Math.max(1, scos) }, (_, index) => {
    const start = scos === 0 ? base : base + index * stride + 1;
    return { title: scos === 0 ? '' : cell(header, base + index), answers: group ? answersOf(groupsOf(row, start, layout), group) : [] };
  });
}

/** Tests whether the last row of a text ends before its questions do: the download was interrupted. */
export function isCutOff([header = [], ...rows]: Table): boolean {
  const last = rows.at(-1);
  const layout = last && layoutOf(header, rows);
  return layout !== undefined && COUNT.test(cell(last ?? [], layout.attempt)) && (last ?? []).length < header.length;
}

/**
 * Reads a report about attempts: « Interactions », « Basic » or « Objectives ». It uses positions, never words, because the
 * report is in the language of the interface.
 * @returns undefined if the table is another one
 */
export function readAttempts(table: Table, file: string): readonly RawAttempt[] | undefined {
  const [header = [], ...rows] = table;
  const layout = rows.length > 0 ? layoutOf(header, rows) : undefined;
  if (!layout) return undefined;
  const { attempt, email } = layout;
  const withAttempt = rows.filter((row) => COUNT.test(cell(row, attempt)));
  const base = attempt + 4 + (layout.block > attempt + 4 ? 1 : 0);
  const group =
    layout.width > 0
      ? groupOf(
          withAttempt.map((row) => groupsOf(row, base, layout)),
          layout.width,
        )
      : undefined;
  return rows.map((row) => {
    const number = Number(cell(row, attempt)) || 0;
    const score = cell(row, attempt + 3).replace(',', '.');
    return {
      file,
      name: decodeEntities(cell(row, 0)),
      email: email < 0 ? '' : cell(row, email).toLowerCase(),
      number,
      started: readMoment(cell(row, attempt + 1)),
      last: readMoment(cell(row, attempt + 2)),
      ...(SCORE.test(score) && { score: Number(score) }),
      ...(layout.width > 0 && withAttempt.length > 0 && !group && { lacksResponses: true as const }),
      parts:
        number === 0
          ? [{ title: layout.block > attempt + 4 || layout.questions === 0 ? cell(header, attempt + 4) : '', answers: [] }]
          : partsOf(row, header, layout, group),
    };
  });
}
