import type { Html } from '../../src/model/course/activity.ts';
import type { Position } from '../diagnostics/diagnostics.ts';

/**
 * Characters of Unicode's private use area that mark values in parsed text which are known only later.
 * `read` refuses them in sources, so that no author can insert one. `resolve` and `render` replace them.
 */
export const VARIABLE_IN_HTML = '\uE000';
export const VARIABLE_IN_TEXT = '\uE001';
export const VARIABLE_IN_ADDRESS = '\uE002';
export const TOKEN = '\uE003';
export const ASSET = '\uE004';
export const END = '\uE005';
/** Marks the path from a page to the package's root: `` or `../`. */
export const ROOT = '\uE006';

/** Begins the reference to a footnote. It includes its note, so that any form can move it. */
const NOTE = '\uE007';
/** Separates the members of a reference. */
const NEXT = '\uE008';
const NOTE_END = '\uE009';

/** Any marker; sources may not contain it. */
export const ANY_MARKER = /[\uE000-\uE009]/;

const VARIABLE = /\{\{\s*([a-z][a-z0-9-]*)\s*\}\}/g;

/** Turns each `{{name}}` of a text into a marker of the given kind. */
export function markVariables(text: string, kind: string): string {
  return text.includes('{{') ? text.replace(VARIABLE, (_, name: string) => kind + name + END) : text;
}

/** Makes the marker of the part at this position of an activity. */
export function tokenMarker(position: number): string {
  return TOKEN + position + END;
}

/** Characters that `encodeURIComponent` leaves, though HTML, JSON or Markdown may escape them. */
const ESCAPED = /[!'()*~]/g;

/** Encodes a path so that neither HTML, JSON nor Markdown gives one of its characters a meaning. */
export function encodedPath(path: string): string {
  return encodeURIComponent(path).replace(ESCAPED, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

/** Makes the marker of a file of the course, by its path inside the course's folder. HTML and JSON don't change it. */
export function assetMarker(path: string): string {
  return ASSET + encodedPath(path) + END;
}

/** Returns the path in an asset marker; any other text unchanged. */
export function pathIn(text: string): string {
  return text.startsWith(ASSET) && text.endsWith(END) ? decodeURIComponent(text.slice(ASSET.length, -END.length)) : text;
}

/** Reference to a footnote. */
export interface NoteMark {
  readonly label: string;
  readonly html: Html;
}

/** Reference as the parser finds it. */
interface NoteReference extends NoteMark {
  readonly at: Position;
  /** True in a line that a form reads separately. */
  readonly isInLine: boolean;
}

/** Makes the marker of a reference. */
export function noteMarker({ label, html, at: { file, line, column }, isInLine }: NoteReference): string {
  return NOTE + [isInLine ? 'line' : 'text', file, line, column, label, html].join(NEXT) + NOTE_END;
}

const REFERENCE = new RegExp(`${NOTE}([^${NOTE_END}]*)${NOTE_END}`, 'g');

function readReference(members: string): NoteReference {
  const [place, file = '', line, column, label = '', html = ''] = members.split(NEXT);
  return { label, html, at: { file, line: Number(line), column: Number(column) }, isInLine: place === 'line' };
}

/** Finds the references in a text, or in the JSON of a value with texts. */
export function noteReferencesIn(text: string | undefined): NoteReference[] {
  return text?.includes(NOTE) ? [...text.matchAll(REFERENCE)].map(([, members = '']) => readReference(members)) : [];
}

/** Replaces each reference in a text. */
export function withNotes(text: string, shown: (mark: NoteMark) => string): string {
  return text.includes(NOTE) ? text.replace(REFERENCE, (_, members: string) => shown(readReference(members))) : text;
}
