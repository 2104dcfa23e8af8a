import { expect, it } from 'vitest';
import { activitiesIn, innerNodes } from '../../build/model/inner-nodes.ts';
import type { Node } from '../../build/model/source.ts';

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
