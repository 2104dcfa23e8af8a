import type { AttributeFacts, CourseFacts, Path, TypeFacts } from '../engine/calls.ts';
import { t } from '../strings.ts';
import { outlineIds } from '../text/copy-directive.ts';
import { freeId } from '../text/fresh-ids.ts';
import { allDirectives, directiveAt, type Outline } from '../text/outline.ts';
import { aboutType } from './about-type.ts';

/** A text that a list offers. */
export interface Suggestion {
  /** Shown, and searched. */
  readonly label: string;
  readonly detail?: string;
  readonly info?: string;
  /** Text that takes the place of what was typed. */
  readonly insert: string;
  /** Offset of the cursor in `insert`; its end if absent. */
  readonly cursor?: number;
  /** The list for what comes next opens at once. */
  readonly goesOn?: boolean;
  readonly section?: 'activity' | 'block';
}

/** Suggestions for the text from an offset to the cursor. */
export interface Suggestions {
  readonly from: number;
  readonly list: readonly Suggestion[];
}

/** Everything that suggestions are made from. */
export interface Known {
  readonly types: ReadonlyMap<string, TypeFacts>;
  readonly course: CourseFacts | null;
  readonly files: readonly Path[];
  /** Collects all ids that are taken, those of earlier versions too. */
  ids(): ReadonlySet<string>;
  readonly outline: Outline;
}

/** A line up to the cursor, and where it is. */
export interface Typed {
  readonly line: string;
  /** Offset of the line in the text. */
  readonly from: number;
  /** Rest of the line. */
  readonly rest: string;
}

/** Attributes that name an activity. */
const NAMING = new Set(['again', 'of', 'recall', 'target', 'from', 'before-after', 'words', 'levels-of']);
/** Attributes that name a file. */
const FILES = new Set(['src', 'file', 'poster', 'captions', 'transcript', 'picture', 'bank', 'audio', 'sound', 'image']);

/** Makes the text of a new directive, with a free id and its closing line. */
function written({ name, kind, form }: TypeFacts, isClosed: boolean, known: Known): { readonly insert: string; readonly cursor: number } {
  const taken = new Set([...outlineIds(known.outline), ...known.ids()]);
  const id = kind === 'activity' ? `#${freeId(name, taken)}` : '';
  const braces = id === '' && form !== 'none' ? '' : `{${id}}`;
  const line = `${form === 'none' ? '::' : ':::'}${name}${braces}`;
  if (form === 'none') return { insert: line, cursor: line.length - 1 };
  return isClosed ? { insert: line, cursor: line.length } : { insert: `${line}\n\n:::`, cursor: line.length + 1 };
}

/** Suggests types behind colons at the start of a line. */
function types({ line, from, rest }: Typed, known: Known): Suggestions | null {
  if (!/^:{2,3}[\p{L}-]*$/u.test(line) || rest.trim() !== '') return null;
  const own = allDirectives(known.outline).find((one) => one.from === from);
  // A line that was just begun takes the end of the directive around it, which is then not closed.
  const isClosed = own?.isClosed === true && !isTakenFrom(own.to, known);
  const list = [...known.types.values()].map((type) => ({
    label: type.name,
    detail: type.label,
    info: aboutType(type),
    section: type.kind,
    ...written(type, isClosed, known),
  }));
  const others = (['after', 'trainer'] as const).map((name) => ({
    label: name,
    detail: t(`editor.directive.${name}`),
    info: t(`editor.about.${name}`),
    section: 'block' as const,
    insert: isClosed ? `:::${name}` : `:::${name}\n\n:::`,
    cursor: name.length + 4,
  }));
  const close = { label: ':::', detail: t('editor.complete.close'), insert: ':::' };
  return { from, list: [...list, ...others, ...(line === ':::' ? [close] : [])] };
}

/** Tests whether a directive that ends before this offset is the only reason that one around it is open. */
function isTakenFrom(end: number, { outline }: Known): boolean {
  return allDirectives(outline).some((one) => !one.isClosed && one.from < end && end <= one.to);
}

function named(list: readonly { readonly id: string; readonly title: string }[], detail: string): Suggestion[] {
  return list.map(({ id, title }) => ({ label: id, detail: `${title} · ${detail}`, insert: id }));
}

function pages({ outline }: Known): Suggestion[] {
  return named(
    outline.pages.filter(({ id }) => id !== ''),
    t('editor.complete.page'),
  );
}

function activities({ course }: Known): Suggestion[] {
  const all = (course?.sessions ?? []).flatMap((session) => session.pages.flatMap((page) => page.activities));
  return named(all, t('editor.complete.activity'));
}

function files({ files: paths }: Known): Suggestion[] {
  return paths.map((path) => ({ label: path, detail: t('editor.complete.file'), insert: path }));
}

/** Lists what an attribute may be. */
function valuesOf(key: string, facts: AttributeFacts | undefined, known: Known): Suggestion[] {
  if (facts && facts.values.length > 0) return facts.values.map((value) => ({ label: value, insert: value }));
  if (key === 'competency' || key === 'competencies') return named(known.course?.competencies ?? [], t('editor.complete.competency'));
  if (key === 'only') return (known.course?.cohorts ?? []).map(({ name, title }) => ({ label: name, detail: title, insert: name }));
  if (NAMING.has(key)) return activities(known);
  return FILES.has(key) ? files(known) : [];
}

/** Suggests attributes and their values inside `{…}` of a directive. */
function attributes({ line, from }: Typed, known: Known): Suggestions | null {
  const [, name = '', braces] = /^:{2,}\s*([\p{L}\d-]+)(\{[^}]*)$/u.exec(line) ?? [];
  const facts = known.types.get(name)?.attributes;
  if (braces === undefined || !facts) return null;
  const [, key = '', value] = /(?:^\{|\s)([\p{L}-]+)=(?:"(?:[^"]*;\s*)?)?([^"\s}]*)$/u.exec(braces) ?? [];
  if (value !== undefined) {
    const list = valuesOf(
      key,
      facts.find((one) => one.name === key),
      known,
    );
    return list.length === 0 ? null : { from: from + line.length - value.length, list };
  }
  const [, word] = /[\s{]([\p{L}-]*)$/u.exec(braces) ?? [];
  if (word === undefined || (braces.match(/"/g) ?? []).length % 2 === 1) return null;
  const free = facts.filter((one) => !new RegExp(`[\\s{]${one.name}(?:[\\s=}]|$)`, 'u').test(braces.slice(0, braces.length - word.length)));
  const list = free.map((one) => ({
    label: one.name,
    detail: t(`editor.kind.${one.kind}`) + (one.isCommon ? ` · ${t('editor.complete.common')}` : ''),
    info: one.values.join(' · '),
    insert: one.kind === 'flag' ? one.name : `${one.name}=`,
    goesOn: one.kind !== 'flag',
  }));
  return { from: from + line.length - word.length, list };
}

/** Suggests pages and files behind `](`. */
function addresses({ line, from }: Typed, known: Known): Suggestions | null {
  const [, picture, address] = /(!?)\[[^\][]*\]\(([^()\s]*)$/.exec(line) ?? [];
  if (address === undefined) return null;
  const links = picture === '!' ? [] : pages(known).map((one) => ({ ...one, label: `#${one.label}`, insert: `#${one.insert}` }));
  return { from: from + line.length - address.length, list: [...links, ...files(known)] };
}

/** Suggests people behind `##` where people speak. */
function speakers({ line, from }: Typed, known: Known): Suggestions | null {
  const [, word] = /^##[ \t]+([\w-]*)$/.exec(line) ?? [];
  const around = directiveAt(known.outline, from);
  if (word === undefined || known.types.get(around?.name ?? '')?.form !== 'speeches') return null;
  const list = (known.course?.people ?? []).map(({ id, name }) => ({ label: id, detail: name, insert: id }));
  return { from: from + line.length - word.length, list };
}

/** Finds what may be written at the cursor; null if nothing is known. */
export function suggestionsAt(typed: Typed, known: Known): Suggestions | null {
  const found = types(typed, known) ?? attributes(typed, known) ?? addresses(typed, known) ?? speakers(typed, known);
  return found && found.list.length > 0 ? found : null;
}
