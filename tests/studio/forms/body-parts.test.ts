import { test } from 'vitest';
import { tryRandomEdits } from '../../helpers/random-edits.ts';

test('100 random changes by forms: only their part changes, and the course stays right', { timeout: 120_000 }, () => {
  tryRandomEdits(100, 1);
});
