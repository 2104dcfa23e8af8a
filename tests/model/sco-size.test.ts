import { expect, it } from 'vitest';
import { leavingOf, thriftyContent, total } from '../../build/model/sco-size.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { givesWay, leavingLimit } from '../../src/model/standards/limits-leaving.ts';

const [first, second] = givesWay;
const sizeOf = (marks: number, texts: number, besides: object) => ({ state: { marks, texts }, besides });

it('adds the saved state, at most its limit, to what is sent besides', () => {
  expect([leavingOf(sizeOf(100, 50.2, { kept: 7 }), 1000), leavingOf(sizeOf(900, 500, { kept: 7 }), 1000)]).toEqual([
    { bytes: 158, thrift: [] },
    { bytes: 1007, thrift: [] },
  ]);
  expect(total({ kept: 2, [first as string]: 3 })).toBe(5);
});

it('leaves out kinds of data in their order, only as many as necessary, and none that is absent', () => {
  const fits = { kept: leavingLimit - 100, [first as string]: 100 };
  expect(leavingOf(sizeOf(0, 0, fits), 1000).thrift).toEqual([]);
  expect(leavingOf(sizeOf(1, 0, fits), 1000)).toEqual({ bytes: leavingLimit - 99, thrift: [first] });
  expect(leavingOf(sizeOf(0, 0.2, fits), 1000).thrift).toEqual([first]);
  expect(leavingOf(sizeOf(1, 0, { kept: leavingLimit, [second as string]: 10 }), 1000).thrift).toEqual([second]);
});

it('stops as soon as the rest fits, and lists what it left out in that order', () => {
  const besides = { kept: leavingLimit - 10, [first as string]: 20, [second as string]: 10, [givesWay[2] as string]: 5 };
  expect(leavingOf(sizeOf(0, 0, besides), 1000)).toEqual({ bytes: leavingLimit + 5 - 10, thrift: [first, second] });
});

it('notes them in the content of the package', () => {
  const content = { id: 'rames' } as ModuleContent;
  expect([thriftyContent(content, { bytes: 1, thrift: [] }), thriftyContent(content, { bytes: 1, thrift: ['latency'] })]).toEqual([
    content,
    { id: 'rames', thrift: ['latency'] },
  ]);
});
