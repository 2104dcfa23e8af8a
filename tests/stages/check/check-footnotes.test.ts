import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { noteMarker } from '../../../build/model/markers.ts';
import { checkFootnotes } from '../../../build/stages/check/check-footnotes.ts';
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

test('a place that a form gives twice is reported once, others and notes of paragraphs are not mixed up with it', () => {
  const mark = (line: number, column: number, isInLine = true) =>
    noteMarker({ label: 'a', html: '<p>Une note.</p>', at: { file: 'rames.md', line, column }, isInLine });
  const diagnostics = new Diagnostics();
  const twice = { html: `<b>Sable</b>${mark(3, 7)}`, text: `Sable${mark(3, 7)}` };
  checkFootnotes([mark(2, 1, false), twice, mark(3, 9), mark(4, 7), { activity: { title: mark(9, 1) } }, null], diagnostics);
  expect(diagnostics.list.map(({ severity, at: { line, column } }) => [severity, line, column])).toEqual([
    ['error', 3, 7],
    ['error', 3, 9],
    ['error', 4, 7],
  ]);
});
