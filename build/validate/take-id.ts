import type { Position } from '../diagnostics.ts';
import { slug } from '../slug.ts';
import type { CourseContext } from './context.ts';

/** What has an id: a page or an activity. */
interface Named {
  /** What the author wrote, if anything. */
  readonly id: string | undefined;
  readonly at: Position;
  /** How a diagnostic calls it. */
  readonly name: string;
  /** What an id is made of where none was written, and what stands in where that has no letters. */
  readonly words: string;
  readonly fallback: string;
}

/** The id of a page or activity. One that is missing is reported with the first free suggestion, which then stands in for it. */
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
