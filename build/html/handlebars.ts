import type Full from 'handlebars';
import runtime from 'handlebars/runtime.js';
import type { Person } from '../model/cover.ts';
import { typography } from '../text/typography.ts';
import { landLines } from './lands.ts';

/** The runtime's own types lack the members that it shares with the compiler. */
const Handlebars = runtime as unknown as typeof Full;

/** Computes a stable number for a text: same text, same order, on every machine. */
function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  // Spreads texts that differ only in their last character; otherwise neighbours would keep their order.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * Puts a list in an order that reveals nothing about the right one. The order is always the same for an id, and never the original
 * one if there are more than two items. Half of the lists of two stay unchanged, because always swapping would reveal the order.
 * @param always swap a list of two as well: in the right order it would leave nothing to do
 */
export function scramble<T>(list: readonly T[], id: string, always = false): T[] {
  const order = list.map((_, index) => index).sort((a, b) => hash(`${id} ${a}`) - hash(`${id} ${b}`));
  const same = order.every((from, to) => from === to);
  const scrambled = order.map((from) => list[from] as T);
  return same && scrambled.length > (always ? 1 : 2) ? [...scrambled.slice(1), scrambled[0] as T] : scrambled;
}

/** Steps of a scale on paper, at most. */
const MOST_STEPS = 11;
/** Words in a handwritten line of a sheet. */
const WORDS_A_LINE = 10;
const CHARACTERS_A_LINE = 55;
const SHORTEST = 2;
const LONGEST = 24;
/** Number of lines if the author gave no length. */
const USUAL = 8;

/** Lists the whole numbers of a range, both ends included, or as many even steps as fit a line of paper. */
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

/** Computes the number of lines to write on from a field's limits, with some extra for handwriting. */
function linesFor({ minWords, maxWords, maxCharacters = Number.POSITIVE_INFINITY }: Limits): number {
  const words = maxWords ?? (minWords === undefined ? undefined : 2 * minWords);
  if (words === undefined) return Math.min(USUAL, Math.max(SHORTEST, Math.ceil(maxCharacters / CHARACTERS_A_LINE)));
  return Math.min(LONGEST, Math.max(SHORTEST, Math.ceil(words / WORDS_A_LINE) + 1));
}

/** Computes the lines for the longest text; all get the same, so that length reveals nothing. @param width characters in a line */
function roomFor(list: readonly { readonly text: string }[], width: number): number {
  return Math.max(1, ...list.map(({ text }) => Math.ceil(text.length / width)));
}

/** Adds the text below each picture that the screen shows with the enlarged one; hidden from screen readers, which have it already. */
function captioned(html: string): string {
  return html.replace(
    /<img\b[^>]*\balt="([^"]+)"[^>]*>/g,
    (picture, alt: string) => `<span class="s-picture">${picture}<span class="s-caption" aria-hidden="true">${alt}</span></span>`,
  );
}

/**
 * Fills in the `{name}`s of a string. With a value `n` the key is `key.one` or `key.other`; with a value `of` it ends in that
 * value.
 */
function format(strings: Readonly<Record<string, string>>, key: string, values: Readonly<Record<string, unknown>>): string {
  const variant = 'n' in values ? (values.n === 1 ? 'one' : 'other') : values.of;
  const text = strings[variant === undefined ? key : `${key}.${variant}`] ?? '';
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Picks one of three words for a position in a picture, for screen readers. @param at per cent from the left or the top */
function thirdOf(at: number, words: readonly [string, string, string]): string {
  return words[Math.min(2, Math.floor((3 * at) / 100))] ?? '';
}

/** Describes the position of a spot with its type's strings: « en haut à gauche ». */
export function whereabouts(strings: Readonly<Record<string, string>>, { x, y }: { readonly x: number; readonly y: number }): string {
  const keys = [thirdOf(y, ['where.top', '', 'where.bottom']), thirdOf(x, ['where.left', '', 'where.right'])].filter(Boolean);
  return (keys.length > 0 ? keys : ['where.middle']).map((key) => strings[key]).join(' ');
}

/** Describes how many words a field asks for, with its type's strings; '' if it has no limits. */
function asked(strings: Readonly<Record<string, string>>, { minWords: min, maxWords: max }: Limits): string {
  if (min !== undefined && max !== undefined) return format(strings, 'words.both', { min, max });
  if (min !== undefined) return format(strings, 'words.min', { n: min });
  return max === undefined ? '' : format(strings, 'words.max', { n: max });
}

/** A pictogram beside words that say the same: decoration. */
function pictogramImage(address: string): Full.SafeString {
  const source = Handlebars.escapeExpression(address);
  return new Handlebars.SafeString(`<img class="c-pic" src="${source}" alt="" width="32" height="32" loading="lazy" decoding="async">`);
}

/** Someone's face in its disc; the name stands beside it. @param size in CSS pixels */
function faceImage({ face, now, colour, isPhoto }: Person, size: number): Full.SafeString {
  const source = Handlebars.escapeExpression(now ?? face);
  const image = `<img src="${source}" alt="" width="${size}" height="${size}" loading="lazy" decoding="async">`;
  return new Handlebars.SafeString(`<span class="c-face" data-disc="${colour}"${isPhoto ? ' data-photo' : ''}>${image}</span>`);
}

Handlebars.registerHelper({
  pictogram: pictogramImage,
  face: faceImage,
  icon: (name: string) => new Handlebars.SafeString(`<svg class="c-icon" aria-hidden="true"><use href="#i-${name}"></use></svg>`),
  land: (name: string | number = 0) => landLines(typeof name === 'number' ? name : hash(name)),
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
  format: (strings: Readonly<Record<string, string>>, key: string, { hash }: Full.HelperOptions) => format(strings, key, hash),
});

/** Makes a function from a precompiled template. */
export function compiled(spec: object): (data: object) => string {
  return Handlebars.template(spec as Parameters<typeof Handlebars.template>[0]);
}
