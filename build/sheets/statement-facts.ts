import type { z } from 'zod';
import { innerNodes } from '../model/inner-nodes.ts';
import { pathIn } from '../model/markers.ts';
import type { Node } from '../model/source.ts';
import type { ActivityType } from '../types/activity-type.ts';
import { DOCUMENTS, hasMeta } from '../types/attribute-types.ts';
import { askedIn, type PaperPage } from './paper-text.ts';

type Types = ReadonlyMap<string, ActivityType>;

/** Counts in a module that concern its accessibility. */
export interface StatementFacts {
  readonly pages: number;
  /** Questions with one round of each quiz, as the guide counts them; and with all questions of the banks. */
  readonly asked: number;
  readonly questions: number;
  readonly pictures: number;
  /** Pictures marked as decorative. */
  readonly decorative: number;
  readonly videos: number;
  readonly captioned: number;
  /** Videos with a transcript. */
  readonly videoTexts: number;
  readonly sounds: number;
  /** Sounds with a transcript. */
  readonly soundTexts: number;
  /** Embedded content of other sites. */
  readonly embeds: number;
  readonly links: number;
  readonly documents: number;
  readonly tables: number;
  /** Titles of pages on which a heading skips a level. */
  readonly skipping: readonly string[];
  /** Words marked as another language. */
  readonly foreign: number;
  /** Names of the types used, sorted. */
  readonly types: readonly string[];
}

type Counted = 'videos' | 'captioned' | 'videoTexts' | 'sounds' | 'soundTexts' | 'embeds' | 'documents';
type Counts = Record<Counted, number>;

const DOCUMENT = new RegExp(`\\.(?:${DOCUMENTS.join('|')})$`, 'i');

/** Counts media by the attributes of their type: videos have captions, sounds only a transcript. */
function countMedia({ shape }: z.ZodObject, options: Readonly<Record<string, unknown>>, counts: Counts): void {
  const has = (key: string): number => (options[key] === undefined ? 0 : 1);
  if ('captions' in shape) {
    counts.videos += 1;
    counts.captioned += has('captions');
    counts.videoTexts += has('transcript');
  } else if ('transcript' in shape) {
    counts.sounds += 1;
    counts.soundTexts += has('transcript');
  }
  for (const [key, field] of Object.entries(shape)) {
    const value = options[key];
    if (typeof value !== 'string' || value === '') continue;
    if (hasMeta(field as z.ZodType, 'address')) counts.embeds += 1;
    else if (hasMeta(field as z.ZodType, 'asset') && DOCUMENT.test(pathIn(value))) counts.documents += 1;
  }
}

function countNodes(nodes: readonly Node[], types: Types, counts: Counts, used: Set<string>): void {
  for (const node of nodes) {
    if (node.kind === 'prose') continue;
    const [name, options] = node.kind === 'block' ? [node.type, node.options] : [node.activity.type, node.activity.options];
    const type = types.get(name);
    used.add(name);
    if (type) countMedia(type.attributes, options, counts);
    countNodes(innerNodes(node), types, counts, used);
  }
}

function count(html: string, pattern: RegExp): number {
  return html.match(pattern)?.length ?? 0;
}

/** Tests whether a heading skips a level. A page's own title has level 2. */
function skips(html: string): boolean {
  let last = 2;
  for (const [, digit] of html.matchAll(/<h([2-6])[ >]/g)) {
    const level = Number(digit);
    if (level > last + 1) return true;
    last = level;
  }
  return false;
}

/** Counts facts about accessibility in the pages of a module on paper. */
export function statementFacts(pages: readonly PaperPage[], types: Types): StatementFacts {
  const counts: Counts = { videos: 0, captioned: 0, videoTexts: 0, sounds: 0, soundTexts: 0, embeds: 0, documents: 0 };
  const used = new Set<string>();
  countNodes(
    pages.flatMap(({ parts }) => parts.map(({ node }) => node)),
    types,
    counts,
    used,
  );
  const texts = pages.map(({ parts }) => parts.map(({ html }) => html).join('\n'));
  // Forms to fill in are tables only on paper.
  const read = pages.flatMap(({ parts }) => parts.filter(({ node }) => node.kind !== 'activity')).map(({ html }) => html);
  const sum = (pattern: RegExp): number => texts.reduce((all, html) => all + count(html, pattern), 0);
  return {
    ...counts,
    pages: pages.length,
    asked: pages.reduce((all, page) => all + askedIn(page), 0),
    questions: pages.reduce((all, { parts }) => all + parts.reduce((n, { questions }) => n + questions.length, 0), 0),
    pictures: sum(/<img\b/g),
    decorative: sum(/<img\b[^>]*\balt=""/g),
    links: sum(/<a\b(?![^>]*\bdata-site)[^>]*\bhref="https?:/g),
    tables: read.reduce((all, html) => all + count(html, /<table\b/g), 0),
    foreign: sum(/<span lang="/g),
    skipping: pages.filter((_, index) => skips(texts[index] ?? '')).map(({ title }) => title),
    types: [...used].sort(),
  };
}

/** Adds up the facts of several modules. */
export function sumFacts(all: readonly StatementFacts[]): StatementFacts {
  const add = (key: { [Key in keyof StatementFacts]: StatementFacts[Key] extends number ? Key : never }[keyof StatementFacts]): number =>
    all.reduce((sum, facts) => sum + facts[key], 0);
  return {
    pages: add('pages'),
    asked: add('asked'),
    questions: add('questions'),
    pictures: add('pictures'),
    decorative: add('decorative'),
    videos: add('videos'),
    captioned: add('captioned'),
    videoTexts: add('videoTexts'),
    sounds: add('sounds'),
    soundTexts: add('soundTexts'),
    embeds: add('embeds'),
    links: add('links'),
    documents: add('documents'),
    tables: add('tables'),
    foreign: add('foreign'),
    skipping: all.flatMap(({ skipping }) => skipping),
    types: [...new Set(all.flatMap(({ types }) => types))].sort(),
  };
}
