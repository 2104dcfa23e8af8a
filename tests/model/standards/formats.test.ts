import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secondsOf } from '../../../src/model/standards/formats.ts';
import { formats12 } from '../../../src/model/standards/formats-12.ts';
import { formats2004 } from '../../../src/model/standards/formats-2004.ts';

test.each([
  ['0000:01:30.5', 90.5],
  ['00:00:00', 0],
  ['10000:00:00.00', 36_000_000],
  ['PT0H1M30.5S', 90.5],
  ['P1DT2H', 93_600],
  ['P', 0],
  ['PT', 0],
  ['', undefined],
  ['90', undefined],
  ['P1Y', undefined],
  ['PT1H ', undefined],
])('%s → %s', (span, seconds) => {
  expect(secondsOf(span)).toBe(seconds);
});

test('reads its own output', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359_999_999 }), (tenths) => {
      for (const { span } of [formats12, formats2004]) expect(secondsOf(span(tenths / 10))).toBeCloseTo(tenths / 10, 6);
    }),
  );
});
