import type { Path } from '../engine/calls.ts';
import { literal } from '../text/literal.ts';
import { allDirectives, type Outline, outlineOf } from '../text/outline.ts';
import { lineAt, shownText } from '../text/raw-text.ts';
import { membersOf, textsIn } from './course-value.ts';
import { frontOf } from './front-text.ts';
import { yamlValue } from './yaml-text.ts';

/** A place in a text where something of the course is used. */
export interface Use {
  readonly path: Path;
  /** Counts from 1. */
  readonly line: number;
  /** Title of its page; '' outside pages. */
  readonly page: string;
}

function pageTitle({ pages }: Outline, offset: number): string {
  return pages.filter(({ from }) => from <= offset).at(-1)?.title ?? '';
}

/** Splits an attribute that lists words. */
export function wordsIn(value: string | true): string[] {
  return value === true ? [] : value.split(';').map((word) => word.trim());
}

/** Finds attributes of directives and pages that name a word. */
function usesInAttributes(path: Path, text: string, keys: readonly string[], word: string): Use[] {
  const outline = outlineOf(text);
  const attributes = [...outline.pages, ...allDirectives(outline)].flatMap((one) => one.attributes);
  const found = attributes.filter(({ key, value }) => keys.includes(key) && wordsIn(value).includes(word));
  return found.map(({ from }) => ({ path, line: lineAt(text, from), page: pageTitle(outline, from) }));
}

/** Finds a word in a list of front matter. */
function usesInFront(path: Path, text: string, key: string, word: string): Use[] {
  const front = membersOf(yamlValue(frontOf(text)));
  if (!textsIn(front[key]).includes(word)) return [];
  const line = text.split('\n').findIndex((one) => one.startsWith(`${key}:`)) + 1;
  return [{ path, line: Math.max(line, 1), page: '' }];
}

function usesIn(texts: ReadonlyMap<Path, string>, find: (path: Path, text: string) => Use[]): Use[] {
  return [...texts]
    .flatMap(([path, raw]) => find(path, shownText(raw)))
    .sort((one, other) => one.path.localeCompare(other.path) || one.line - other.line);
}

/** Finds where a competency is used. @param texts of a course by path */
export function usesOfCompetency(texts: ReadonlyMap<Path, string>, id: string): Use[] {
  return usesIn(texts, (path, text) => [
    ...usesInFront(path, text, 'competencies', id),
    ...usesInAttributes(path, text, ['competency'], id),
  ]);
}

/** Finds where a person speaks, is named or is on the cover. */
export function usesOfPerson(texts: ReadonlyMap<Path, string>, id: string): Use[] {
  const speaks = new RegExp(`^#{2,6}[ \\t]+${literal(id)}(?![\\w-])`, 'i');
  return usesIn(texts, (path, text) => {
    const outline = outlineOf(text);
    const lines = text.split('\n').flatMap((line, index) => (speaks.test(line) ? [index + 1] : []));
    const offset = (line: number): number => text.split('\n', line - 1).join('\n').length + 1;
    const heads = lines.map((line) => ({ path, line, page: pageTitle(outline, offset(line)) }));
    return [...usesInFront(path, text, 'people', id), ...heads, ...usesInAttributes(path, text, ['who', 'person', 'by'], id)];
  });
}

/** Finds where questions are drawn from a bank. @param file path in the course's folder */
export function usesOfBank(texts: ReadonlyMap<Path, string>, file: string): Use[] {
  return usesIn(texts, (path, text) => usesInAttributes(path, text, ['bank'], file));
}

/** Counts the questions of a bank. */
export function questionsIn(text: string): number {
  return outlineOf(shownText(text)).directives.length;
}

/** Finds the first words that a person says in a scene; '' if there are none. */
export function firstWordsOf(texts: ReadonlyMap<Path, string>, id: string): string {
  const speech = new RegExp(`^##[ \\t]+${literal(id)}(?![\\w-]).*\\n+([^\\n#:].*)`, 'im');
  for (const raw of texts.values()) {
    const words = speech.exec(shownText(raw))?.[1]?.trim() ?? '';
    if (words !== '') return words;
  }
  return '';
}
