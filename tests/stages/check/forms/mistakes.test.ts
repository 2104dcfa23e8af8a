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

const choicesOf = (line: string) => read(line).options.choices as { text: string; right: boolean; weight?: number }[];

test('lines with stars keep them, without other signs of Markdown before signs', () => {
  const texts = (line: string) => choicesOf(line).map(({ text }) => text);
  expect(texts('- [x] *le*  pain\\: 2 \\* 3 \\. fin')).toEqual(['*le* pain: 2 \\* 3 . fin']);
  expect(texts('- [x] **le** \\pain')).toEqual(['**le** \\pain']);
  expect(texts('- [x] pain *noir*')).toEqual(['pain *noir*']);
  expect(texts('- [x] _le_ pain\\: 2')).toEqual(['le pain: 2']);
});

test.each<[string, string[], number | undefined]>([
  ['- [x] levure {weight=50}', [], 50],
  ['- [x] levure {weight=100}', [], undefined],
  ['- [x] levure {weight=99.9}', [], 99.9],
  ['- [x] levure {weight=0.1}', [], 0.1],
  ['- [ ] levure {weight=0}', [], undefined],
  ['- [x] levure {weight=0}', ['weight-of-other-box:4'], undefined],
  ['- [ ] levure {weight=50}', ['weight-of-other-box:4'], 50],
  ['- [x] levure {weight=-1}', ['bad-weight:4'], undefined],
  ['- [x] levure {weight=101}', ['bad-weight:4'], undefined],
])('the weight of “%s”', (line, found, weight) => {
  const { found: reported, values } = read(line);
  if (found[0]?.startsWith('weight-of')) expect(values).toEqual({ item: 'levure', value: weight ?? 0, box: weight ? '[x]' : '[ ]' });
  expect([reported, choicesOf(line)[0]?.weight]).toEqual([found, weight]);
});

test('a line with the weight of the other box is quoted up to 60 characters', () => {
  expect(read(`- [ ] ${'l'.repeat(61)} {weight=50}`).values).toEqual({ item: 'l'.repeat(60), value: 50, box: '[x]' });
});
