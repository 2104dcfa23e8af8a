import type { Codebook, RawAnswer } from '../model.ts';
import { fitsQuestion } from './decode-answer.ts';

/** Matches the number of a piece, after the id of its question. */
const PIECE = /\.\d{1,3}$/;

function hasId({ byId }: Codebook, id: string): boolean {
  return byId.has(id) || byId.has(id.replace(PIECE, ''));
}

/** Finds the codebooks with the highest value. */
function bestOf(codebooks: readonly Codebook[], value: (codebook: Codebook) => number): readonly Codebook[] {
  const values = codebooks.map(value);
  const best = Math.max(...values);
  return codebooks.filter((_, index) => values[index] === best);
}

/**
 * Finds the codebook of an attempt by its ids: the one that knows most of them, and among those the shortest, then the last.
 * Undefined if the attempt is at another session.
 */
export function codebookById(answers: readonly RawAnswer[], codebooks: readonly Codebook[]): Codebook | undefined {
  const ids = answers.map(({ id = '' }) => id);
  const known = (codebook: Codebook): number => ids.filter((id) => hasId(codebook, id)).length;
  const best = bestOf(bestOf(codebooks, known), ({ questions }) => -questions.length).at(-1);
  return best && 2 * known(best) >= ids.length ? best : undefined;
}

function isFit({ questions }: Codebook, attempts: readonly (readonly RawAnswer[])[]): boolean {
  return attempts.every(
    (answers) =>
      answers.length >= questions.length && questions.every((question, index) => fitsQuestion(question, answers[index]?.response ?? '')),
  );
}

/** Tests whether answers after the last question can be pieces: only long texts have pieces. */
function isWhole({ questions }: Codebook, attempts: readonly (readonly RawAnswer[])[]): boolean {
  return attempts.every((answers) => {
    const behind = answers.slice(questions.length).filter(({ response }) => response.trim() !== '');
    const long = questions.filter(({ kind }, index) => kind === 'text' && (answers[index]?.response.length ?? 0) > 100);
    return behind.length === 0 || long.length > 0;
  });
}

/**
 * Finds the codebook of a download without ids, by the shape of all its answers. Undefined if none fits, or if several fit whose
 * questions are in different orders.
 */
export function codebookByShape(attempts: readonly (readonly RawAnswer[])[], codebooks: readonly Codebook[]): Codebook | undefined {
  const fit = codebooks.filter((codebook) => isFit(codebook, attempts) && isWhole(codebook, attempts));
  const orders = new Set(fit.map(({ questions }) => questions.map(({ id }) => id).join(' ')));
  return orders.size === 1 ? fit.at(-1) : undefined;
}

/**
 * Tests whether a column without ids has the right answers instead of the learners': all are right, and only questions
 * with a right answer are answered.
 */
export function looksLikeKey(attempts: readonly (readonly RawAnswer[])[], { questions }: Codebook): boolean {
  const given = attempts.flatMap((answers) =>
    questions.map((question, index) => ({ question, response: answers[index]?.response.trim() ?? '' })),
  );
  const answered = given.filter(({ response }) => response !== '');
  return (
    answered.length >= 3 &&
    answered.every(({ question, response }) => question.right.join(' | ') === response || question.right.includes(response))
  );
}
