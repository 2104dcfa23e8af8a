import { describe, expect, test } from 'vitest';
import type { ItemText } from '../../../build/studio/text/edit-parts.ts';
import { blocksIn, listIn, wordsOf } from '../../helpers/body-text.ts';

/** Words of items and of those below them, as `a(b c)`. */
function tree(text: string, items: readonly ItemText[] = listIn(text).items): string {
  return items.map((item) => `${wordsOf(text, item.words)}${item.children.length > 0 ? `(${tree(text, item.children)})` : ''}`).join(' ');
}

describe('items', () => {
  test('an item has its mark, box, words, braces, feedback and range', () => {
    const text = 'Q ?\n\n- [ ] Le four {weight=-50}\n> Non :\n> trop tôt.\n- [X] Le sel\n\nFin.';
    const list = listIn(text);
    const [first, second] = list.items;
    expect([wordsOf(text, list), list.isOrdered]).toEqual([text.slice(5, text.indexOf('\n\nFin')), false]);
    expect(first).toMatchObject({ indent: '', isTicked: false, children: [], rest: null });
    expect([first?.mark, first?.box, first?.words, first?.braces, first?.feedback].map((range) => wordsOf(text, range))).toEqual([
      '-',
      ' ',
      'Le four',
      '{weight=-50}',
      '> Non :\n> trop tôt.',
    ]);
    expect(first?.attributes.map(({ key, value }) => [key, value])).toEqual([['weight', '-50']]);
    expect(first && text.slice(first.from, first.headEnd)).toBe('- [ ] Le four {weight=-50}');
    expect([wordsOf(text, first), wordsOf(text, second)]).toEqual(['- [ ] Le four {weight=-50}\n> Non :\n> trop tôt.', '- [X] Le sel']);
    expect(second).toMatchObject({ isTicked: true, feedback: null });
    expect(wordsOf(text, second?.box)).toBe('X');
    expect(second?.braces.from).toBe(second?.words.to);
  });

  test.each([
    ['- a', null, 'a', false],
    ['- [x]', 'x', '', true],
    ['- [x]a', null, '[x]a', false],
    ['- a [x] b', null, 'a [x] b', false],
    ['- [y] a', null, '[y] a', false],
    ['-   [ ]  a  ', ' ', 'a', false],
    ['-   [x] a', 'x', 'a', true],
    ['-', null, '', false],
    ['1. [x] a', 'x', 'a', true],
    ['12) a', null, 'a', false],
  ])('%j has the box %j and the words %j', (text, box, words, isTicked) => {
    const [item] = listIn(text).items;
    expect([wordsOf(text, item?.box), wordsOf(text, item?.words), item?.isTicked]).toEqual([box, words, isTicked]);
  });

  test('its first lines go on until feedback, and feedback until a blank line', () => {
    const text = '- un\n  et un\n> oui\nsuite\n\n  encore\n- deux';
    const [first, second] = listIn(text).items;
    expect([first?.words, first?.feedback, first?.rest].map((range) => wordsOf(text, range))).toEqual([
      'un\n  et un',
      '> oui\nsuite',
      '  encore',
    ]);
    expect([wordsOf(text, first), wordsOf(text, second)]).toEqual(['- un\n  et un\n> oui\nsuite\n\n  encore', '- deux']);
  });

  test('a quotation below a blank line or an inner list is no feedback', () => {
    const text = '- un\n\n  > cité\n- deux\n  - trois\n  > oui';
    const [first, second] = listIn(text).items;
    expect([first?.feedback, wordsOf(text, first?.rest), second?.feedback]).toEqual([null, '  > cité', null]);
    expect(wordsOf(text, second?.children[0]?.feedback)).toBe('  > oui');
  });

  test('all that no form understands is one range', () => {
    const text = '- un\n\n  deux\n\n  trois\n- quatre';
    expect(wordsOf(text, listIn(text).items[0]?.rest)).toBe('  deux\n\n  trois');
    const close = '- un\n\n  deux\n  trois\n- quatre';
    const [first] = listIn(close).items;
    expect([wordsOf(close, first?.rest), first?.headEnd]).toEqual(['  deux\n  trois', 4]);
  });
});

describe('levels', () => {
  test.each([
    ['- a\n  - b\n    - c\n  - d\n- e', 'a(b(c) d) e'],
    ['- a\n\t- b\n- c', 'a(b) c'],
    ['- a\n\t- b\n\t\t- c', 'a(b(c))'],
    ['1. a\n\t- b\n2. c', 'a(b) c'],
    ['1. a\n   - b\n2. c', 'a(b) c'],
    ['1. a\n  - b\n2. c', 'a'],
    ['- a\n - b\n- c', 'a b c'],
    ['- a\n  -\n   - b', 'a((b))'],
    ['-    a\n  - b', 'a(b)'],
    ['- a\n\n  - b\n\n- c', 'a(b) c'],
  ])('%j is %s', (text, expected) => {
    expect(tree(text)).toBe(expected);
  });

  test('an item ends with its last inner one, whose lines end there too', () => {
    const text = '- a\n  - b\n  > oui\n- c';
    const [first] = listIn(text).items;
    expect([wordsOf(text, first), wordsOf(text, first?.children[0])]).toEqual(['- a\n  - b\n  > oui', '  - b\n  > oui']);
    expect(first?.children[0]?.indent).toBe('  ');
  });
});

describe('ends of a list', () => {
  test.each([
    ['- a\n\nMots', '- a'],
    ['- a\n\n- b', '- a\n\n- b'],
    ['- a\n\n\n\n  b', '- a\n\n\n\n  b'],
    ['- a\n\n\tb', '- a\n\n\tb'],
    ['- a\n\n b', '- a'],
    ['- a\n  \nb', '- a'],
    ['- a\n \n', '- a'],
    ['- a\n* b', '- a'],
    ['- a\n\n* b', '- a'],
    ['- a\n\n  * b', '- a\n\n  * b'],
    ['1. a\n2) b', '1. a'],
    ['1. a\n7. b', '1. a\n7. b'],
    ['- a\n1. b', '- a'],
    ['- a\n\n1. b', '- a'],
    ['- a\n## b', '- a'],
    ['- a\n::figure', '- a'],
    ['- a\n  ::figure', '- a'],
    ['- a\n| b |', '- a'],
    ['- a\nb | # ::c ```', '- a\nb | # ::c ```'],
    ['- a\n```\nb', '- a'],
    ['- a\n~~~\nb', '- a'],
    ['- a\n\n', '- a'],
    ['- a\nb', '- a\nb'],
  ])('the list of %j is %j', (text, expected) => {
    expect(wordsOf(text, listIn(text))).toBe(expected);
  });

  test('lists of other marks are lists of their own', () => {
    const kinds = blocksIn('- a\n* b\n1. c\n2) d').map((block) => block.kind === 'list' && block.isOrdered);
    expect(kinds).toEqual([false, false, true, true]);
  });
});
