import { blankOf, placeOf, withBlanks } from '../../blanks.ts';
import type { TextContext } from '../../html/loss.ts';
import type { Body, Choice } from '../../model.ts';
import { toLine, toMarkdown } from '../rich-text.ts';

/** A line with a box of LiaScript or of GitHub. */
export interface BoxLine {
  readonly kind: 'one' | 'many' | 'task';
  readonly isTicked: boolean;
  readonly text: string;
}

const ONE = /^\s*(?:[-*+]\s+)?\[\(([ xX]?)\)\]\s*(.*)$/;
const MANY = /^\s*(?:[-*+]\s+)?\[\[([ xX]?)\]\]\s+(\S.*)$/;
const TASK = /^\s*(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s+(.*)$/;

/** Reads a line with a box; undefined if it has none. */
export function boxLineOf(line: string): BoxLine | undefined {
  for (const [kind, pattern] of [
    ['one', ONE],
    ['many', MANY],
    ['task', TASK],
  ] as const) {
    const [all, mark = '', text = ''] = pattern.exec(line) ?? [];
    if (all !== undefined) return { kind, isTicked: /x/i.test(mark), text };
  }
  return undefined;
}

/** A choice with the lines of feedback below it. */
export interface BoxItem extends BoxLine {
  readonly feedback: readonly string[];
}

/** Makes the body of a list with boxes. */
export function boxBody(items: readonly BoxItem[], context: TextContext): Body {
  const right = items.filter(({ isTicked }) => isTicked).length;
  const isSingle = items[0]?.kind === 'one' || (items[0]?.kind === 'task' && right < 2);
  const choices = items.map(({ text, isTicked, feedback }): Choice => {
    const own = feedback.join('\n').trim();
    const weight = isTicked ? (isSingle ? 100 : 100 / right) : isSingle ? 0 : -100 / Math.max(1, right);
    return { text: toLine(text, 'markdown', context), weight, ...(own !== '' && { feedback: toMarkdown(own, 'markdown', context) }) };
  });
  return { kind: isSingle ? 'single' : 'multiple', choices, shuffle: false };
}

/** A quiz of LiaScript in double brackets, on a line of its own: `[[text]]`, `[[one | (two) | three]]`, `[[___]]`. */
const ALONE = /^\s*\[\[(?![!?]\]\]|[ xX]?\]\])(.+?)\]\]\s*$/;
const INLINE = /\[\[(?![!?]\]\]|[ xX]?\]\])([^[\]\n]+)\]\]/g;

interface Selection {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

function selectionOf(content: string): Selection | undefined {
  if (!content.includes('|')) return undefined;
  const words = content.split('|').map((word) => word.trim());
  const isRight = (word: string): boolean => /^\(.*\)$/.test(word);
  return {
    right: words.filter(isRight).map((word) => word.slice(1, -1).trim()),
    wrong: words.filter((word) => word !== '' && !isRight(word)),
  };
}

/** Reads a line that is a quiz; undefined if it is none. */
export function aloneBody(line: string, context: TextContext): Body | undefined {
  const content = ALONE.exec(line)?.[1];
  if (content === undefined) return undefined;
  if (/^[_\s]+$/.test(content)) return { kind: 'essay' };
  const selection = selectionOf(content);
  if (!selection) {
    const text = content.trim().replace(/\*/g, '\\*');
    return { kind: 'short', answers: [{ text, weight: 100 }] };
  }
  const choice = (text: string, weight: number): Choice => ({ text: toLine(text, 'markdown', context), weight });
  const choices = [...selection.right.map((text) => choice(text, 100)), ...selection.wrong.map((text) => choice(text, 0))];
  return { kind: 'single', choices, shuffle: true };
}

/** Reads a paragraph with quizzes in its sentences as a cloze; undefined if it has none. */
export function clozeBody(text: string, context: TextContext): Body | undefined {
  const blanks: string[] = [];
  const wrong: string[] = [];
  let isTyped = false;
  const marked = text.replace(INLINE, (all: string, content: string) => {
    const selection = selectionOf(content);
    const blank = blankOf(selection ? selection.right.slice(0, 1) : [content.trim()]);
    if (blank === undefined) return all;
    if (!selection) isTyped = true;
    wrong.push(...(selection?.wrong ?? []));
    blanks.push(blank);
    return placeOf(blanks.length - 1);
  });
  if (blanks.length === 0) return undefined;
  return {
    kind: 'cloze',
    text: withBlanks(toMarkdown(marked, 'markdown', context), blanks),
    isList: !isTyped,
    distractors: isTyped ? [] : wrong,
  };
}
