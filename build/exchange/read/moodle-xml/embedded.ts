import { blankOf, placeOf, withBlanks } from '../../blanks.ts';
import { decodeEntities } from '../../html/entities.ts';
import type { TextContext } from '../../html/loss.ts';
import type { Body } from '../../model.ts';
import type { Reading } from '../reading.ts';
import { toMarkdown } from '../rich-text.ts';
import { formatOf, textIn } from './xml.ts';

/** An embedded answer: `{1:SHORTANSWER:=Paris~%50%Lutèce#Autrefois.}`; `\}` is a brace. */
const ANSWER = /\{(\d{0,3}):([A-Z_]{2,20}):((?:\\[\s\S]|[^\\{}]){0,5000})\}/g;

const TYPED = /^(?:SHORTANSWER(?:_C)?|SAC?|MWC?)$/;
const LISTED = /^(?:MULTICHOICE(?:_[VH])?S?|MC[VH]?S?|MULTICHOICE_[VH]S)$/;
const NUMBER = /^(?:NUMERICAL|NM)$/;

/** One of the answers between `~`. */
interface Written {
  readonly text: string;
  readonly weight: number;
  readonly hasFeedback: boolean;
}

function writtenIn(content: string): Written[] {
  const pieces = content.split(/(?<!\\)~/).filter((piece) => piece.trim() !== '');
  return pieces.map((piece) => {
    const [all = '', marker, percent] = /^\s*(=)?(?:%(-?\d+(?:\.\d+)?)%)?/.exec(piece) ?? [];
    const [text = '', ...feedback] = piece.slice(all.length).split(/(?<!\\)#/);
    const weight = percent === undefined ? (marker === '=' ? 100 : 0) : Number(percent);
    const plain = decodeEntities(text.replace(/<[^>]*>/g, '')).replace(/\\([\s\S])/g, '$1');
    return { text: plain.trim(), weight, hasFeedback: feedback.join('').trim() !== '' };
  });
}

/** A blank as it is read. */
interface Blank {
  readonly text: string;
  readonly isList: boolean;
  readonly wrong: readonly string[];
  /** Keys of what can't be kept. */
  readonly lost: readonly string[];
}

/** Value of `12.5:0.5`, and whether it had a tolerance. */
function numberIn(text: string): { readonly value: string; readonly hasTolerance: boolean } {
  const [value = '', tolerance = '0'] = text.split(':');
  return { value, hasTolerance: Number(tolerance) !== 0 };
}

function blankIn(kind: string, content: string): Blank | string {
  const isList = LISTED.test(kind);
  if (!isList && !TYPED.test(kind) && !NUMBER.test(kind)) return 'cloze.kind';
  const answers = writtenIn(content);
  const right = answers.filter(({ weight }) => weight === 100).map(({ text }) => (NUMBER.test(kind) ? numberIn(text).value : text));
  const text = blankOf(isList ? right.slice(0, 1) : right);
  if (text === undefined || (TYPED.test(kind) && right.some((answer) => answer.includes('*')))) return 'cloze.answer';
  const others = answers.filter(({ weight }) => weight !== 100);
  const lost = [
    ...(answers.some(({ hasFeedback }) => hasFeedback) ? ['cloze.feedback'] : []),
    ...(others.some(({ weight }) => weight > 0) ? ['cloze.partial'] : []),
    ...(NUMBER.test(kind) && answers.some((one) => numberIn(one.text).hasTolerance) ? ['cloze.tolerance'] : []),
    ...(/_C$|^SAC$|^MWC$/.test(kind) ? ['xml.case'] : []),
  ];
  const wrong = (isList ? [...others.map((one) => one.text), ...right.slice(1)] : []).filter((word) => word !== '' && word !== '*');
  return { text, isList, wrong, lost };
}

/** Reads a text with embedded answers as a cloze; a key of the strings if it can't be one. */
export function embeddedAnswers(written: unknown, context: TextContext, reading: Reading, line: number): Body | string {
  const blanks: Blank[] = [];
  let fault: string | undefined;
  const marked = textIn(written, 'text').replace(ANSWER, (_, _weight, kind: string, content: string) => {
    const blank = blankIn(kind, content);
    if (typeof blank === 'string') fault = blank;
    else blanks.push(blank);
    return placeOf(blanks.length - 1);
  });
  if (fault !== undefined) return fault;
  // A field that isn't closed would be shown as text.
  if (/\{\d*:[A-Z_]{2,20}:/.test(marked)) return 'cloze.answer';
  if (blanks.length === 0) return 'cloze.none';
  const isList = blanks.every((blank) => blank.isList);
  const lost = new Set(blanks.flatMap((blank) => blank.lost));
  const right = new Set(blanks.map(({ text }) => text));
  const wrong = [...new Set(blanks.flatMap((blank) => blank.wrong))].filter((word) => !right.has(`[[${word}]]`));
  if (isList && blanks.length > 1) lost.add('cloze.shared');
  if (!isList && wrong.length > 0) reading.remark('lost', 'cloze.choices', line, { words: wrong.join(', ') });
  for (const key of lost) reading.remark(key === 'cloze.shared' ? 'note' : 'lost', key, line);
  const texts = blanks.map(({ text }) => text);
  const text = withBlanks(toMarkdown(marked, formatOf(written), context), texts);
  return { kind: 'cloze', text, isList, distractors: isList ? wrong : [] };
}
