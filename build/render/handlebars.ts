import type Full from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { typography } from '../markdown/typography.ts';

/** The runtime's own types leave out what it shares with the compiler. */
const Handlebars = runtime as unknown as typeof Full;

/** A stable number for a text: same text, same order, on every machine. */
function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  // Texts that differ in their last sign only are spread as well, or orders would be runs of their neighbours.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * Puts a list in an order that says nothing of the right one: always the same for an id, and never as it was where it holds more
 * than two. Of two, the other order would be the right one each time: half of such lists stay as they are.
 * @param always a list of two is turned as well: what stands there as it should would leave nothing to do
 */
export function scramble<T>(list: readonly T[], id: string, always = false): T[] {
  const order = list.map((_, index) => index).sort((a, b) => hash(`${id} ${a}`) - hash(`${id} ${b}`));
  const same = order.every((from, to) => from === to);
  const scrambled = order.map((from) => list[from] as T);
  return same && scrambled.length > (always ? 1 : 2) ? [...scrambled.slice(1), scrambled[0] as T] : scrambled;
}

/** Steps of a scale on paper, at most. */
const MOST_STEPS = 11;
/** Words that a line of a sheet takes in handwriting. */
const WORDS_A_LINE = 10;
const CHARACTERS_A_LINE = 55;
const SHORTEST = 2;
const LONGEST = 24;
/** Lines where no author said how long a text should be. */
const USUAL = 8;

/** Whole numbers from one to another, both included: all of them, or as many even steps as a line of paper has room for. */
function range(from: number, to: number): number[] {
  const step = Math.max(1, Math.ceil((to - from) / (MOST_STEPS - 1)));
  const numbers = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  return numbers.at(-1) === to ? numbers : [...numbers, to];
}

interface Limits {
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly maxCharacters?: number;
}

/** Lines to write on, as many as the limits of a field ask for; a little more, since handwriting is wide. */
function linesFor({ minWords, maxWords, maxCharacters = Number.POSITIVE_INFINITY }: Limits): number {
  const words = maxWords ?? (minWords === undefined ? undefined : 2 * minWords);
  if (words === undefined) return Math.min(USUAL, Math.max(SHORTEST, Math.ceil(maxCharacters / CHARACTERS_A_LINE)));
  return Math.min(LONGEST, Math.max(SHORTEST, Math.ceil(words / WORDS_A_LINE) + 1));
}

/** Lines for the longest of some texts, the same for each: how long an answer is must tell nothing. @param width characters a line */
function roomFor(list: readonly { readonly text: string }[], width: number): number {
  return Math.max(1, ...list.map(({ text }) => Math.ceil(text.length / width)));
}

/** Pictures with the words under them that the screen shows with the enlarged one; whoever hears the page has them already. */
function captioned(html: string): string {
  return html.replace(
    /<img\b[^>]*\balt="([^"]+)"[^>]*>/g,
    (picture, alt: string) => `<span class="s-picture">${picture}<span class="s-caption" aria-hidden="true">${alt}</span></span>`,
  );
}

/**
 * A text of a string table with its `{name}`s filled in: with a value `n`, that of `key.one` or `key.other`; with a value `of`, that of
 * the key that ends in it.
 */
function say(strings: Readonly<Record<string, string>>, key: string, values: Readonly<Record<string, unknown>>): string {
  const variant = 'n' in values ? (values.n === 1 ? 'one' : 'other') : values.of;
  const text = strings[variant === undefined ? key : `${key}.${variant}`] ?? '';
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Which of its three words tells of a place in a picture, for those who don't see it. @param at per cent from the left or the top */
function thirdOf(at: number, words: readonly [string, string, string]): string {
  return words[Math.min(2, Math.floor((3 * at) / 100))] ?? '';
}

/** Where a spot of a picture is, by its type's table: « en haut à gauche ». */
export function whereabouts(strings: Readonly<Record<string, string>>, { x, y }: { readonly x: number; readonly y: number }): string {
  const keys = [thirdOf(y, ['where.top', '', 'where.bottom']), thirdOf(x, ['where.left', '', 'where.right'])].filter(Boolean);
  return (keys.length > 0 ? keys : ['where.middle']).map((key) => strings[key]).join(' ');
}

/** How many words a field asks for, in a sentence of its type's table; '' where it asks for none. */
function asked(strings: Readonly<Record<string, string>>, { minWords: min, maxWords: max }: Limits): string {
  if (min !== undefined && max !== undefined) return say(strings, 'words.both', { min, max });
  if (min !== undefined) return say(strings, 'words.min', { n: min });
  return max === undefined ? '' : say(strings, 'words.max', { n: max });
}

Handlebars.registerHelper({
  icon: (name: string) => new Handlebars.SafeString(`<svg class="c-icon" aria-hidden="true"><use href="#i-${name}"></use></svg>`),
  inc: (value: number) => value + 1,
  letter: (index: number) => String.fromCharCode(65 + index),
  join: (list: readonly string[], separator: string) => list.join(separator),
  eq: (a: unknown, b: unknown) => a === b,
  typeset: (text: string, lang: string) => typography(text, lang),
  range,
  lines: (field: object) => new Handlebars.SafeString(`<div class="s-lines">${'<i></i>'.repeat(linesFor(field))}</div>`),
  room: (list: readonly { readonly text: string }[], width: number) => new Handlebars.SafeString('<i></i>'.repeat(roomFor(list, width))),
  scramble: (list: readonly unknown[], id: string) => scramble(list, id),
  turn: (list: readonly unknown[], id: string) => scramble(list, id, true),
  asked,
  whereabouts,
  captioned,
  signed: (value: number) => (value < 0 ? `−${-value}` : `+${value}`),
  say: (strings: Readonly<Record<string, string>>, key: string, { hash }: Full.HelperOptions) => say(strings, key, hash),
});

interface Template {
  (data: object): string;
  /** Puts helpers and access rules together; Handlebars does it at each filling. */
  _setup?: (options: object) => void;
}

/** A precompiled template, ready to be filled. Its helpers never change: they are put together once, as it is filled first. */
export function compiled(spec: object): (data: object) => string {
  const template: Template = Handlebars.template(spec as Parameters<typeof Handlebars.template>[0]);
  const setUp = template._setup;
  template._setup = (options) => {
    setUp?.(options);
    template._setup = () => {};
  };
  return template;
}
