import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundFields, beaconLimit, fieldBytes, givesWay, leavingLimit } from '../../../src/model/standards/limits-leaving.ts';

test('a field counts its name as Moodle writes it, its value in UTF-8, and what is around it', () => {
  expect(fieldBytes('cmi.location', '')).toBe(87 + 'cmi__location'.length);
  expect(fieldBytes('cmi.objectives.0.score.raw', '')).toBe(87 + 'cmi__objectives__0__score__raw'.length);
  expect(fieldBytes('cmi.interactions.0.id', 'four') - fieldBytes('cmi.interactions.0.id', '')).toBe(4);
});

test('values count their bytes in UTF-8', () => {
  const bytes = (value: string): number => fieldBytes('a', value) - fieldBytes('a', '');
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (value) => bytes(value) === Buffer.byteLength(value)));
  for (const value of ['\u007f', '\u0080', '\u07ff', '\u0800', '\ud7ff', '\ue000', '\uffff', '😀'])
    expect(bytes(value)).toBe(Buffer.byteLength(value));
});

test('what a page sends stays below what a browser lets a closing tab send', () => {
  expect([beaconLimit, leavingLimit, aroundFields]).toEqual([65_536, 61_440, 800]);
});

test('competencies give way last, what the codebook repeats first', () => {
  const order = ['weighting', 'latency', 'timestamp', 'description', 'patterns', 'objective-texts', 'competencies'];
  expect(givesWay).toEqual(order);
});
