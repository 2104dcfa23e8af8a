import { tokenAt } from '../../src/model/course/token.ts';
import type { Lock, LockModule } from '../model/lock.ts';
import { partWords } from '../model/part-words.ts';
import type { CourseRetired, Retired, RetiredPart } from '../model/sheet.ts';

function retiredIn({ activities }: LockModule): Retired | undefined {
  const found = activities.flatMap(({ id, gone, parts }) => {
    // A part without text, such as a field, has no name.
    const retired = parts.flatMap(({ text, key, gone: isGone }, at): RetiredPart[] => {
      if (gone || !isGone || text === '') return [];
      return [{ token: tokenAt(at), text: partWords(text), ...(key !== undefined && { key: partWords(key) }) }];
    });
    return retired.length > 0 ? [[id, retired]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** Lists removed parts that old answers may name. The lock doesn't know their role (a level or a line of a scale). */
export function retiredParts(lock: Lock): CourseRetired {
  return Object.fromEntries(
    Object.entries(lock.modules).flatMap(([id, module]) => {
      const retired = retiredIn(module);
      return retired ? [[id, retired]] : [];
    }),
  );
}
