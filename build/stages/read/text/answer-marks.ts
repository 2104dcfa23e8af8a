import type { Token } from 'markdown-it';
import type { AnswerMark } from '../../../model/source.ts';
import { type Environment, locate } from './environment.ts';

/** A box at the start of an item's text. */
export const CHECKBOX = /^\[([ xX])\](?:\s+|$)/;

/** LiaScript's boxes: `[[x]]`, `[[ ]]`. */
const DOUBLE_BOX = /^[xX]?$/;

/** Finds the `[[…]]` of a line, and whether it is a LiaScript box. */
function blankIn(children: readonly Token[]): { readonly kind: 'blank' | 'double-box'; readonly text: string } | null {
  const index = children.findIndex(({ type }) => type === 'blank');
  const text = children[index]?.content;
  if (text === undefined) return null;
  const before = children.slice(0, index).findLast(({ type, content }) => type !== 'text' || content.trim() !== '');
  const isFirst = !before || before.type === 'softbreak' || before.type === 'hardbreak';
  return { kind: isFirst && DOUBLE_BOX.test(text) ? 'double-box' : 'blank', text };
}

function marksOf(tokens: readonly Token[], index: number, lines: readonly [number, number], env: Environment): AnswerMark[] {
  const { meta, content, children } = tokens[index] as Token;
  const found: AnswerMark[] = [];
  const isItem = tokens[index - 2]?.type === 'list_item_open';
  if (typeof meta?.checked === 'boolean') found.push({ kind: 'box', text: '', at: locate(env, '[', ...lines) });
  // Boxes in quotations are still text.
  else if (isItem && CHECKBOX.test(content)) found.push({ kind: 'quoted-box', text: '', at: locate(env, '[', ...lines) });
  const blank = blankIn(children ?? []);
  const second = /\[\[([^[\]]+)\]\]/.exec(typeof meta?.second === 'string' ? meta.second : '')?.[1];
  if (blank) found.push({ ...blank, at: locate(env, '[[', ...lines) });
  else if (second !== undefined) found.push({ kind: 'blank', text: second, at: locate(env, '[[', ...lines) });
  return found;
}

/** Finds boxes and blanks in the tokens of a block: the first of each kind. */
export function answerMarks(tokens: readonly Token[], env: Environment): AnswerMark[] {
  const found: AnswerMark[] = [];
  let row: Token['map'] = null;
  for (const [index, token] of tokens.entries()) {
    // Cells have no line number; their row has one.
    if (token.type === 'tr_open') row = token.map;
    if (token.type !== 'inline') continue;
    const lines = token.map ?? row ?? [0, env.lines.length];
    for (const mark of marksOf(tokens, index, lines, env)) if (!found.some(({ kind }) => kind === mark.kind)) found.push(mark);
  }
  return found;
}
