import { test } from 'vitest';
import { tryRandomEdits } from '../../helpers/random-edits.ts';

test('10,000 random changes by forms: only their part changes, and the course stays right', { timeout: 3_600_000 }, () => {
  tryRandomEdits(10_000);
});
