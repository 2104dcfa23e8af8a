import { describe, expect, test } from 'vitest';
import type { LockActivity } from '../../../build/model/lock.ts';
import { updateActivity } from '../../../build/stages/number/lock-activity.ts';
import { lockable } from '../../helpers/lockable.ts';

const question = (text: string) => lockable('frein', [{ text }]);

/** The token of a choice whose words were changed: `a` where it is still the same. */
function tokenAfter(before: string, after: string): string | undefined {
  const old: LockActivity = updateActivity(undefined, question(before)).lock;
  return updateActivity(old, question(after)).tokens[0];
}

describe('a text at its position is the same if it shares more than half of the longer text’s words', () => {
  test.each([
    // Half of four is not enough, one more is.
    ['le frein de secours', 'le frein à patin', 'b'],
    ['le frein de secours', 'le frein de parking', 'a'],
    // Of five, three are enough, two are not.
    ['le grand frein de secours', 'le grand frein à patin', 'a'],
    ['le grand frein de secours', 'le grand klaxon à air', 'b'],
    // The longer one counts, whichever it is.
    ['le frein', 'le frein à patin', 'b'],
    ['le frein à patin', 'le frein', 'b'],
    ['le frein', 'le frein mécanique', 'a'],
    ['le frein mécanique', 'le frein', 'a'],
    // A word counts as often as it stands in both.
    ['pas à pas', 'pas après un', 'b'],
    ['pas à pas', 'pas après pas', 'a'],
    ['frein', 'klaxon', 'b'],
  ])('%s → %s', (before, after, token) => {
    expect(tokenAfter(before, after)).toBe(token);
  });
});
