import { expect, it } from 'vitest';
import type { LabelsBody } from '../../../../build/stages/check/forms/labels.ts';
import { definition } from '../../../../templates/label-image/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const TRAM = `:::label-image{#tram}
Nommez.

![Un tram](tram.svg)

| Étiquette | x | y | Retour |
|---|---|---|---|
| Le patin | 19 | 25 | Il *freine*. |
| La cloche | 82 | 22,5 | |
| Le quai | | | |
:::`;

const read = (text: string) => {
  const { options, found, reports, activity } = readActivity('label-image', definition, text);
  return { found, reports, parts: activity?.parts, ...(options as unknown as LabelsBody) };
};

it('gives a label with a position its spot; one without is a distractor', () => {
  const { found, labels, spots, columns, prompt, parts } = read(TRAM);
  expect([found, columns, prompt]).toEqual([[], 4, '<p>Nommez.</p>']);
  expect(labels.map(({ text }) => text)).toEqual(['Le patin', 'La cloche', 'Le quai']);
  expect(spots.map(({ x, y, label, feedback }) => [x, y, label, feedback])).toEqual([
    [19, 25, labels[0]?.token, '<p>Il <em>freine</em>.</p>'],
    [82, 22.5, labels[1]?.token, undefined],
  ]);
  expect(parts).toEqual([
    { text: 'Le patin' },
    { text: 'Le patin', key: 'place' },
    { text: 'La cloche' },
    { text: 'La cloche', key: 'place' },
    { text: 'Le quai' },
  ]);
});

it('takes the first of two pictures, and places up to its edges', () => {
  const text = TRAM.replace('(tram.svg)', '(tram.svg)\n\n![Une cloche](cloche.svg)').replace('| 19 | 25 |', '| 0 | 100 |');
  const { found, html, prompt, spots } = read(text);
  expect([found, spots[0]]).toEqual([[], expect.objectContaining({ x: 0, y: 100 })]);
  expect(html).toContain('Un tram');
  expect(prompt).toContain('Une cloche');
  expect(read(text.replace('| 100 |', '| 100,1 |')).found).toEqual(['label-outside:10']);
});

it('quotes the beginning of a long label, and of a long place', () => {
  const values = (row: string) => readActivity('label-image', definition, TRAM.replace('| Le quai | | | |', row)).values;
  expect(values(`| ${'q'.repeat(61)} | | | Non. |`)).toEqual({ label: 'q'.repeat(60) });
  expect(values(`| Le quai | ${'x'.repeat(41)} | 5 | |`)).toEqual({ text: 'x'.repeat(40) });
});

it.each([
  ['no picture', TRAM.replace(/!\[.*\n/, ''), 'no-picture:1:1 name=label-image'],
  ['no table', ':::label-image{#tram}\nNommez.\n\n![Un tram](tram.svg)\n:::', 'no-table:1:1 name=label-image'],
  ['a row without a name', TRAM.replace('| Le quai |', '| |'), 'label-without-name:10:1'],
  ['a label outside the picture', TRAM.replace('| 82 |', '| 182 |'), 'label-outside:9:1 text=182 22,5'],
  ['a label with one number', TRAM.replace('| 82 |', '| |'), 'label-outside:9:1 text= 22,5'],
  ['a feedback of a distractor', TRAM.replace('| Le quai | | | |', '| Le quai | | | Non. |'), 'feedback-of-loose-label:10:1 label=Le quai'],
  ['a label twice', TRAM.replace('La cloche', 'le patin'), 'item-twice:9:1 item=le patin'],
  ['labels that differ in a plural', TRAM.replace('La cloche', 'Le patins'), 'nearly-equal:9:1 one=Le patin other=Le patins'],
  ['a text below the table', TRAM.replace(/:::$/, '\nVoilà.\n:::'), 'text-after-answers:12:1'],
])('reports %s', (_, text, reports) => expect(read(text).reports).toEqual([reports].flat()));
