import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import type { Position } from '../../../diagnostics/diagnostics.ts';
import { noteMarker } from '../../../model/markers.ts';
import { type Environment, type Footnote, locate, locateNext } from './environment.ts';

const DEFINED = /\[\^([^\]\s]{1,20})\]:[ \t]*/y;
const REFERENCE = /\[\^([^\]\s]{1,20})\]/y;
/** Largest number of references to one note: each has a copy of it. */
const MOST = 100;
/** Indent, in columns, of the further paragraphs of a note. */
const INDENT = 4;

/** Reads the text of a note as blocks: the text after `[^1]:`, and indented lines below. */
function tokenizeNote(state: StateBlock, line: number, endLine: number, length: number): void {
  const [start = 0, shift = 0, count = 0, parent] = [state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType];
  state.bMarks[line] = start + shift + length;
  state.tShift[line] = 0;
  state.blkIndent += INDENT;
  // The first line counts as indented.
  state.sCount[line] = state.blkIndent;
  state.parentType = 'footnote';
  state.md.block.tokenize(state, line, endLine);
  state.parentType = parent;
  state.blkIndent -= INDENT;
  state.bMarks[line] = start;
  state.tShift[line] = shift;
  state.sCount[line] = count;
}

/** Block rule for `[^1]: The text of a note.`; reports a second note of that name. */
function noteRule(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if ((state.sCount[line] ?? 0) - state.blkIndent >= INDENT || !state.src.startsWith('[^', start)) return false;
  DEFINED.lastIndex = start;
  const [whole, label = ''] = DEFINED.exec(state.src) ?? [];
  if (whole === undefined) return false;
  if (silent) return true;
  const env = state.env as unknown as Environment;
  const at = locate(env, `[^${label}]`, line, line + 1);
  if (env.notes.has(label)) env.report('footnote-twice', at, { mark: `[^${label}]` });
  else env.notes.set(label, { at, tokens: [] });
  state.push('note_open', '', 1).info = label;
  tokenizeNote(state, line, endLine, whole.length);
  state.push('note_close', '', -1);
  return true;
}

/** Inline rule for `[^1]`, if a note has this name: all blocks of the file are read by now. */
function referenceRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || state.src[state.pos + 1] !== '^') return false;
  REFERENCE.lastIndex = state.pos;
  const label = REFERENCE.exec(state.src)?.[1];
  if (label === undefined || !(state.env as unknown as Environment).notes.has(label)) return false;
  if (!silent) state.push('note_reference', '', 0).info = label;
  state.pos = REFERENCE.lastIndex;
  return true;
}

/** Records the position of each reference. @returns number of references by name */
function placeReferences(tokens: readonly Token[], env: Environment): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  let row: Token['map'] = null;
  for (const token of tokens) {
    if (token.type === 'tr_open') row = token.map;
    const [from, to] = token.map ?? row ?? [0, env.lines.length];
    const children = token.children ?? [];
    for (const [index, child] of children.entries()) {
      const inPicture = child.type === 'image' ? child.children?.find(({ type }) => type === 'note_reference') : undefined;
      const reference = inPicture ?? (child.type === 'note_reference' ? child : undefined);
      if (!reference) continue;
      const count = (used.get(reference.info) ?? 0) + 1;
      used.set(reference.info, count);
      const at = locateNext(env, `[^${reference.info}]`, from, to);
      reference.meta = { at };
      // It is in a link, which the parser then leaves as text, or in the alternative text of a picture.
      const isLost = inPicture || /^[^[\]]*\][([]/.test(children[index + 1]?.content ?? '');
      if (isLost || count > MOST) env.report('footnote-place', at, { mark: `[^${reference.info}]` });
      if (count > MOST) reference.info = '';
    }
  }
  return used;
}

/**
 * Moves the notes from the tokens of a file to `env.notes`.
 * Reports a reference in a note, and a note that nothing refers to: it would be lost.
 */
export function takeNotes(tokens: readonly Token[], env: Environment): Token[] {
  if (env.notes.size === 0) return [...tokens];
  const text: Token[] = [];
  let open: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === 'note_open') open = env.notes.get(token.info)?.tokens ?? [];
    else if (token.type === 'note_close') open = undefined;
    else (open ?? text).push(token);
  }
  const used = placeReferences(text, env);
  for (const [label, note] of env.notes) {
    if (!used.has(label)) env.report('footnote-unused', note.at, { mark: `[^${label}]` });
    for (const inner of placeReferences(note.tokens, env).keys()) env.report('footnote-place', note.at, { mark: `[^${inner}]` });
  }
  return text;
}

/** Reports the first reference to a missing note, which was left as text. `from` and `to` are 0-based lines. */
export function checkReferences(text: string, from: number, to: number, env: Environment): void {
  const mark = /\[\^[^\]\s]{1,20}\]/.exec(text)?.[0];
  if (mark !== undefined) env.report('footnote', locate(env, mark, from, to), { mark });
}

/** Renders a note. References in it were reported, and are left out because they may lead to the note itself. */
function noteHtml(md: MarkdownIt, { tokens }: Footnote, env: Environment): string {
  return md.renderer.render(tokens, md.options, { ...env, blank: undefined, notes: new Map() } as never).trim();
}

/** Adds `[^1]` and `[^1]: …` to a parser. A reference becomes a marker, because its number is known only once its page is assembled. */
export function addFootnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'note', noteRule, { alt: ['paragraph', 'reference'] });
  md.inline.ruler.before('link', 'note_reference', referenceRule);
  md.renderer.rules.note_reference = (tokens, index, _options, env) => {
    const { info: label = '', meta } = tokens[index] ?? {};
    const environment = env as unknown as Environment;
    const note = environment.notes?.get(label);
    if (!note) return '';
    const isInLine = environment.isLine === true || environment.blank !== undefined;
    const at = (meta?.at as Position | undefined) ?? note.at;
    return noteMarker({ label, html: noteHtml(md, note, environment), at, isInLine });
  };
}
