import { countWords } from '../model/typed-answer.ts';
import type { Strings } from './mount.ts';
import { say } from './words.ts';

/** How much may or should be written in a field. */
export interface TextLimits {
  readonly maxCharacters: number;
  readonly minWords?: number;
  readonly maxWords?: number;
}

/** Does the field take nothing more? */
export function isFull(text: string, { maxCharacters }: TextLimits): boolean {
  return text.length >= maxCharacters;
}

/** What a text has not of what was asked for: too few words, or too many. */
export function faultOf(text: string, { minWords = 0, maxWords = Number.POSITIVE_INFINITY }: TextLimits): 'short' | 'long' | undefined {
  const n = countWords(text);
  if (n < minWords) return 'short';
  return n > maxWords ? 'long' : undefined;
}

/**
 * Writes below a field without a number of words how much of its room is taken: « 80 caractères sur 300 ». The type's strings
 * have `count.characters` and `full`.
 */
export function showRoom(count: HTMLElement, { value, maxLength }: HTMLTextAreaElement, strings: Strings): void {
  const over = isFull(value, { maxCharacters: maxLength });
  count.textContent = say(strings, 'count.characters', { n: value.length, max: maxLength }) + (over ? `. ${strings.full}` : '');
  count.toggleAttribute('data-over', over);
}

/**
 * Writes what a field holds below it: « 12 mots (au moins 15), 80 caractères sur 960 ». The type's strings have `count.words`,
 * `count.characters`, `count.min`, `count.max` and `full`.
 */
export function showCount(count: HTMLElement, text: string, limits: TextLimits, strings: Strings): void {
  const { minWords: min, maxWords: max } = limits;
  const bounds = [min && say(strings, 'count.min', { min }), max && say(strings, 'count.max', { max })].filter(Boolean);
  const words = say(strings, 'count.words', { n: countWords(text) }) + (bounds.length > 0 ? ` (${bounds.join(', ')})` : '');
  const characters = say(strings, 'count.characters', { n: text.length, max: limits.maxCharacters });
  // What is longer than a phone is wide breaks before a number, and not behind it.
  count.textContent = `${words}, ${characters.replaceAll(' ', '\u00a0')}${isFull(text, limits) ? `. ${strings.full}` : ''}`;
  count.toggleAttribute('data-over', isFull(text, limits) || faultOf(text, limits) === 'long');
}
