import type { Codebook, Message, RawAnswer, RawAttempt, RawPart } from '../model.ts';
import { type Attempt, attemptOf, decodeById, decodeByPosition } from './attempt.ts';
import { codebookById, codebookByShape, looksLikeKey } from './match-codebook.ts';
import { folded } from './people.ts';

/** A row of a download, and the session that it is about. */
export interface LinkedRow {
  readonly row: RawAttempt;
  /** '' until it is known. */
  readonly session: string;
  /** Title of the SCO; '' if the download has none. */
  readonly title: string;
  /** Absent: the row has no attempt. */
  readonly attempt?: Attempt;
}

/** Rows, or the key of the message that explains why there are none. */
type Linked = readonly LinkedRow[] | 'error.other' | 'error.tick' | 'error.key' | 'error.answers';

function partAt(row: RawAttempt, index: number): RawPart {
  return row.parts[index] ?? { title: '', answers: [] };
}

function isAnswered({ response }: RawAnswer): boolean {
  return response.trim() !== '';
}

function othersOf(codebook: Codebook, all: readonly Codebook[]): readonly Codebook[] {
  return all.filter((other) => other !== codebook && other.session === codebook.session).reverse();
}

/** Tests whether a column has the key instead of learners' answers: all are right, but some results are wrong, or none is known. */
function isKey(attempts: readonly (readonly RawAnswer[])[], codebook: Codebook): boolean {
  const results = attempts.flat().map(({ result }) => result ?? '');
  const isPlausible = results.every((result) => result === '') || results.some((result) => result === 'wrong' || result === 'incorrect');
  return isPlausible && looksLikeKey(attempts, codebook);
}

/** Decodes one SCO of a download with ids. */
function linkById(rows: readonly RawAttempt[], index: number, codebooks: readonly Codebook[]): Linked {
  const linked: LinkedRow[] = [];
  const byCodebook = new Map<Codebook, (readonly RawAnswer[])[]>();
  for (const row of rows) {
    const { title, answers } = partAt(row, index);
    const codebook = answers.length > 0 ? codebookById(answers, codebooks) : undefined;
    if (answers.length > 0 && !codebook) return 'error.other';
    if (!codebook) {
      linked.push({ row, title, session: '' });
      continue;
    }
    const decoded = decodeById(answers, codebook, othersOf(codebook, codebooks));
    linked.push({ row, title, session: codebook.session, attempt: attemptOf(row, decoded) });
    const attempts = byCodebook.get(codebook) ?? [];
    attempts.push(inOrder(answers, codebook));
    byCodebook.set(codebook, attempts);
  }
  const areKeys = byCodebook.size > 0 && [...byCodebook].every(([codebook, attempts]) => isKey(attempts, codebook));
  return areKeys ? 'error.key' : linked;
}

/** Puts answers into the order of a codebook. */
function inOrder(answers: readonly RawAnswer[], { questions }: Codebook): RawAnswer[] {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return questions.map(({ id }, place) => byId.get(id) ?? { place, response: '' });
}

/** Decodes one SCO of a download without ids. */
function linkByShape(rows: readonly RawAttempt[], index: number, codebooks: readonly Codebook[]): Linked {
  const attempts = rows.map((row) => partAt(row, index).answers).filter((answers) => answers.some(isAnswered));
  const codebook = codebookByShape(attempts, codebooks);
  if (!codebook) return 'error.tick';
  if (isKey(attempts, codebook)) return 'error.key';
  return rows.map((row) => {
    const { title, answers } = partAt(row, index);
    return { row, title, session: codebook.session, attempt: attemptOf(row, decodeByPosition(answers, codebook)) };
  });
}

/** Decodes one SCO. Without any answer there is nothing to decode. */
function linkPart(rows: readonly RawAttempt[], index: number, codebooks: readonly Codebook[]): Linked {
  const answers = rows.flatMap((row) => partAt(row, index).answers);
  if (answers.some(({ id }) => id !== undefined)) return linkById(rows, index, codebooks);
  if (answers.some(isAnswered)) return linkByShape(rows, index, codebooks);
  return rows.map((row) => ({ row, title: partAt(row, index).title, session: '' }));
}

/**
 * Assigns a session to rows without answers: by their title, else the sessions of the other rows.
 * @param isSingle true if the download is about one SCO: attempts without answers are kept as attempts at it
 */
function withSession(linked: readonly LinkedRow[], titles: ReadonlyMap<string, string>, isSingle: boolean): LinkedRow[] {
  const found = [...new Set(linked.map(({ session }) => session).filter(Boolean))];
  const usual = found.length === 0 && titles.size === 1 ? [...titles.keys()] : found;
  return linked.flatMap((one) => {
    if (one.session !== '') return one;
    const [named] = [...titles].find(([, title]) => title !== '' && folded(title) === folded(one.title)) ?? [];
    const attempt = isSingle && one.row.number > 0 ? { attempt: attemptOf(one.row, { answers: new Map(), old: [] }) } : {};
    return (named === undefined ? usual : [named]).map((session) => ({ ...one, ...attempt, session }));
  });
}

/**
 * Finds the session and the answers of each row of a download.
 * @param titles known titles of the sessions
 * @returns [] if it can't be read, which is reported
 */
export function linkAttempts(
  rows: readonly RawAttempt[],
  codebooks: readonly Codebook[],
  titles: ReadonlyMap<string, string>,
  error: (message: Message) => void,
): readonly LinkedRow[] {
  const tried = rows.filter(({ number }) => number > 0);
  const scos = Math.max(1, ...tried.map(({ parts }) => parts.length));
  const linked: LinkedRow[] = rows.filter(({ number }) => number === 0).map((row) => ({ row, session: '', title: partAt(row, 0).title }));
  for (let index = 0; index < scos; index++) {
    const found = tried.some(({ lacksResponses }) => lacksResponses) ? 'error.answers' : linkPart(tried, index, codebooks);
    if (typeof found === 'string') {
      error({ key: found, values: { file: rows[0]?.file ?? '' } });
      return [];
    }
    linked.push(...found);
  }
  return withSession(linked, titles, scos === 1);
}
