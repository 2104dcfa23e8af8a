import type { Codebook, Question, RawAnswer, RawAttempt, RawDetails } from '../model.ts';
import { answerWords, type Verdict, verdictOf } from './decode-answer.ts';

/** A learner's answer to one question. */
export interface Answer {
  readonly question: Question;
  /** As stored in the LMS, its pieces joined. */
  readonly raw: string;
  readonly words: string;
  readonly verdict: Verdict;
  /** The end of the text is in the LMS, but not in the download. */
  readonly isCut: boolean;
}

/** An answer that no codebook explains. */
export interface OldAnswer {
  readonly id: string;
  readonly raw: string;
}

/** An attempt at one session, decoded. */
export interface Attempt {
  readonly file: string;
  readonly number: number;
  readonly started: string;
  readonly last: string;
  readonly score?: number;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly old: readonly OldAnswer[];
  readonly details?: RawDetails;
}

/** A text of this many characters or more may have been cut. The limit is low because line ends and entities are longer in the LMS. */
const CUT = 180;

/** Joins the pieces of a text. They were split between words, and spaces at their ends may be missing. */
function joined(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    const isBetween = text === '' || /\s$/.test(text) || /^\s/.test(piece) || !/\s/.test(text);
    return isBetween ? text + piece : `${text} ${piece}`;
  }, '');
}

/** Splits `id.2` into its question and the number of the piece; null if it isn't the id of a piece. */
function pieceOf(id: string, find: Finder): readonly [Question, number] | null {
  const [, base = '', number = ''] = /^(.+)\.(\d{1,3})$/.exec(id) ?? [];
  const question = base === '' ? undefined : find(base);
  return question ? [question, Number(number)] : null;
}

type Finder = (id: string) => Question | undefined;

function answerOf(question: Question, raw: string, result: string | undefined, isCut: boolean): Answer {
  return { question, raw, words: answerWords(question, raw), verdict: verdictOf(question, raw, result), isCut };
}

/** Looks up a question: in the attempt's codebook, else in those of other versions. */
function finder(codebook: Codebook, others: readonly Codebook[]): Finder {
  return (id) => codebook.byId.get(id) ?? others.find(({ byId }) => byId.has(id))?.byId.get(id);
}

type Decoded = Pick<Attempt, 'answers' | 'old'>;

/** Decodes answers by their ids. Pieces may be anywhere in a row. */
export function decodeById(raw: readonly RawAnswer[], codebook: Codebook, others: readonly Codebook[]): Decoded {
  const find = finder(codebook, others);
  const answers = new Map<string, Answer>();
  const old: OldAnswer[] = [];
  const pieces: { readonly question: Question; readonly number: number; readonly text: string }[] = [];
  for (const { id = '', response, result } of raw) {
    if (response.trim() === '') continue;
    const question = find(id);
    const piece = question ? null : pieceOf(id, find);
    if (question) answers.set(id, answerOf(question, response, result, false));
    else if (piece) pieces.push({ question: piece[0], number: piece[1], text: response });
    else old.push({ id, raw: response });
  }
  for (const { question, text } of pieces.sort((a, b) => a.number - b.number)) {
    const first = answers.get(question.id)?.raw ?? '';
    answers.set(question.id, answerOf(question, joined([first, text]), undefined, false));
  }
  return { answers, old };
}

/** Decodes answers by their positions. Only the first piece of a text is found, because the others have no fixed position. */
export function decodeByPosition(raw: readonly RawAnswer[], { questions }: Codebook): Decoded {
  const hasPieces = raw.slice(questions.length).some(({ response }) => response.trim() !== '');
  const answers = questions.flatMap((question, index): [string, Answer][] => {
    const { response = '', result } = raw[index] ?? {};
    const isCut = hasPieces && question.kind === 'text' && response.length >= CUT;
    return response.trim() === '' ? [] : [[question.id, answerOf(question, response, result, isCut)]];
  });
  return { answers: new Map(answers), old: [] };
}

/** Makes an attempt from its row. */
export function attemptOf({ file, number, started, last, score }: RawAttempt, decoded: Decoded): Attempt {
  return { file, number, started, last, ...(score !== undefined && { score }), ...decoded };
}
