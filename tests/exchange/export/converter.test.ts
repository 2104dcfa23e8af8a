import { expect, test } from 'vitest';
import { converterOf } from '../../../build/exchange/export/converter.ts';
import { assetMarker, END, noteMarker, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from '../../../build/model/markers.ts';

function converter(lang: 'fr' | 'en' = 'fr') {
  const remarks: unknown[] = [];
  const made = converterOf({ lang, variables: { four: 'Le Four', eau: 'Seine' } }, (key, values) => void remarks.push([key, values]));
  return { ...made, remarks };
}

test('a text has paragraphs, a line joins them, plain text stays as it is', () => {
  const { text, line, plain, remarks } = converter();
  expect(text('<p>Un <b>pain</b></p><p>chaud</p>')).toBe('Un **pain**\n\nchaud');
  expect(line('<p>Un <b>pain</b></p><p>chaud</p>')).toBe('Un **pain** chaud');
  expect(plain('Un *pain* <b>')).toBe('Un *pain* <b>');
  expect(remarks).toEqual([]);
});

test('each variable gets its value, which is reported; an unknown one is empty', () => {
  const { text, line, plain, remarks } = converter();
  expect(text(`<p>Chez ${VARIABLE_IN_HTML}four${END}</p>`)).toBe('Chez Le Four');
  expect(line(`à ${VARIABLE_IN_TEXT}eau?${END}, ici`)).toBe('à Seine, ici');
  expect(plain(`x${VARIABLE_IN_ADDRESS}sel${END}y`)).toBe('xy');
  expect(remarks).toEqual([
    ['export.variable', { name: 'four' }],
    ['export.variable', { name: 'eau' }],
    ['export.variable', { name: 'sel' }],
  ]);
});

test('a picture has its path in the course’s folder; a note stands in brackets', () => {
  const { text, line } = converter('en');
  expect(text(`<p><img src="${assetMarker('assets/le four (1).png')}" alt="Un four"></p>`)).toBe(
    '![Un four](assets/le%20four%20%281%29.png)',
  );
  const note = noteMarker({ label: '1', html: '<em>Chaud</em>', at: { file: 'a.md', line: 1, column: 1 }, isInLine: true });
  expect(line(`Le four${note} cuit`)).toBe('Le four (*Chaud*) cuit');
  expect(text(`<p>Le four${note} cuit</p>`)).toBe('Le four (*Chaud*) cuit');
});

test('text of a question has no headings; a picture without a text asks for one in the course’s language', () => {
  expect(converter().text('<h2>Four</h2>')).toBe('**Four**');
  expect(converter('en').line('<img src="a.png" alt="">')).toBe('![To review: describe the picture](a.png)');
});

test('all variables and all pictures of a text are replaced', () => {
  const { text, plain } = converter();
  const both = `${VARIABLE_IN_HTML}eau${END} et ${VARIABLE_IN_HTML}four${END}`;
  expect([text(`<p>${both}</p>`), plain(both)]).toEqual(['Seine et Le Four', 'Seine et Le Four']);
  const picture = (name: string): string => `<img src="${assetMarker(`assets/${name}.png`)}" alt="${name}">`;
  expect(text(`<p>${picture('un')} ${picture('deux')}</p>`)).toBe('![un](assets/un.png) ![deux](assets/deux.png)');
});
