import type { Common, Piece, Question } from '../../model.ts';
import type { Reading } from '../reading.ts';
import { type TextFormat, toMarkdown } from '../rich-text.ts';
import { readAnswers } from './answers.ts';
import { type GiftBlock, giftBlocks } from './blocks.ts';
import { restore } from './escapes.ts';
import { takeFormat } from './format.ts';

/** The parts of a question's text. */
interface Parts {
  readonly name: string;
  readonly before: string;
  /** Content of the braces; absent if there are none. */
  readonly answers?: string;
  readonly after: string;
  readonly format: TextFormat;
}

/** Splits a question's text; a key of the strings if it can't be split. */
function split(text: string): Parts | string {
  const [title = '', name] = /^\s*::([\s\S]*?)::/.exec(text) ?? [];
  if (/^\s*::/.test(text) && name === undefined) return 'gift.title';
  const rest = takeFormat(text.slice(title.length), 'moodle');
  const own = { name: restore(name ?? '').trim(), format: rest.format };
  const open = rest.text.indexOf('{');
  const close = rest.text.lastIndexOf('}');
  if (open < 0 && close < 0) return { ...own, before: rest.text, after: '' };
  if (open < 0 || close < open) return open < 0 ? 'gift.closed' : 'gift.unclosed';
  const answers = rest.text.slice(open + 1, close);
  if (answers.includes('{') || answers.includes('}')) return answers.indexOf('}') < 0 ? 'gift.unclosed' : 'gift.several';
  const after = rest.text.slice(close + 1);
  return after.includes('{') ? 'gift.unclosed' : { ...own, before: rest.text.slice(0, open), answers, after };
}

/** Text of the question, with a line where the answers stand inside it. */
function fullText({ before, after, answers }: Parts): string {
  const end = after.trim();
  if (answers === undefined || end === '') return before;
  return before.trim() === '' ? end : `${before.trimEnd()} _____ ${end}`;
}

function questionOf(block: GiftBlock, reading: Reading): Question | undefined {
  const parts = split(block.text);
  const written = restore(block.text);
  const refuse = (key: string): undefined => {
    reading.refuse(key, block.line, written);
  };
  if (typeof parts === 'string') return refuse(parts);
  const context = reading.context(block.line, true);
  const common: Common = {
    name: parts.name,
    ...(block.idNumber !== undefined && { idNumber: block.idNumber }),
    text: toMarkdown(restore(fullText(parts)), parts.format, context),
    points: 1,
    category: block.category,
    tags: block.tags,
    line: block.line,
  };
  if (parts.answers === undefined) return common.text === '' ? refuse('empty') : { ...common, kind: 'description' };
  const answered = readAnswers(parts.answers, parts.format, context);
  if (typeof answered === 'string') return refuse(answered);
  return { ...common, ...answered };
}

/** Reads a GIFT text. A question that can't be read is reported, and the others are read. */
export function readGift(source: string, reading: Reading): Piece[] {
  return giftBlocks(source).flatMap((block) => {
    const question = questionOf(block, reading);
    return question ? [{ kind: 'question' as const, question }] : [];
  });
}
