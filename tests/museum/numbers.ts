import type { ModuleContent } from '../../src/model/course/course.ts';

/** An activity as a release built it. */
export interface NumberedActivity {
  readonly n: number;
  readonly type: string;
  /** Id of its page. */
  readonly page: string;
  /** Id of the quiz that draws it. */
  readonly quiz?: string;
  readonly parts: readonly Part[];
}

/** The names under which saved answers are found, in plain terms. */
export interface Numbers {
  /** Number by page id. */
  readonly pages: Readonly<Record<string, number>>;
  /** Number by module id; empty unless the course is one SCO. */
  readonly chapters: Readonly<Record<string, number>>;
  readonly activities: Readonly<Record<string, NumberedActivity>>;
  readonly used: Used;
}

/** Number of numbers and tokens ever given, also to removed pages and parts: new ones come after them. */
export interface Used {
  readonly pages: number;
  readonly chapters: number;
  readonly activities: number;
  /** By activity id. */
  readonly parts: Readonly<Record<string, number>>;
}

/** A token and the text of its part: letters and digits only, so that typography may change. */
export type Part = readonly [token: string, words: string];

function plain(text: string): string {
  const words = text
    .replace(/<[^>]*>/g, '')
    .normalize('NFC')
    .toLowerCase();
  return words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Every object with a token, at any depth of the options. */
function partsIn(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { token, text, title, leftText, rightText } = value as Readonly<Record<string, unknown>>;
  const words = [text, title, leftText, rightText].find((one) => typeof one === 'string') ?? '';
  const own: Part[] = typeof token === 'string' ? [[token, plain(String(words))]] : [];
  return [...own, ...Object.values(value).flatMap(partsIn)];
}

/** Each part once; without text only where none of its mentions has one. */
function distinct(parts: readonly Part[]): Part[] {
  const worded = new Set(parts.flatMap(([token, words]) => (words === '' ? [] : [token])));
  const kept = parts.filter(([token, words]) => words !== '' || !worded.has(token));
  return [...new Map(kept.map((part) => [String(part), part])).values()];
}

const numbered = (items: readonly { readonly id: string; readonly n: number }[]): Record<string, number> =>
  Object.fromEntries(items.map(({ id, n }) => [id, n]));

/** Numbers and tokens of a built module. */
export function numbersIn({ pages, chapters = [], activities }: ModuleContent): Omit<Numbers, 'used'> {
  return {
    pages: numbered(pages),
    chapters: numbered(chapters),
    activities: Object.fromEntries(
      activities.map(({ id, n, type, page, quiz, options }): [string, NumberedActivity] => [
        id,
        { n, type, page, ...(quiz !== undefined && { quiz }), parts: distinct(partsIn(options)) },
      ]),
    ),
  };
}
