import type { Choice, Piece } from '../model.ts';
import type { Reading } from './reading.ts';
import { toLine, toMarkdown } from './rich-text.ts';

const OPTION = /^\s*([A-Za-z])[.)]\s+(\S.*)$/;
const ANSWER = /^\s*ANSWER\s*:\s*(.*?)\s*$/i;

/** A question while its lines are collected. */
interface Open {
  line: number;
  text: string[];
  options: { readonly letter: string; readonly text: string }[];
  written: string[];
}

function empty(): Open {
  return { line: 0, text: [], options: [], written: [] };
}

/** Letters after `ANSWER:`, in capitals: `B`, or `A, C`. */
function lettersIn(text: string): string[] {
  return /^[a-z](?:\s*[,;]\s*[a-z])*$/i.test(text) ? [...new Set(text.toUpperCase().split(/\s*[,;]\s*/))] : [];
}

/** Finds what is wrong with a question: a key of the strings. */
function fault({ text, options }: Open, letters: readonly string[] | undefined): string | undefined {
  if (options.length === 0 && letters === undefined) return 'aiken.none';
  if (text.join('').trim() === '') return 'aiken.text';
  if (options.length < 2) return 'aiken.options';
  if (letters === undefined) return 'aiken.answer';
  const known = new Set(options.map(({ letter }) => letter));
  return letters.length === 0 || letters.some((letter) => !known.has(letter)) ? 'aiken.letter' : undefined;
}

function pieceOf(open: Open, letters: readonly string[] | undefined, reading: Reading): Piece[] {
  const key = fault(open, letters);
  if (key !== undefined || letters === undefined) {
    reading.refuse(key ?? 'aiken.answer', open.line, open.written.join('\n'));
    return [];
  }
  const context = reading.context(open.line, true);
  const isSingle = letters.length === 1;
  const share = 100 / letters.length;
  const choices = open.options.map(({ letter, text }): Choice => {
    const isRight = letters.includes(letter);
    return { text: toLine(text, 'plain', context), weight: isRight ? share : isSingle ? 0 : -share };
  });
  const text = toMarkdown(open.text.join('\n'), 'plain', context);
  const common = { name: '', text, points: 1, category: [], tags: [], line: open.line };
  return [{ kind: 'question', question: { ...common, kind: isSingle ? 'single' : 'multiple', choices, shuffle: false } }];
}

/** Reads an Aiken text. A question without its answer is reported, and ends at the next empty line or at the next question. */
export function readAiken(source: string, reading: Reading): Piece[] {
  const pieces: Piece[] = [];
  let open = empty();
  const end = (letters?: readonly string[]): void => {
    if (open.written.length > 0) pieces.push(...pieceOf(open, letters, reading));
    open = empty();
  };
  source.split(/\r\n?|\n/).forEach((line, index) => {
    const answer = ANSWER.exec(line)?.[1];
    const [, letter, option] = OPTION.exec(line) ?? [];
    if (line.trim() === '') {
      if (open.options.length > 0) end();
      return;
    }
    // Text after the choices begins the next question.
    if (answer === undefined && letter === undefined && open.options.length > 0) end();
    if (open.written.length === 0) open.line = index + 1;
    open.written.push(line);
    if (answer !== undefined) end(lettersIn(answer));
    else if (letter !== undefined && option !== undefined) open.options.push({ letter: letter.toUpperCase(), text: option });
    else open.text.push(line);
  });
  end();
  return pieces;
}
