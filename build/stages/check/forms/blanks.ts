import type { Html, Token } from '../../../../src/model/course/activity.ts';
import { normaliseAnswer, splitAnswers } from '../../../../src/model/judging/typed-answer.ts';
import type { Block } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext, Some } from '../../../types/activity-type.ts';

/** A `[[…]]` of the text. */
interface Blank {
  readonly token: Token;
  /** HTML between the previous blank and this one. */
  readonly html: string;
  /** HTML of adjacent characters that stay on its line: `«` and `l’`, a comma. */
  readonly lead: string;
  readonly trail: string;
  readonly accepted: readonly string[];
  /** The words around it, with `[?]` in its place. */
  readonly text: string;
}

interface Filled {
  readonly block: Block;
  /** HTML of the block with a `GAP` for each blank. */
  readonly html: string;
  readonly blanks: readonly Omit<Blank, 'html' | 'lead' | 'trail'>[];
}

/** Comments are removed from authors' texts, so none can be confused with it. */
const GAP = '<!--blank-->';
/** Characters on either side of a blank that identify it. */
const NEAR = 60;
/** Smallest width of a field, in characters. */
const SHORTEST_FIELD = 6;
const LONGEST_FIELD = 16;

const BLOCK_TAG = /<\/?(?:p|li|ul|ol|h\d|br|hr|div|pre|table|t[hdr])\b[^>]*>/g;
/** Adjacent characters without a breakable space, marker, or entity other than a quote; bold may end or begin between. */
const TRAIL = /^((?:<\/(?:strong|em)>)*)((?:[\u00a0\u202f]?(?:&quot;|[^\s<&\ue000-\ue009])){1,6})/u;
const LEAD = /((?:(?:&quot;|[^\s>;\ue000-\ue009])[\u00a0\u202f]?){1,6})((?:<(?:strong|em)>)*)$/u;

/** Placeholder of the blank while its context is cut. */
const HERE = '\ufffc';

/** Returns the last whole words of a text. */
function tail(text: string): string {
  return text.length <= NEAR ? text : `…${text.slice(text.indexOf(' ', text.length - NEAR))}`;
}

/** Returns the first whole words of a text. */
function head(text: string): string {
  return text.length <= NEAR ? text : `${text.slice(0, text.lastIndexOf(' ', NEAR) + 1)}…`;
}

/** Returns the words around each blank. */
function surroundings(html: string): string[] {
  const pieces = plainHtml(html.replace(BLOCK_TAG, ' ').replaceAll(GAP, HERE)).split(HERE);
  return pieces.slice(1).map((_, index) => `${tail(near(pieces, index, -1))}[?]${head(near(pieces, index + 1, 1))}`);
}

/** Joins pieces from one on, forwards or backwards, as many as needed. */
function near(pieces: readonly string[], from: number, step: 1 | -1): string {
  let text = pieces[from] ?? '';
  for (let at = from + step; at in pieces && text.length <= 2 * NEAR; at += step) {
    text = step > 0 ? `${text}…${pieces[at]}` : `${pieces[at]}…${text}`;
  }
  return text;
}

function readAccepted(content: string, block: Block, context: FormContext): string[] {
  const variable = /\{\{\s*([^{}]*?)\s*\}\}/.exec(content);
  if (variable) context.error('answer-in-variable', block.at, { name: variable[1] ?? '' });
  const accepted = splitAnswers(content);
  if (accepted.length === 0) context.error('empty-blank', block.at);
  return accepted;
}

/** Reports `>` below an item: it would be feedback, but a text with blanks has none. */
function reportFeedback(block: Block, context: FormContext): void {
  if (block.kind !== 'list') return;
  for (const item of block.items) {
    if (item.feedback) context.error('stray-quote', item.at);
    for (const child of item.children) reportFeedback(child, context);
  }
}

function fill(block: Exclude<Block, { kind: 'directive' }>, context: FormContext): Filled {
  const found: { token: Token; accepted: string[] }[] = [];
  reportFeedback(block, context);
  const html = block.html((content) => {
    const accepted = readAccepted(content, block, context);
    found.push({ token: context.part({ text: accepted.join(' / ') }), accepted });
    return GAP;
  });
  const rest = plainHtml(html.replace(/<(code|pre)\b.*?<\/\1>/gs, ''));
  if (/\[\[|\]\]/.test(rest)) context.error('unclosed-blank', block.at);
  const texts = found.length > 0 ? surroundings(html) : [];
  return { block, html, blanks: found.map((blank, index) => ({ ...blank, text: texts[index] ?? '' })) };
}

/** Separates the characters adjacent to each blank from the pieces around it. */
function holdSigns(html: string): { pieces: string[]; signs: { lead: string; trail: string }[] } {
  const pieces = html.split(GAP);
  const signs = pieces.slice(1).map((_, index) => {
    const held = { lead: '', trail: '' };
    pieces[index + 1] = (pieces[index + 1] ?? '').replace(TRAIL, (_found, tags: string, trail: string) => {
      held.trail = trail;
      return tags;
    });
    pieces[index] = (pieces[index] ?? '').replace(LEAD, (_found, lead: string, tags: string) => {
      held.lead = lead;
      return tags;
    });
    return held;
  });
  return { pieces, signs };
}

/** Lists the words to choose from: the first answer of each blank and the distractors, each once, in alphabetical order. */
function wordList(blanks: readonly Blank[], distractors: readonly string[]): string[] {
  const words = new Map<string, string>();
  for (const word of [...blanks.flatMap((blank) => blank.accepted.slice(0, 1)), ...distractors]) {
    const key = normaliseAnswer(word, true);
    if (!words.has(key)) words.set(key, word);
  }
  const sorted = [...words.values()].map((word) => [normaliseAnswer(word), word] as const).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return sorted.map(([, word]) => word);
}

export interface BlanksBody {
  readonly prompt: Html;
  /** Text after the last blank. */
  readonly html: Html;
  readonly blanks: readonly Blank[];
  /** Width of a field in characters. */
  readonly size: number;
  /** The words to choose from, in `list` mode. */
  readonly words?: readonly string[];
}

/**
 * Reads a text with blanks: `{ prompt, html, blanks: [{ token, html, lead, trail, accepted, text }], size, words? }`.
 * Each blank's `html` is the text before it; the last piece is `html`. Blocks before the first one with a blank are
 * the prompt. `size` is a field's width in characters: the same for all, so that it reveals nothing.
 */
export const blanks: Form<BlanksBody, Some<{ readonly mode?: string; readonly distractors?: readonly string[] }>> = {
  leaves: ['box', 'quoted-box'],
  read(body, context) {
    const filled: Filled[] = [];
    for (const block of body) {
      if (block.kind === 'directive') context.html([block]);
      else if (block.kind !== 'quote') filled.push(fill(block, context));
    }
    const start = Math.max(
      0,
      filled.findIndex(({ blanks }) => blanks.length > 0),
    );
    const text = filled.slice(start);
    const { pieces, signs } = holdSigns(text.map(({ html }) => html).join('\n'));
    const found = text.flatMap((one) => one.blanks);
    const blanks = found.map((blank, index): Blank => ({ ...blank, html: pieces[index] ?? '', lead: '', trail: '', ...signs[index] }));
    const longest = Math.max(...blanks.flatMap((blank) => blank.accepted.map((answer) => answer.length)));
    const { distractors = [] } = context.options;
    return {
      prompt: context.html(filled.slice(0, start).map(({ block }) => block)),
      html: pieces.at(-1) ?? '',
      blanks,
      size: Math.min(Math.max(longest, SHORTEST_FIELD), LONGEST_FIELD),
      ...(context.options.mode === 'list' && { words: wordList(blanks, distractors) }),
    };
  },
};
