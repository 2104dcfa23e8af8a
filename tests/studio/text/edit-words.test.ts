import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exchanged,
  replaced,
  shownLine,
  shownQuote,
  shownText,
  wholeLines,
  writtenLine,
  writtenQuote,
  writtenText,
} from '../../../build/studio/text/edit-words.ts';
import { applied } from '../../helpers/body-text.ts';

describe('one line', () => {
  test.each([
    ['# a', '\\# a'],
    ['###### a', '\\###### a'],
    ['#', '\\#'],
    ['####### a', '####### a'],
    ['#a', '#a'],
    ['> a', '\\> a'],
    ['>a', '\\>a'],
    ['| a', '\\| a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['* a', '\\* a'],
    ['-', '\\-'],
    ['*fort*', '*fort*'],
    ['-5', '-5'],
    ['::: x', '\\::: x'],
    ['::x', '\\::x'],
    [': x', ': x'],
    ['```', '\\```'],
    ['~~~', '\\~~~'],
    ['`x`', '`x`'],
    ['1. a', '1\\. a'],
    ['123456789) a', '123456789\\) a'],
    ['1234567890. a', '1234567890. a'],
    ['12.', '12\\.'],
    ['1.5 kg', '1.5 kg'],
    ['a {b}', 'a \\{b}'],
    ['{b}', '\\{b}'],
    ['a{b}', 'a{b}'],
    ['a {b} c', 'a {b} c'],
    ['  a \n  b  ', 'a b'],
  ])('%j is written %j, and shown as it was typed', (value, written) => {
    expect(writtenLine(value)).toBe(written);
    expect(shownLine(written)).toBe(value.replace(/\s*\n\s*/g, ' ').trim());
  });

  test.each(['\\*pas fort*', '\\`a`', '\\~~a~~', '\\:a', '\\-5', '3\\.14', 'a \\* b', '\\[x]'])(
    '%s keeps its backslash when the words are written again',
    (raw) => {
      expect(writtenLine(shownLine(raw))).toBe(raw);
    },
  );

  test('breaks in a line are shown as spaces', () => {
    expect(shownLine('a\n  b \nc')).toBe('a b c');
  });
});

const signs = ['a', '#', '##', '# b', '::: ', ':::', '- a', '> q', '```', '~~~', ' ', '\\', '\n', '\n\n', '1. x', '\r\n'];
const typed = fc.array(fc.constantFrom(...signs), { maxLength: 10 }).map((parts) => parts.join(''));

describe('several lines', () => {
  test.each([
    ['a\n:::\n# b', 'a\n\\:::\n\\# b', 'a\n\\:::\n\\# b'],
    ['## c\n#', '## c\n\\#', '\\## c\n\\#'],
    ['::x', '\\::x', '\\::x'],
    ['### d', '### d', '### d'],
    ['#e', '#e', '#e'],
    ['  ::: f', '  \\::: f', '  \\::: f'],
    ['   # g', '   \\# g', '   \\# g'],
    ['    # h', '    # h', '    # h'],
    ['\n \na\r\nb\rc\n\n', 'a\nb\nc', 'a\nb\nc'],
    ['```\n:::\n```\n:::', '```\n:::\n```\n\\:::', '```\n:::\n```\n\\:::'],
    ['```\n``` js\n:::\n```', '```\n``` js\n:::\n```', '```\n``` js\n:::\n```'],
    ['```\n~~~\n:::\n```', '```\n~~~\n:::\n```', '```\n~~~\n:::\n```'],
    ['a\n```\nb', 'a\n\\```\nb', 'a\n\\```\nb'],
    ['```\na', '\\```\na', '\\```\na'],
    ['```\na\n````\n# b', '```\na\n````\n\\# b', '```\na\n````\n\\# b'],
    ['a\n  ~~~~\n# b', 'a\n  \\~~~~\n\\# b', 'a\n  \\~~~~\n\\# b'],
    ['```\na\n```\n```\n# b', '```\na\n```\n\\```\n\\# b', '```\na\n```\n\\```\n\\# b'],
  ])('%j begins no page, section or directive', (value, free, inSections) => {
    expect(writtenText(value, 'free', '')).toBe(free);
    expect(writtenText(value, 'in-sections', '')).toBe(inSections);
  });

  test.each(['free', 'in-sections'] as const)('what was typed is shown again (%s)', (kind) => {
    fc.assert(
      fc.property(typed, (value) => {
        fc.pre(!value.includes('\\'));
        const once = writtenText(value, kind, '');
        expect(shownText(once, kind)).toBe(
          value
            .replace(/\r\n?/g, '\n')
            .replace(/^(?:[ \t]*\n)+/, '')
            .trimEnd(),
        );
        expect(writtenText(shownText(once, kind), kind, once)).toBe(once);
      }),
    );
  });

  test('a backslash in code is code, and stays', () => {
    const raw = 'Un :\n\n```\n\\# x\n\\::: y\n```\n\n\\# z';
    expect(shownText(raw, 'free')).toBe('Un :\n\n```\n\\# x\n\\::: y\n```\n\n# z');
    expect(writtenText(shownText(raw, 'free'), 'free', raw)).toBe(raw);
  });

  test('lines that begin as feedback does stay words, unless the text before had a quotation', () => {
    expect(writtenText('a\n > b\n```\n> c\n```', 'in-sections', 'x\n```\n> y\n```')).toBe('a\n \\> b\n```\n> c\n```');
    expect(writtenText('a\n> b', 'in-sections', 'x\n  > y')).toBe('a\n> b');
    expect(writtenText('## a\n> b', 'in-sections', '> y')).toBe('\\## a\n> b');
    expect(writtenText('a\n> b', 'free', '')).toBe('a\n> b');
    expect(shownText('a\n> b\n\\> c', 'in-sections')).toBe('a\n> b\n\\> c');
  });

  test('only in sections is the backslash before a heading of level 2 or a quotation a sign of Markdown', () => {
    expect(shownText('\\## a\n\\> b\n\\::: c', 'free')).toBe('\\## a\n\\> b\n::: c');
    expect(shownText('\\## a\n\\> b\n\\::: c', 'in-sections')).toBe('## a\n> b\n::: c');
  });
});

describe('feedback', () => {
  test('lines begin with the sign of a quotation', () => {
    expect(writtenQuote('\nBon.\n\nEncore :\n# un\n', '  ')).toBe('  > Bon.\n  >\n  > Encore :\n  > \\# un');
    expect(shownQuote('  > Bon.\n  >\n  > Encore :\n  > \\# un')).toBe('Bon.\n\nEncore :\n# un');
    expect(shownQuote('>sans espace')).toBe('sans espace');
    expect(shownQuote('>   a\n> \\## b')).toBe('  a\n## b');
    expect(writtenQuote('  a\n## b', '')).toBe('> a\n> \\## b');
    expect(writtenQuote('a\n\n  b', '')).toBe('> a\n>\n>   b');
  });
});

describe('ranges', () => {
  test('words that are there already are no change', () => {
    expect(replaced('un deux', { from: 3, to: 7 }, 'deux')).toEqual([]);
    expect(replaced('un deux', { from: 3, to: 7 }, 'trois')).toEqual([{ from: 3, to: 7, insert: 'trois' }]);
  });

  test('two ranges change places, and what is between them stays', () => {
    const changes = exchanged('un, deux; trois', { from: 0, to: 2 }, { from: 10, to: 15 });
    expect(applied('un, deux; trois', changes)).toBe('trois, deux; un');
    expect(Object.keys(changes[0] ?? {})).toEqual(['from', 'to', 'insert']);
  });

  test('one line break goes with whole lines: the one after them, else the one before', () => {
    expect(wholeLines('a\nb\nc', { from: 2, to: 3 })).toEqual({ from: 2, to: 4 });
    expect(wholeLines('a\nb\nc', { from: 4, to: 5 })).toEqual({ from: 3, to: 5 });
    expect(wholeLines('a', { from: 0, to: 1 })).toEqual({ from: 0, to: 1 });
  });
});
