import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { placesIn } from '../../../build/stages/read/yaml-places.ts';

const TEXT = 'id: depot\npeople:\n  - id: nadia\n    name: Nadia\n  - id: marc\ntheme: { accent: "#1D4ED8" }\n';

const places = (text = TEXT, skip = 0) => placesIn(parseDocument(text), text, 'course.yaml', skip);
const short = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;

test.each<[(string | number)[], string, string]>([
  [['id'], '1:5', '1:1'],
  [['people'], '3:3', '2:1'],
  [['people', 0, 'name'], '4:11', '4:5'],
  [['people', 1], '5:5', '5:5'],
  [['people', 1, 'name'], '5:5', '5:5'],
  [['theme', 'accent'], '6:18', '6:10'],
  [['theme', 'logo'], '6:8', '6:8'],
  [['missing'], '1:1', '1:1'],
  [[], '1:1', '1:1'],
])('%j: its value, and its key', (path, value, key) => {
  const { at, keyAt } = places();
  expect([short(at(...path)), short(keyAt(...path))]).toEqual([value, key]);
});

test('characters, up to the end of the text', () => {
  const { place } = places();
  expect([0, 9, 10, 11, TEXT.length, TEXT.length + 50].map((offset) => short(place(offset)))).toEqual([
    '1:1',
    '1:10',
    '2:1',
    '2:2',
    '7:1',
    '7:1',
  ]);
});

test('empty lines count from the first', () => {
  const { at } = places('\n\nid: depot\n\ntitle: x\n');
  expect([short(at('id')), short(at('title'))]).toEqual(['3:5', '5:8']);
});

test('what is missing has the place of the first key, below remarks', () => {
  const { at, keyAt } = places('# remarque\n\nid: depot\n');
  expect([short(at('title')), short(keyAt('title')), short(at())]).toEqual(['3:1', '3:1', '3:1']);
});

test('lines before the text count; an empty text has a place', () => {
  expect(places(TEXT, 4).at('id')).toEqual({ file: 'course.yaml', line: 5, column: 5 });
  expect(places('', 4).at('id')).toEqual({ file: 'course.yaml', line: 5, column: 1 });
});
