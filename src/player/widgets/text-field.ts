import { countWords } from '../../model/judging/typed-answer.ts';
import type { Strings } from '../frame/mount.ts';
import { format } from './strings.ts';

/** Limits of the text in a field. */
export interface TextLimits {
  readonly maxCharacters: number;
  readonly minWords?: number;
  readonly maxWords?: number;
}

/** Returns true if the field is full. */
export function isFull(text: string, { maxCharacters }: TextLimits): boolean {
  return text.length >= maxCharacters;
}

/** Returns the problem with a text's length, in words: too short or too long. */
export function faultOf(text: string, { minWords = 0, maxWords = Number.POSITIVE_INFINITY }: TextLimits): 'short' | 'long' | undefined {
  const n = countWords(text);
  if (n < minWords) return 'short';
  return n > maxWords ? 'long' : undefined;
}

/**
 * Shows below a field without word limits how much of its room is used: « 80 caractères sur 300 ». The type's strings
 * have `count.characters` and `full`.
 */
export function showRoom(count: HTMLElement, { value, maxLength }: HTMLTextAreaElement, strings: Strings): void {
  const over = isFull(value, { maxCharacters: maxLength });
  count.textContent = format(strings, 'count.characters', { n: value.length, max: maxLength }) + (over ? `. ${strings.full}` : '');
  count.toggleAttribute('data-over', over);
}

/**
 * Shows the counts of a field below it: « 12 mots (au moins 15), 80 caractères sur 960 ». The type's strings have `count.words`,
 * `count.characters`, `count.min`, `count.max` and `full`.
 */
export function showCount(count: HTMLElement, text: string, limits: TextLimits, strings: Strings): void {
  const { minWords: min, maxWords: max } = limits;
  const bounds = [min && format(strings, 'count.min', { min }), max && format(strings, 'count.max', { max })].filter(Boolean);
  const words = format(strings, 'count.words', { n: countWords(text) }) + (bounds.length > 0 ? ` (${bounds.join(', ')})` : '');
  const characters = format(strings, 'count.characters', { n: text.length, max: limits.maxCharacters });
  // On a narrow phone, the line may break before a number but not after it.
  count.textContent = `${words}, ${characters.replaceAll(' ', '\u00a0')}${isFull(text, limits) ? `. ${strings.full}` : ''}`;
  count.toggleAttribute('data-over', isFull(text, limits) || faultOf(text, limits) === 'long');
}
