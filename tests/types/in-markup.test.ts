import { expect, test } from 'vitest';
import { slimOptions } from '../../build/stages/resolve/slim-options.ts';
import { inMarkup } from '../../build/types/in-markup.ts';

const NAMES = ['prompt', 'html', 'lead', 'trail', 'content', 'nodes', 'srcSize', 'icon', 'captionsText', 'transcriptText', 'bank'];

test('texts that the markup carries, and what only the build needs, go to no script', () => {
  expect([...inMarkup].sort()).toEqual([...NAMES].sort());
  const options = Object.fromEntries([...NAMES, 'max'].map((name) => [name, 'x']));
  expect(slimOptions(options, new Map())).toEqual({ max: 'x' });
});
