import { tokenAt } from '../../src/model/token.ts';
import type { Lock, LockModule } from '../lock.ts';
import { partWords } from '../part-words.ts';

/** A part that a text no longer has. */
export interface RetiredPart {
  readonly token: string;
  /** What it said, in lower case: so the lock has it. */
  readonly text: string;
  /** What the lock tells it from others by; of a pair this is what stood on the right, which the token names too. */
  readonly key?: string;
}

/** By activity. */
export type Retired = Readonly<Record<string, readonly RetiredPart[]>>;

/** The same of a course, by module; those where nothing is gone are not in it. */
export type CourseRetired = Readonly<Record<string, Retired>>;

function retiredIn({ activities }: LockModule): Retired | undefined {
  const found = activities.flatMap(({ id, gone, parts }) => {
    // A part without words, as a field to write in, has nothing to be named by.
    const retired = parts.flatMap(({ text, key, gone: isGone }, at): RetiredPart[] => {
      if (gone || !isGone || text === '') return [];
      return [{ token: tokenAt(at), text: partWords(text), ...(key !== undefined && { key: partWords(key) }) }];
    });
    return retired.length > 0 ? [[id, retired]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** What old answers of a course may still name. What a part was among the others (a level, a line of a scale) no lock tells. */
export function retiredParts(lock: Lock): CourseRetired {
  return Object.fromEntries(
    Object.entries(lock.modules).flatMap(([id, module]) => {
      const retired = retiredIn(module);
      return retired ? [[id, retired]] : [];
    }),
  );
}
