import type { TextFormat } from '../rich-text.ts';

const FORMAT = /^\s*\[(html|markdown|moodle|plain|auto)\]/i;

/** Takes `[html]` from the start of a text. */
export function takeFormat(text: string, format: TextFormat): { readonly text: string; readonly format: TextFormat } {
  const found = FORMAT.exec(text);
  const name = found?.[1]?.toLowerCase();
  if (!found || name === undefined) return { text, format };
  return { text: text.slice(found[0].length), format: name === 'auto' ? 'moodle' : (name as TextFormat) };
}
