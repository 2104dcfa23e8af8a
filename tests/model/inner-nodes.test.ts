import { expect, it } from 'vitest';
import { activitiesIn, activitiesOn, hasMedium, innerNodes, isFor, isNodes } from '../../build/model/inner-nodes.ts';
import type { Node, ValidPage } from '../../build/model/source.ts';

const activity = (id: string, options = {}): Node => ({ kind: 'activity', activity: { id, options } }) as unknown as Node;
const block = (options: object): Node => ({ kind: 'block', type: 'x', options }) as unknown as Node;

it('finds activities at any depth, the outer before the inner, in the order of the page', () => {
  const nodes = [
    block({ cards: [{ nodes: [activity('a', { questions: [activity('b')] })] }, { nodes: [block({ nodes: [activity('c')] })] }] }),
    activity('d'),
  ];
  expect(activitiesIn(nodes).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

it('lists only the next nodes inside one, and none in a text', () => {
  expect(innerNodes(block({ nodes: [block({ nodes: [activity('a')] })] }))).toHaveLength(1);
  expect(innerNodes({ kind: 'prose', html: '' })).toEqual([]);
  expect(innerNodes(block({ nodes: 'text', list: [1, null, 'x'] }))).toEqual([]);
});

it('takes members by their names for nodes', () => {
  expect([isNodes('nodes', []), isNodes('questions', []), isNodes('cards', []), isNodes('nodes', 'x')]).toEqual([true, true, false, false]);
});

it('a cohort gets what is for all, what is for it, and every activity', () => {
  const text = (cohorts?: readonly string[]): Node => ({ kind: 'prose', html: '', ...(cohorts && { cohorts }) });
  expect([isFor(text(), 'nord'), isFor(text(['nord']), 'nord'), isFor(text(['sud']), 'nord'), isFor(text(['']), '')]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect([isFor(text(['sud', 'nord']), 'nord'), isFor(text(['sud']), ''), isFor(text(['sud', '']), ''), isFor(text(), '')]).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(isFor({ ...activity('a'), cohorts: ['sud'] } as Node, 'nord')).toBe(true);
  expect(isFor({ ...block({}), cohorts: ['sud'] } as Node, 'nord')).toBe(false);
});

it('finds what is for one medium at any depth', () => {
  const paper = { ...block({}), medium: 'paper' } as unknown as Node;
  expect([hasMedium([]), hasMedium([activity('a'), block({ nodes: [activity('b')] })]), hasMedium([block({}), paper])]).toEqual([
    false,
    false,
    true,
  ]);
  expect(hasMedium([activity('a', { cards: [{ nodes: [paper] }] })])).toBe(true);
});

it('lists the activities of a page', () => {
  expect(activitiesOn({ nodes: [activity('a'), { kind: 'prose', html: '' }] } as unknown as ValidPage).map(({ id }) => id)).toEqual(['a']);
});
