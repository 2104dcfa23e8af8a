import { expect, test } from 'vitest';
import { rames } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';

const page = (body: string) => checkDepot(rames(`# Le quai {#quai}\n\n${body}\n\n[^a]: Une note.\n`));

test('notes are referred to in paragraphs', () => {
  expect(page('Une rame[^a].').found).toEqual([]);
  expect(page(':::choice{#frein}\nQuel frein[^a] ?\n\n- [x] Le patin\n- [ ] La cloche\n:::').found).toEqual([]);
});

test('a choice, which has no list of notes, may have none; each place is reported once', () => {
  const { found, values } = page(':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin[^a], le sable[^a]\n- [ ] La cloche[^a]\n:::');
  expect(found).toEqual(['footnote-place rames.md:11:15', 'footnote-place rames.md:11:29', 'footnote-place rames.md:12:16']);
  expect(values).toEqual({ mark: '[^a]' });
});

test('an inner activity reports its own, once', () => {
  const inner = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin[^a]\n- [ ] La cloche\n:::';
  expect(page(`:::quiz{#bilan}\n${inner}\n:::`).found.filter((one) => one.startsWith('footnote'))).toEqual([
    'footnote-place rames.md:12:15',
  ]);
});

test('a title may have none', () => {
  expect(checkDepot(rames('# Le quai[^a] {#quai}\n\nUne rame[^a].\n\n[^a]: Une note.\n')).found).toEqual(['footnote-place rames.md:6:10']);
});
