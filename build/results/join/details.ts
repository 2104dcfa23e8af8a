import type { Codebook, Message, RawAttempt, RawDetails, Who } from '../model.ts';
import { type Attempt, attemptOf, decodeById } from './attempt.ts';
import type { LinkedRow } from './link-attempts.ts';
import { codebookById } from './match-codebook.ts';
import { People, type Person } from './people.ts';

interface Around {
  readonly codebooks: readonly Codebook[];
  readonly all: readonly Who[];
}

/** Normalises spaces, which may differ between two downloads of the same answer. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Tests whether an attempt has exactly these answers. The ends of cut texts are not compared. */
function isSame({ answers }: Attempt, other: Attempt): boolean {
  if (answers.size === 0 || answers.size !== other.answers.size) return false;
  return [...answers].every(([id, { raw, isCut }]) => {
    const wanted = plain(other.answers.get(id)?.raw ?? '\0');
    return isCut ? wanted.startsWith(plain(raw)) : wanted === plain(raw);
  });
}

/** Returns the name of a file without its extension, with spaces between its words. */
function stemOf(file: string): string {
  return file.replace(/(?:\.[a-z_]{2,16}){1,2}$/i, '').replace(/[_-]+/g, ' ');
}

/** Details, and what was decoded from them. */
interface Opened {
  readonly details: RawDetails;
  readonly session: string;
  readonly attempt: Attempt;
}

function opened(details: RawDetails, codebooks: readonly Codebook[]): Opened | undefined {
  const codebook = codebookById(details.answers, codebooks);
  if (!codebook) return undefined;
  const others = codebooks.filter((other) => other !== codebook && other.session === codebook.session).reverse();
  const { file, score } = details;
  const row: RawAttempt = { file, name: '', email: '', number: 1, started: '', last: '', ...(score !== undefined && { score }), parts: [] };
  return { details, session: codebook.session, attempt: attemptOf(row, decodeById(details.answers, codebook, others)) };
}

/** Finds the rows that details belong to: those of the only person with the same answers, else of the person whom they name. */
function rowOf({ details, session, attempt }: Opened, rows: readonly LinkedRow[], people: People): readonly LinkedRow[] {
  const own = rows.filter((row) => row.session === session && row.attempt !== undefined);
  const same = own.filter((row) => row.attempt && isSame(row.attempt, attempt));
  const persons = new Set(same.map(({ row }) => people.find(row)));
  if (persons.size === 1) return same;
  const named = people.findIn(details.learner ?? stemOf(details.file));
  const theirs = (same.length > 0 ? same : own).filter(({ row }) => named !== undefined && people.find(row) === named);
  return new Set(theirs.map(({ row }) => row.number)).size === 1 ? theirs : [];
}

function merged({ attempt, ...row }: LinkedRow, { details, attempt: own }: Opened): LinkedRow {
  if (!attempt) return row;
  const answers = own.answers.size >= attempt.answers.size ? own.answers : attempt.answers;
  return { ...row, attempt: { ...attempt, answers, details } };
}

/** Makes a row from details that match no report about attempts. For 2004, details are the only source. */
function ownRow({ details, session, attempt }: Opened, people: People): LinkedRow {
  const who: Person | undefined = people.findIn(details.learner ?? stemOf(details.file));
  const name = who?.name ?? details.learner ?? stemOf(details.file);
  const row: RawAttempt = { file: details.file, name, email: who?.email ?? '', number: 1, started: '', last: '', parts: [] };
  return { row, session, title: '', attempt: { ...attempt, details } };
}

/** Adds « Track details » to the attempts that they belong to. @returns all rows, and everybody in them */
export function attachDetails(
  found: readonly RawDetails[],
  rows: readonly LinkedRow[],
  { codebooks, all }: Around,
  error: (message: Message) => void,
  note: (message: Message) => void,
): { readonly rows: readonly LinkedRow[]; readonly people: People } {
  const people = new People(all);
  let complete = [...rows];
  const added: LinkedRow[] = [];
  for (const details of found) {
    const one = opened(details, codebooks);
    if (!one) {
      error({ key: 'error.other', values: { file: details.file } });
      continue;
    }
    const targets = rowOf(one, complete, people);
    if (targets.length > 0) complete = complete.map((row) => (targets.includes(row) ? merged(row, one) : row));
    else if (rows.some(({ session, attempt }) => session === one.session && attempt))
      note({ key: 'note.details', values: { file: details.file } });
    else if (!added.some(({ attempt, session }) => session === one.session && attempt && isSame(attempt, one.attempt)))
      added.push(ownRow(one, people));
  }
  return {
    rows: [...complete, ...added],
    people: added.length === 0 ? people : new People([...all, ...added.map(({ row }) => row)]),
  };
}
