import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { checkHeadings } from '../../../build/stages/check/check-headings.ts';
import { readText } from '../../helpers/read-text.ts';

function found(text: string, above: number) {
  const diagnostics = new Diagnostics();
  checkHeadings(readText(text).blocks, above, diagnostics);
  return diagnostics.list.map(({ severity, code, at, values }) => [severity, code, at.line, values.has, values.above, values.fit]);
}

test.each<[string, number, unknown[]]>([
  ['## a\n\n### b\n\n## c', 1, []],
  ['### a', 1, [['warning', 'heading-jump', 1, '###', '#', '##']]],
  ['### a', 2, []],
  ['#### a', 1, [['warning', 'heading-jump', 1, '####', '#', '##']]],
  ['Une rame.\n\n### a', 1, [['warning', 'heading-jump', 3, '###', '#', '##']]],
  [
    '## a\n\n#### b\n\n##### c',
    1,
    [
      ['warning', 'heading-jump', 3, '####', '##', '###'],
      ['warning', 'heading-jump', 5, '#####', '###', '####'],
    ],
  ],
  ['## a\n\n# b\n\n### c', 1, []],
  ['Une rame.', 1, []],
])('%j below level %i', (text, above, expected) => {
  expect(found(text, above)).toEqual(expected);
});

test('a title is shown up to sixty characters', () => {
  const diagnostics = new Diagnostics();
  checkHeadings(readText(`### ${'x'.repeat(70)}`).blocks, 1, diagnostics);
  expect(diagnostics.list[0]?.values.title).toBe('x'.repeat(60));
});
