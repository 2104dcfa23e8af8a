import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { END, TOKEN, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from '../../model/markers.ts';
import { ownValue } from '../../model/own-value.ts';
import { escapeHtml } from '../../text/plain-html.ts';
import { typography } from '../../text/typography.ts';

/** Replaces markers by variables and tokens. */
export type Replace = (text: string) => string;

export interface ReplaceContext {
  readonly variables: Readonly<Record<string, string>>;
  /** Tokens of the activity's parts, in the order of its text. */
  readonly tokens: readonly string[];
  readonly at: Position;
  readonly lang: string;
  /** Ids of this cohort's pages. */
  readonly pages: ReadonlySet<string>;
  readonly diagnostics: Diagnostics;
}

const KINDS = `${VARIABLE_IN_HTML}${VARIABLE_IN_TEXT}${VARIABLE_IN_ADDRESS}${TOKEN}`;
const ANY = new RegExp(`[${KINDS}]`);
const EACH = new RegExp(`([${KINDS}])([^${END}]*)${END}`, 'g');
const PAGE_LINK = /href="#p-([^"]*)"/g;

/**
 * Checks an address that begins with a variable, like a literal one.
 * @param before the HTML up to it
 */
function address(value: string, name: string, before: string, { at, diagnostics }: ReplaceContext): string {
  if (!before.endsWith('"')) return encodeURIComponent(value);
  if (value === '') diagnostics.error('empty-address', at, { name });
  else if (!/^(https?:\/\/|mailto:|tel:)/i.test(value)) diagnostics.error('refused-address', at, { address: value });
  else if (before.endsWith(' src="')) diagnostics.error('remote-picture', at, { address: value });
  return escapeHtml(value);
}

/** Checks the value of an attribute that is an address; a template escapes it. */
function ownAddress(value: string, name: string, optional: boolean, { at, diagnostics }: ReplaceContext): string {
  if (value === '' && !optional) diagnostics.error('empty-address', at, { name });
  else if (value !== '' && !/^https:\/\//i.test(value)) diagnostics.error('refused-address', at, { address: value });
  return value;
}

/** Makes the function that replaces the markers in one activity's or page's strings. Reports unknown variables. */
export function createReplacer(context: ReplaceContext): Replace {
  const fill = (_: string, kind: string, written: string, offset: number, whole: string): string => {
    if (kind === TOKEN) return context.tokens[Number(written)] ?? '';
    const name = written.replace('?', '');
    const value = ownValue(context.variables, name);
    if (value === undefined) {
      context.diagnostics.error('unknown-variable', context.at, { name, near: nearest(name, Object.keys(context.variables)) });
      return '';
    }
    if (kind === VARIABLE_IN_ADDRESS && offset === 0) return ownAddress(value, name, name !== written, context);
    if (kind === VARIABLE_IN_ADDRESS) return address(value, name, whole.slice(0, offset), context);
    const set = typography(value, context.lang);
    return kind === VARIABLE_IN_HTML ? escapeHtml(set) : set;
  };
  return (text) => {
    for (const [, page = ''] of text.includes('href="#p-') ? text.matchAll(PAGE_LINK) : []) {
      if (!context.pages.has(page)) context.diagnostics.error('page-left-out', context.at, { page });
    }
    return ANY.test(text) ? text.replace(EACH, fill) : text;
  };
}
