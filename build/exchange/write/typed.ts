import { fits, withoutStars } from '../../../src/model/judging/accepted.ts';
import { normaliseAnswer } from '../../../src/model/judging/typed-answer.ts';
import { escapeText, quotedValue } from '../html/escape.ts';
import type { Accepted, NumberRange, QuestionOf } from '../model.ts';
import type { Boxes } from './choices.ts';
import { boxLine, checkParts, decimal, NotWritable, type WriteContext } from './parts.ts';

/** Matches what an answer in an attribute or a line can't have: another answer begins, or braces are read. */
const SPECIAL = /\s\/\s|[{}\\]|["“”«»]/;

/** Tests whether an answer accepts all that another one accepts. Two texts show it: one that takes both takes all of them. */
function covers(earlier: string, later: string): boolean {
  return ['', ' ж'].every((any) => fits(withoutStars(later, any), earlier));
}

/** Removes answers that an earlier one covers: nobody could ever give them. */
function reachable(answers: readonly Accepted[], context: WriteContext): Accepted[] {
  const kept: Accepted[] = [];
  for (const written of answers) {
    // Several stars mean what one means, and would make text bold.
    const answer = { ...written, text: written.text.replace(/(?<!\\)\*{2,}/g, '*') };
    if (answer.text.trim() === '') throw new NotWritable('empty-part');
    if (kept.some(({ text }) => covers(text, answer.text))) context.remark('note', 'covered', { text: answer.text.slice(0, 80) });
    else kept.push(answer);
  }
  return kept;
}

/** Formats a line of an answer: text in which only stars have a meaning. */
function lineText(text: string): string {
  if (/\{\{/.test(text)) throw new NotWritable('answer-signs', { text: text.slice(0, 60) });
  const pieces = text.split(/(\\?\*)/);
  return pieces
    .map((piece, index) =>
      index % 2 === 1 ? piece : escapeText(piece).replace(/&amp;#?/g, (character) => (character.endsWith('#') ? '\\&\\#' : '\\&')),
    )
    .join('');
}

/** Formats the answers of a short text. */
export function shortBoxes({ answers }: QuestionOf<'short'>, context: WriteContext): Boxes {
  const kept = reachable(answers, context);
  checkParts(
    kept.map(({ text }) => text),
    1,
  );
  if (!kept.some(({ weight, text }) => weight === 100 && normaliseAnswer(withoutStars(text, '')) !== '')) throw new NotWritable('no-right');
  const isPlain = ({ weight, feedback, text }: Accepted): boolean => weight === 100 && feedback === undefined && !SPECIAL.test(text);
  // The attribute is read before the lines: only answers that come first may be in it.
  const end = kept.findIndex((answer) => !isPlain(answer));
  const plain = end < 0 ? kept : kept.slice(0, end);
  const lines = kept.slice(plain.length).map(({ text, weight, feedback }) => {
    const isRight = weight > 0;
    return boxLine(lineText(text), isRight, isRight && weight !== 100 ? weight : undefined, feedback);
  });
  const attributes = plain.length > 0 ? [`answer=${quotedValue(plain.map(({ text }) => text).join(' / '))}`] : [];
  return { attributes, list: lines.join('\n') };
}

function rangeText({ low, high }: NumberRange): string {
  return low === high ? decimal(low) : `${decimal(low)}..${decimal(high)}`;
}

/** Formats the expected number as attributes. */
function asAttributes({ low, high }: NumberRange): string[] {
  const [answer, tolerance] = [(low + high) / 2, (high - low) / 2].map((value) => decimal(Number(value.toPrecision(12))));
  return [`answer=${answer}`, ...(tolerance === '0' ? [] : [`tolerance=${tolerance}`])];
}

/** Formats the answers of a number. */
export function numericBoxes({ answers, unit }: QuestionOf<'numeric'>, context: WriteContext): Boxes {
  const kept: NumberRange[] = [];
  for (const answer of answers) {
    if (kept.some(({ low, high }) => low <= answer.low && high >= answer.high))
      context.remark('note', 'covered', { text: rangeText(answer) });
    else kept.push(answer);
  }
  if (!kept.some(({ weight }) => weight === 100)) throw new NotWritable('no-right');
  const [first, ...rest] = kept;
  const isPlain = first?.weight === 100 && first.feedback === undefined;
  const lines = (isPlain ? rest : kept).map((range) => {
    const isRight = range.weight > 0;
    return boxLine(rangeText(range), isRight, isRight && range.weight !== 100 ? range.weight : undefined, range.feedback);
  });
  const own = isPlain && first ? asAttributes(first) : [];
  return { attributes: [...own, ...(unit ? [`unit=${quotedValue(unit)}`] : [])], list: lines.join('\n') };
}
