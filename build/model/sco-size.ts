import type { ModuleContent } from '../../src/model/course/course.ts';
import { givesWay, leavingLimit, type Thrift } from '../../src/model/standards/limits-leaving.ts';

/** Largest size of a module's saved state, in characters. */
export interface StateSize {
  /** Everything except free text, with the largest possible answers: a true worst case. */
  readonly marks: number;
  /** Size of free texts with all fields full: allowed characters × 0.56, as measured on French prose. */
  readonly texts: number;
}

/** Estimate of the request of a 2004 page whose tab is closed with everything answered. */
export interface Leaving {
  /** Bytes that remain. */
  readonly bytes: number;
  /** Kinds of data to leave out, so that the rest fits. */
  readonly thrift: readonly Thrift[];
}

/** Bytes by kind of data; `kept` is never left out. */
export type Bytes = Readonly<Partial<Record<Thrift | 'kept', number>>>;

/** All kinds together. */
export function total(bytes: Bytes): number {
  return Object.values(bytes).reduce((sum, number) => sum + number, 0);
}

/** Sizes of one SCO with everything answered, the same for each target. */
export interface ScoSize {
  readonly state: StateSize;
  /** Bytes that a 2004 page sends when it is left, besides saved state. */
  readonly besides: Bytes;
}

/**
 * Decides which data a 2004 package leaves out, and estimates the rest.
 * @param limit characters of saved state at most
 */
export function leavingOf({ state: { marks, texts }, besides }: ScoSize, limit: number): Leaving {
  let bytes = Math.ceil(total(besides) + Math.min(marks + texts, limit));
  const thrift: Thrift[] = [];
  for (const kind of givesWay) {
    const spared = besides[kind] ?? 0;
    if (bytes <= leavingLimit || spared === 0) continue;
    bytes -= spared;
    thrift.push(kind);
  }
  return { bytes, thrift };
}

/** Adds to a module the list of data that its 2004 package leaves out. */
export function thriftyContent(content: ModuleContent, { thrift }: Leaving): ModuleContent {
  return thrift.length > 0 ? { ...content, thrift } : content;
}
