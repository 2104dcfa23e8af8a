import { describe, expect, test } from 'vitest';
import { respell } from '../../src/drivers/writer.ts';

describe('the same value in other letters', () => {
  test.each([
    ['cmi.core.score.raw', '80', '80.0'],
    ['cmi.core.score.raw', '83.3333', '83.33330'],
    ['cmi.core.session_time', '0000:01:30.5', '0000:01:30.50'],
    ['cmi.suspend_data', 'v1-2', 'v1-2 '],
    ['cmi.interactions.0.id', 'farine', 'farine_'],
  ])('%s: %s', (element, value, other) => {
    expect(respell(element, value)).toBe(other);
  });

  test('never passes the 255 characters of a field in 1.2', () => {
    const lengths = (element: string): number[] => [253, 254, 255, 256].map((length) => respell(element, 'x'.repeat(length)).length);
    // Only saved state is longer.
    expect(lengths('cmi.core.lesson_location')).toEqual([254, 255, 254, 257]);
    expect(lengths('cmi.interactions.0.id')).toEqual([254, 255, 254, 257]);
    // A learner may have typed nothing but digits.
    const digits = (length: number): number => respell('cmi.interactions.0.student_response', '1'.repeat(length)).length;
    expect([252, 253, 254, 255, 256].map(digits)).toEqual([254, 255, 253, 254, 258]);
  });
});
