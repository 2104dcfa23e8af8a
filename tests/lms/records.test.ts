import { describe, expect, test } from 'vitest';
import type { LmsCalls } from '../../src/lms/lms-call.ts';
import { lengthOf, openInteractions, openObjectives } from '../../src/lms/records.ts';
import { formats12 } from '../../src/model/standards/formats-12.ts';
import { formats2004 } from '../../src/model/standards/formats-2004.ts';
import { givesWay, type Thrift } from '../../src/model/standards/limits-leaving.ts';
import { choice, slots, text } from './bakery.ts';

const callsWith = (values: Record<string, string>): LmsCalls =>
  ({ get: (element: string) => values[element] ?? '' }) as unknown as LmsCalls;

test.each([
  ['0', 0],
  ['7', 7],
  ['10000', 10_000],
  ['10001', undefined],
  ['-1', undefined],
  ['', undefined],
  ['beaucoup', undefined],
])('a list of length %j', (count, expected) => {
  expect(lengthOf(callsWith({ 'cmi.interactions._count': count }), 'cmi.interactions.')).toBe(expected);
});

function interactions(count: string, formats = formats2004, thrift: readonly Thrift[] = []) {
  const written: string[] = [];
  const put = (element: string, value: string) => void written.push(`${element.replace('cmi.interactions.', '')}=${value}`);
  const list = openInteractions(callsWith({ 'cmi.interactions._count': count }), put, formats, thrift);
  return { list, take: () => written.splice(0) };
}

describe('interactions', () => {
  test('know the count of the LMS, or that it is unknown', () => {
    expect([interactions('3').list.count, interactions('0').list.count, interactions('').list.count]).toEqual([3, 0, -1]);
  });

  test('are registered once each, from the first that the LMS lacks', () => {
    const { list, take } = interactions('1');
    list.register(slots);
    expect(take()).toEqual(['1.id=four.b', '1.type=numeric', '2.id=avis', '2.type=long-fill-in']);
    list.register(slots);
    expect(take()).toEqual([]);
  });

  test('that are written below the end of the list leave its length', () => {
    const { list, take } = interactions('3');
    list.write(choice);
    take();
    list.register(slots.map((slot, index) => ({ ...slot, place: index + 1 })));
    expect(take()).toEqual(['3.id=avis', '3.type=long-fill-in']);
  });

  test('have a pattern for each right answer', () => {
    const { list, take } = interactions('0');
    const right = ['seigle', 'blé'].map((text) => ({ type: 'fill-in' as const, text }));
    list.write({ ...choice, slot: { type: 'fill-in', right, text: '' }, response: { type: 'fill-in', text: 'seigle' } });
    expect(take().filter((write) => write.includes('pattern'))).toEqual([
      '0.correct_responses.0.pattern=seigle',
      '0.correct_responses.1.pattern=blé',
    ]);
  });

  test('are registered from the first on if the length of the list is unknown', () => {
    const { list, take } = interactions('');
    list.register(slots.slice(0, 1));
    expect(take()).toEqual(['0.id=farine', '0.type=choice']);
  });

  test('fill the places of removed questions, so that the list has no gap', () => {
    const { list, take } = interactions('1');
    list.register(slots.slice(2).map((slot) => ({ ...slot, place: 3 })));
    expect(take()).toEqual(['1.id=gone.1', '1.type=choice', '2.id=gone.2', '2.type=choice', '3.id=avis', '3.type=long-fill-in']);
  });

  test('an answer: id and type first, then what is known of the question, then the response', () => {
    const { list, take } = interactions('0');
    list.write(choice);
    expect(take()).toEqual([
      '0.id=farine',
      '0.type=choice',
      '0.objectives.0.id=cuisson',
      '0.timestamp=2026-01-31T10:20:30.00Z',
      '0.correct_responses.0.pattern=a[,]c',
      '0.weighting=2',
      '0.learner_response=a[,]b',
      '0.result=incorrect',
      '0.latency=PT0H0M12.3S',
      '0.description=Quelles farines ?',
    ]);
  });

  test('a number that does not fit the type of its question gets another', () => {
    const types = [99_999, 123_456].map((value) => {
      const { list, take } = interactions('0');
      list.write({ ...choice, slot: { type: 'numeric', right: [], text: '' }, response: { type: 'numeric', value } });
      return take()[1];
    });
    expect(types).toEqual(['0.type=numeric', '0.type=long-fill-in']);
  });

  test('an answer of an earlier visit has no time', () => {
    const { list, take } = interactions('0');
    list.write({ ...choice, time: 0 });
    expect(take().filter((write) => /timestamp|latency/.test(write))).toEqual([]);
  });

  test('a further piece of a text has its number, and the response alone', () => {
    const { list, take } = interactions('3');
    list.write(text[1] as (typeof text)[0]);
    expect(take()).toEqual(['3.id=avis.2', '3.type=long-fill-in', '3.learner_response=et bon.']);
  });

  test('have at most ten competencies', () => {
    const { list, take } = interactions('0');
    list.write({ ...choice, competencies: Array.from({ length: 12 }, (_, index) => `c${index}`) });
    expect(take().filter((write) => write.includes('objectives'))).toEqual(
      Array.from({ length: 10 }, (_, index) => `0.objectives.${index}.id=c${index}`),
    );
  });

  test.each<[Thrift, RegExp]>([
    ['weighting', /weighting/],
    ['latency', /latency/],
    ['timestamp', /timestamp/],
    ['description', /description/],
    ['patterns', /pattern/],
    ['competencies', /objectives/],
  ])('leave out %s where the package has no room, and nothing else', (kind, pattern) => {
    const whole = interactions('0');
    whole.list.write(choice);
    const thrifty = interactions('0', formats2004, [kind]);
    thrifty.list.write(choice);
    expect(thrifty.take()).toEqual(whole.take().filter((write) => !pattern.test(write)));
  });

  test('keep id, type, response and result, however little room there is', () => {
    const { list, take } = interactions('0', formats2004, givesWay);
    list.write(choice);
    expect(take()).toEqual(['0.id=farine', '0.type=choice', '0.learner_response=a[,]b', '0.result=incorrect']);
  });

  test('have no description in a standard without one, nor without a text', () => {
    const old = interactions('0', formats12);
    old.list.write(choice);
    expect(old.take().at(-1)).toMatch(/latency/);
    const untitled = interactions('0');
    untitled.list.write({ ...choice, slot: { ...choice.slot, text: '' } });
    expect(untitled.take().at(-1)).toMatch(/latency/);
  });
});

test('objectives of the manifest are found by their id, others are appended once', () => {
  const written: string[] = [];
  const known = { 'cmi.objectives._count': '2', 'cmi.objectives.0.id': 'petrir', 'cmi.objectives.1.id': 'cuire' };
  const at = openObjectives(callsWith(known), (element, value) => void written.push(`${element}=${value}`));
  expect(['cuire', 'vendre', 'petrir', 'vendre', 'livrer'].map(at)).toEqual([
    'cmi.objectives.1.',
    'cmi.objectives.2.',
    'cmi.objectives.0.',
    'cmi.objectives.2.',
    'cmi.objectives.3.',
  ]);
  expect(written).toEqual(['cmi.objectives.2.id=vendre', 'cmi.objectives.3.id=livrer']);
  const twice = { 'cmi.objectives._count': '2', 'cmi.objectives.0.id': 'cuire', 'cmi.objectives.1.id': 'cuire' };
  expect(openObjectives(callsWith(twice), () => undefined)('cuire')).toBe('cmi.objectives.0.');
  const none = openObjectives(callsWith({}), () => undefined);
  expect(none('cuire')).toBe('cmi.objectives.0.');
});
