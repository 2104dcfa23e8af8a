import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { checkQuotes } from '../../../build/stages/check/check-quotes.ts';
import type { CourseContext } from '../../../build/stages/check/context.ts';
import { readText } from '../../helpers/read-text.ts';

test.each<[string, string, string[]]>([
  ['a quotation', 'Une rame.\n\n> Elle part.', ['stray-quote 3']],
  ['each of them', '> Un.\n\nDeux.\n\n> Trois.', ['stray-quote 1', 'stray-quote 5']],
  ['one in an item', '- une\n\n  Elle part.\n\n  > Elle part.\n- deux', ['stray-quote 5']],
  ['one in each item', '- une\n\n  Elle part.\n\n  > Un.\n- deux\n\n  Elle part.\n\n  > Deux.', ['stray-quote 5', 'stray-quote 10']],
  ['one deeper', '- une\n  - deux\n\n    Elle part.\n\n    > Trois.', ['stray-quote 6']],
  ['feedback is none', '- une\n  > Elle part.', []],
  ['other blocks', 'Une rame.\n\n- deux', []],
])('%s', (_, text, expected) => {
  const diagnostics = new Diagnostics();
  checkQuotes(readText(text).blocks, { diagnostics } as unknown as CourseContext);
  expect(diagnostics.list.map(({ code, at }) => `${code} ${at.line}`)).toEqual(expected);
});
