import { expect, test } from 'vitest';
import { STATE_MEMBER } from '../../src/lms/state-member.ts';

test('work that earlier packages kept in this browser is found by its name in SCORM 1.2', () => {
  expect(STATE_MEMBER).toBe('suspend_data');
});
