import { escapeHtml } from '../../text/plain-html.ts';
import { codeOf } from '../analyse/analyse.ts';
import type { Report, ReportQuestion, ReportSession } from '../report-schema.ts';
import type { ReportStrings, ResultKey } from '../strings.ts';

/** A name and a value at the top of a page. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly code?: string;
}

/** Number of characters shown of a digest. */
const DIGEST = 8;

/** Removes facts without a value. */
export function factsOf(facts: readonly (readonly [ResultKey, string, string?])[], strings: ReportStrings): Fact[] {
  return facts.flatMap(([key, value, code]) => (value === '' && !code ? [] : { name: strings.format(key), value, ...(code && { code }) }));
}

export function shortDigest(versions: readonly string[]): string {
  return versions.at(-1)?.slice(0, DIGEST) ?? '';
}

/** Returns a percentage for a bar, 0..100. */
export function ratio(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((1000 * part) / all) / 10;
}

/** Shortens a text between words. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;
}

/** Converts a sentence to HTML: `**` marks strong text. */
export function strong(text: string): string {
  return escapeHtml(text).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
}

/** Finds the page and the competencies of a question. */
export function placeOf(
  { page, competencies }: ReportQuestion,
  { pages }: ReportSession,
): { readonly number: string; readonly codes: string } {
  const index = pages.findIndex(({ title }) => title === page);
  return { number: index < 0 ? '' : String(index + 1), codes: competencies.map(codeOf).join(', ') };
}

/** Lists people's names; only the first ones if there are many. */
export function namesOf(indices: readonly number[], { people }: Report, strings: ReportStrings, most = 40): string {
  if (indices.length === 0) return strings.format('share.nobody');
  const names = indices.slice(0, most).map((index) => people[index]?.name ?? '');
  const rest = indices.length - names.length;
  return names.join(', ') + (rest > 0 ? ` ${strings.format('share.rest', { n: rest })}` : '');
}

/** Initials for a small box. */
export function initials(name: string): string {
  const letters = name.match(/(?<![\p{L}\p{M}.])\p{L}/gu) ?? ['?'];
  return letters.slice(0, 2).join('').toUpperCase();
}
