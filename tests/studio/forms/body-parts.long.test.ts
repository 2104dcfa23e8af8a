import { test } from 'vitest';
import { tryRandomEdits } from '../../helpers/random-edits.ts';
import { isWhole } from '../../helpers/sweep.ts';

test('many random changes by forms: only their part changes, and the course stays right', { timeout: 3_600_000 }, () => {
  if (isWhole) tryRandomEdits(10_000);
  else tryRandomEdits(300, 2);
});
