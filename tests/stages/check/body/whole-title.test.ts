import { expect, test } from 'vitest';
import { titleHtml, titleText } from '../../../../build/stages/check/body/whole-title.ts';
import { readText } from '../../../helpers/read-text.ts';

test.each([
  ['Le *frein* ?', 'Le frein ?', 'Le <em>frein</em>\u202f?'],
  ['Le *frein* | La *cloche*', 'Le frein | La cloche', 'Le <em>frein</em> | La <em>cloche</em>'],
])('%s', (title, text, html) => {
  const [block] = readText(`:::cards\n## ${title}\n:::`).blocks;
  const [heading] = block?.kind === 'directive' ? block.directive.body : [];
  if (heading?.kind !== 'heading') throw new Error('no heading');
  expect([titleText(heading), titleHtml(heading)]).toEqual([text, html]);
});
