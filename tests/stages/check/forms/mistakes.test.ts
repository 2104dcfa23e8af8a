import { expect, test } from 'vitest';
import { definition } from '../../../../templates/short-text/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const read = (line: string) =>
  readActivity('short-text', definition, `:::short-text{#pain answer=seigle}\nQuel pain ?\n\n${line}\n> Non.\n:::`);

test('expected mistakes are read like choices, without pictograms', () => {
  const { options, found } = read('- [ ] Le blé');
  expect(found).toEqual([]);
  expect(options.choices).toMatchObject([{ text: 'Le blé', right: false, feedback: '<p>Non.</p>' }]);
  const drawn = read('- [ ] Le blé {icon=bread}');
  expect(drawn.found).toEqual(['unknown-attribute:4']);
  expect((drawn.options.choices as object[])[0]).not.toHaveProperty('icon');
});
