import type { RawCompletion, RawGrade, Table } from '../model.ts';
import { decodeEntities } from './decode.ts';
import { readMoment } from './moment.ts';

const STAMP = /^\d{10}$/;
const DATE = /^\d{4}-\d{2}-\d{2}/;
const GRADE = /^-?\d+(?:[.,]\d+)?$/;

function emailColumn(rows: Table, width: number): number {
  return Array.from({ length: width }, (_, index) => index).find((column) => rows.some((row) => row[column]?.includes('@'))) ?? -1;
}

/**
 * Reads the course's report « Activity completion »: the first heading is empty, and so is the heading of each activity's date.
 * Only the date is read, because the state is in words.
 */
export function readCompletion(table: Table): readonly RawCompletion[] | undefined {
  const [header = [], ...rows] = table;
  if (header[0]?.trim() !== '' || rows.length === 0) return undefined;
  const dates = header.flatMap((name, index) => (index > 1 && name.trim() === '' && header[index - 1]?.trim() !== '' ? [index] : []));
  const isDate = (text: string): boolean => text === '' || DATE.test(text);
  if (dates.length === 0 || !rows.every((row) => dates.every((index) => isDate((row[index] ?? '').trim())))) return undefined;
  const email = emailColumn(rows, dates[0] ?? 0);
  return rows.flatMap((row) =>
    dates.map((index) => ({
      name: decodeEntities((row[0] ?? '').trim()),
      email: email < 0 ? '' : (row[email] ?? '').trim().toLowerCase(),
      title: (header[index - 1] ?? '').trim(),
      at: readMoment(row[index] ?? ''),
    })),
  );
}

/** Reads the gradebook's export: first name, last name, other fields, the grades, the time of the download. */
export function readGrades(table: Table): { readonly grades: readonly RawGrade[]; readonly at: number } | undefined {
  const [header = [], ...rows] = table;
  const last = header.length - 1;
  if (rows.length === 0 || last < 3 || !rows.every((row) => STAMP.test((row[last] ?? '').trim()))) return undefined;
  const email = emailColumn(rows, last);
  if (email < 0) return undefined;
  const columns = header.map((_, index) => index).slice(email + 1, last);
  const grades = rows.flatMap((row) =>
    columns.map((index) => {
      const text = (row[index] ?? '').trim();
      return {
        name: decodeEntities(`${(row[0] ?? '').trim()} ${(row[1] ?? '').trim()}`.trim()),
        email: (row[email] ?? '').trim().toLowerCase(),
        title: (header[index] ?? '').trim(),
        ...(GRADE.test(text) && { grade: Number(text.replace(',', '.')) }),
      };
    }),
  );
  return { grades, at: Math.max(...rows.map((row) => Number(row[last]))) };
}
