import { expect, test } from 'vitest';
import { attributesIn, writtenValue } from '../../../build/studio/text/attributes.ts';

test.each([
  ['{#four}', [['id', 'four']]],
  [
    '{#four points=2 shuffle}',
    [
      ['id', 'four'],
      ['points', '2'],
      ['shuffle', true],
    ],
  ],
  [
    '{title="Le pain" hint=\'sans sel\'}',
    [
      ['title', 'Le pain'],
      ['hint', 'sans sel'],
    ],
  ],
  ['{title="Dire \\"oui\\""}', [['title', 'Dire "oui"']]],
  ['{title=« Le pain »}', [['title', 'Le pain']]],
  ['{title=“Le pain”}', [['title', 'Le pain']]],
  ['{title=""}', [['title', '']]],
  ['{title=" Le pain "}', [['title', ' Le pain ']]],
  ['{title=”Le pain”}', [['title', 'Le pain']]],
  ['{légende-2=a-b.c}', [['légende-2', 'a-b.c']]],
  [
    '{a=1 b}',
    [
      ['a', '1'],
      ['b', true],
    ],
  ],
  [
    "{hint='l'eau' b}",
    [
      ['hint', "l'eau"],
      ['b', true],
    ],
  ],
  ['{hint=’l’eau’}', [['hint', 'l’eau']]],
  [
    '{hint=‘sel’ b=’’}',
    [
      ['hint', 'sel'],
      ['b', ''],
    ],
  ],
  [
    '{title=« Dire \\» ou \\« » b=“Un \\” ”}',
    [
      ['title', 'Dire » ou \\«'],
      ['b', 'Un ” '],
    ],
  ],
  ['{été=oui}', [['été', 'oui']]],
  [
    '{#a#b 2x}',
    [
      ['id', 'a'],
      ['id', 'b'],
      ['x', true],
    ],
  ],
  ['{}', []],
])('%s is read', (text, expected) => {
  expect(attributesIn(text, 0).map(({ key, value }) => [key, value])).toEqual(expected);
});

test.each(['{title="\\(x\\) \\\\"y"}', '{title="a\\b \\n"}', '{title=“a\\b”}', '{title=«a\\b»}'])(
  'a backslash is one where no quote follows: %s',
  (text) => {
    const [found] = attributesIn(text, 0);
    expect(found?.value).toBe(text.slice('{title="'.length, -2).replace('\\"', '"'));
  },
);

test('places are those of the whole text, quotes included', () => {
  const text = ':::choice{#four title="Le pain" shuffle}';
  const from = text.indexOf('{');
  expect(attributesIn(text.slice(from), from).map((one) => text.slice(one.from, one.to))).toEqual(['#four', 'title="Le pain"', 'shuffle']);
});

test('only words that are written are a value', () => {
  const found = attributesIn('{#four shuffle title=""}', 0);
  expect(['id', 'shuffle', 'title', 'points'].map((key) => writtenValue(found, key))).toEqual(['four', undefined, '', undefined]);
  expect(writtenValue(attributesIn('{a=1 a=2}', 0), 'a')).toBe('1');
});
