import type { Position } from '../../diagnostics/diagnostics.ts';
import { slug } from '../../model/slug.ts';
import type { CourseContext } from './context.ts';

/** A page or an activity, which must have an id. */
interface Named {
  /** The id that the author wrote, if any. */
  readonly id: string | undefined;
  readonly at: Position;
  /** Its name in diagnostics. */
  readonly name: string;
  /** Text to make a missing id from, and a fallback if it has no letters. */
  readonly words: string;
  readonly fallback: string;
}

/** Takes the id of a page or activity. Reports a missing one with the first free suggestion, and uses that. */
export function takeId({ id, at, name, words, fallback }: Named, context: CourseContext): string {
  const { ids, diagnostics, provisional } = context;
  const taken = id ?? ids.free(slug(words, fallback));
  ids.take(taken, at, diagnostics);
  if (id !== undefined) return taken;
  const values = { name, suggestion: `{#${taken}}` };
  if (provisional) diagnostics.warning('missing-id', at, values);
  else diagnostics.error('missing-id', at, values);
  return taken;
}
