import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fromBase64 } from '../pictures.ts';
import type { TextFormat } from '../rich-text.ts';

/** An element as the parser gives it: members by name, `@name` for attributes, `#text` for text. */
export type Xml = Readonly<Record<string, unknown>>;

const ALWAYS_LISTS = new Set(['answer', 'subquestion', 'file', 'tag', 'hint', 'selectoption', 'dragbox', 'unit', 'drag', 'drop']);

/** Strangers' entities are not expanded; the five of XML and numbers are decoded here. */
function createParser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    processEntities: false,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    cdataPropName: '#cdata',
    isArray: (name) => ALWAYS_LISTS.has(name),
  });
}

const ENTITY = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(ENTITY, (entity) => {
    const name = entity.slice(1, -1).toLowerCase();
    if (!name.startsWith('#')) return NAMED[name] ?? entity;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

function isXml(value: unknown): value is Xml {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the elements of a name: one, several or none. */
export function childrenOf(node: unknown, name: string): readonly unknown[] {
  const value = isXml(node) ? node[name] : undefined;
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Returns the text directly in an element; CDATA is text as it is. */
export function ownText(node: unknown): string {
  if (typeof node === 'string') return decoded(node);
  if (!isXml(node)) return '';
  const cdata = node['#cdata'];
  const raw = Array.isArray(cdata) ? cdata.join('') : typeof cdata === 'string' ? cdata : undefined;
  const text = typeof node['#text'] === 'string' ? decoded(node['#text']) : '';
  if (raw === undefined) return text;
  return text.trim() === '' ? raw : text + raw;
}

/** Returns the text of the first element of a name. */
export function textIn(node: unknown, name: string): string {
  return ownText(childrenOf(node, name)[0]).trim();
}

/** Returns the text of `<name><text>…</text></name>`. */
export function innerText(node: unknown, name: string): string {
  return textIn(childrenOf(node, name)[0], 'text');
}

/** Returns an attribute; '' if there is none. */
export function attribute(node: unknown, name: string): string {
  const value = isXml(node) ? node[`@${name}`] : undefined;
  return typeof value === 'string' ? decoded(value) : '';
}

/** Returns the files inside an element, by name. */
export function filesIn(node: unknown): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const file of childrenOf(node, 'file')) {
    const bytes = fromBase64(ownText(file));
    if (bytes) found.set(attribute(file, 'name'), bytes);
  }
  return found;
}

/** Formats by the names that Moodle writes. */
export function formatOf(node: unknown): TextFormat {
  const name = attribute(node, 'format');
  if (name === 'plain_text') return 'plain';
  if (name === 'markdown') return 'markdown';
  return name === 'moodle_auto_format' ? 'moodle' : 'html';
}

/** Parses one `<question>`. @returns undefined if it isn't well-formed */
export function parseQuestion(source: string): Xml | undefined {
  if (XMLValidator.validate(source) !== true) return undefined;
  try {
    const root: unknown = createParser().parse(source);
    return childrenOf(root, 'question').find(isXml);
  } catch {
    return undefined;
  }
}

/** A `<question>` of a file. */
export interface XmlSlice {
  readonly source: string;
  readonly line: number;
  /** It isn't closed: the file is cut, or a tag is wrong. */
  readonly isOpen?: true;
}

const MARK = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<question(?=[\s>])|<\/question\s*>/g;

/** Finds the questions of a file without parsing it as a whole, so that one that isn't well-formed doesn't spoil the others. */
export function sliceQuestions(source: string): XmlSlice[] {
  const found: XmlSlice[] = [];
  let start: number | undefined;
  let line = 1;
  let counted = 0;
  const add = (end: number, isOpen: boolean): void => {
    if (start === undefined) return;
    for (; counted < start; counted++) if (source[counted] === '\n') line++;
    found.push({ source: source.slice(start, end), line, ...(isOpen && { isOpen }) });
    start = undefined;
  };
  for (const mark of source.matchAll(MARK)) {
    const at = mark.index ?? 0;
    if (mark[0].startsWith('<!')) continue;
    if (mark[0] === '<question') {
      add(at, true);
      start = at;
    } else add(at + mark[0].length, false);
  }
  add(source.length, true);
  return found;
}
