import type { Html } from '../../src/model/course/activity.ts';
import { escapeHtml } from '../text/plain-html.ts';
import type { KeyGroup } from './answer-key.ts';

const BLANK = /<span class="s-blank"[^>]*>(?:<i><\/i>)*<\/span>/g;

/** Fills the answers into a text with blanks, if each blank has one. */
export function filledIn(body: Html, groups: readonly KeyGroup[]): Html {
  const values = groups.flatMap(({ rows }) => rows.flatMap(({ value }) => value ?? []));
  if (body.match(BLANK)?.length !== values.length) return body;
  let next = 0;
  return body.replace(BLANK, () => `<strong class="s-filled">${escapeHtml(values[next++] ?? '')}</strong>`);
}
