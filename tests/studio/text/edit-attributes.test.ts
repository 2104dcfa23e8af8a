import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttributes } from '../../../build/stages/read/text/attributes.ts';
import { type AttributeValue, setAttribute } from '../../../build/studio/text/edit-attributes.ts';
import { type DirectiveText, outlineOf } from '../../../build/studio/text/outline.ts';
import { applied, itemIn } from '../../helpers/body-text.ts';

function directiveIn(text: string): DirectiveText {
  const [directive] = outlineOf(text).directives;
  if (!directive) throw new Error('no directive');
  return directive;
}

function changed(head: string, key: string, value: AttributeValue): string {
  const text = `${head}\nx\n:::`;
  return applied(text, setAttribute(text, directiveIn(text), key, value, '')).split('\n')[0] ?? '';
}

test.each([
  [':::choice', 'points', '2', ':::choice{points=2}'],
  [':::choice{}', 'points', '2', ':::choice{points=2}'],
  [':::choice{ }', 'points', '2', ':::choice{points=2 }'],
  [':::choice{#a shuffle}', 'points', '2', ':::choice{#a shuffle points=2}'],
  [':::choice{#a shuffle }', 'points', '2', ':::choice{#a shuffle points=2 }'],
  [':::choice{#a points="2" shuffle }', 'points', '3', ':::choice{#a points=3 shuffle }'],
  [':::choice{#a points="2" shuffle }', 'points', null, ':::choice{#a shuffle }'],
  [':::choice{points=2  #a}', 'points', null, ':::choice{#a}'],
  [':::choice{x points=2 y}', 'points', null, ':::choice{x y}'],
  [':::choice{x points=2 y}', 'x', null, ':::choice{points=2 y}'],
  [':::choice{points=1 points=2}', 'points', '3', ':::choice{points=3 points=2}'],
  [':::choice{ points=2 #a}', 'points', null, ':::choice{ #a}'],
  [':::choice{#a  points=2}', 'points', null, ':::choice{#a}'],
  [':::choice{  points=2 #a}', 'points', null, ':::choice{  #a}'],
  [':::choice{#a}', 'title', 'a\\b "c"', ':::choice{#a title="a\\b \\"c\\""}'],
  [':::choice{points=2}', 'points', null, ':::choice'],
  [':::choice{ points=2 }', 'points', '', ':::choice'],
  [':::choice {points=2}', 'points', null, ':::choice'],
  [':::choice{points=2 ?}', 'points', null, ':::choice{?}'],
  [':::choice{#a}', 'points', null, ':::choice{#a}'],
  [':::choice{#a}', 'id', 'b', ':::choice{#b}'],
  [':::choice', 'id', 'b', ':::choice{#b}'],
  [':::choice{#a}', 'shuffle', true, ':::choice{#a shuffle}'],
  [':::choice{#a shuffle=no}', 'shuffle', true, ':::choice{#a shuffle}'],
  [':::choice{#a}', 'title', 'Dire « "oui" »', ':::choice{#a title="Dire « \\"oui\\" »"}'],
  [':::choice{#a}', 'title', 'Un  \n pain', ':::choice{#a title="Un pain"}'],
  [':::choice{#a}', 'title', 'Un\npain\nrond', ':::choice{#a title="Un pain rond"}'],
  [':::choice{#a}', 'pass', '1,5', ':::choice{#a pass=1,5}'],
  [':::choice{#a}', 'src', 'assets/été_1+2.png', ':::choice{#a src=assets/été_1+2.png}'],
  [':::choice{#a}', 'title', '-5', ':::choice{#a title="-5"}'],
  [':::choice{#a}', 'title', 'a=b', ':::choice{#a title="a=b"}'],
  [':::choice{#a}', 'title', 'Le "sel" \\', ':::choice{#a title=« Le "sel" \\ »}'],
  [':::choice{#a}', 'title', 'Le « "sel" » \\', ':::choice{#a title="Le « \\"sel\\" » \\ "}'],
] as const)('%s with %s=%s', (head, key, value, expected) => {
  expect(changed(head, key, value)).toBe(expected);
});

test('a value that is there already is no change', () => {
  const text = ':::choice{#a points="2" shuffle}\nx\n:::';
  const directive = directiveIn(text);
  expect([setAttribute(text, directive, 'points', '2', ''), setAttribute(text, directive, 'shuffle', true, '')]).toEqual([[], []]);
});

test('braces after words have a space before them, which goes with them', () => {
  const text = '- Un pain\n- Deux {weight=50}\n';
  expect(applied(text, setAttribute(text, itemIn(text, 0), 'weight', '20', ' '))).toBe('- Un pain {weight=20}\n- Deux {weight=50}\n');
  expect(applied(text, setAttribute(text, itemIn(text, 0), 'key', true, ' '))).toBe('- Un pain {key}\n- Deux {weight=50}\n');
  expect(applied(text, setAttribute(text, itemIn(text, 1), 'weight', null, ' '))).toBe('- Un pain\n- Deux\n');
});

const typed = fc
  .array(fc.constantFrom('a', ' ', '"', '\\', "'", '»', '«', '=', '{', '}', '“', '’', 'é', '#', '\\(', '\\)'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((signs) => signs.join(''))
  .filter((value) => value.trim() !== '');

test('whatever is typed, the build and the form read it, and the next key still replaces it', () => {
  fc.assert(
    fc.property(fc.array(typed, { minLength: 1, maxLength: 4 }), (values) => {
      let head = ':::choice{#a title=x points=2}';
      for (const value of values) {
        head = changed(head, 'title', value);
        const text = `${head}\nx\n:::`;
        const shown = directiveIn(text).attributes.map(({ key, value: found }) => [key, String(found).trim()]);
        expect(shown).toEqual([
          ['id', 'a'],
          ['title', value.trim()],
          ['points', '2'],
        ]);
        const reports: string[] = [];
        const inside = head.slice(head.indexOf('{') + 1, -1);
        const read = readAttributes(inside, { file: 'a.md', line: 1, column: 1 }, (code) => reports.push(code));
        expect([reports, read.id, read.entries.length]).toEqual([[], 'a', 2]);
      }
    }),
    { numRuns: 500 },
  );
});

test('in an item or a heading, braces in a value would end the attributes: they are left out', () => {
  const text = '- Un pain\n';
  expect(applied(text, setAttribute(text, itemIn(text, 0), 'title', 'a {b} c', ' '))).toBe('- Un pain {title="a b c"}\n');
  expect(changed(':::choice', 'title', 'Le {{pain}}')).toBe(':::choice{title="Le {{pain}}"}');
});
