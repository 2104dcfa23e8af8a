// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { open, p, scales, shown } from './parts-screen.ts';

const row = (names: string, ...heights: readonly number[]): string =>
  heights.map((height, index) => p(names[index] ?? '', height)).join('');
const together = (html: string): string => `<div data-together>${html}</div>`;

test.each<[string, string, readonly string[]]>([
  ['later parts have more room', row('abcd', 150, 150, 160, 160), ['ab', 'cd']],
  ['the first has not', row('abc', 160, 160, 100), ['a', 'bc']],
  ['an element moves on only if that makes its part lower', row('abc', 150, 100, 149), ['a', 'bc']],
  ['one that would only change places stays', row('abc', 150, 100, 150), ['ab', 'c']],
  ['a part that another has filled gives some to its next', row('abcdefg', 110, 100, 90, 100, 100, 100, 40), ['ab', 'cd', 'efg']],
  ['a heading moves on with what follows it', `${p('a', 100)}<h2 id="b" data-h="50">Le four</h2>${row('cd', 100, 60)}`, ['a', 'bcd']],
  [
    'two headings move on together',
    `${p('a', 100)}<h2 id="b" data-h="50">Le four</h2><h3 id="c" data-h="50">La voûte</h3>${p('d', 150)}`,
    ['a', 'bcd'],
  ],
  ['a heading stands alone where what follows it needs all the room', `<h2 id="a" data-h="50">Le four</h2>${p('b', 290)}`, ['a', 'b']],
  ['a list moves on as a whole', p('a', 100) + together(row('bc', 50, 100)) + p('d', 60), ['a', 'bcd']],
  ['two lists are not one', together(row('ab', 60, 60)) + together(row('cd', 60, 60)) + row('ef', 60, 60), ['abcd', 'ef']],
  ['a list has the room of a later part', p('a', 100) + together(row('bc', 155, 155)), ['a', 'bc']],
  ['a list without this room is divided as text', p('a', 50) + together(row('bcd', 150, 150, 150)), ['ab', 'cd']],
  ['a list that begins a part is divided', together(row('abc', 100, 100, 150)) + p('d', 170), ['ab', 'cd']],
  [
    'a heading moves on with the list behind it',
    `${p('a', 150)}<h2 id="b" data-h="50">Le four</h2>${together(row('cd', 100, 150))}`,
    ['a', 'bcd'],
  ],
  [
    'a heading moves on with a list that needs all the room of the next part',
    `${p('a', 200)}<h2 id="b" data-h="50">Le four</h2>${together(row('cd', 130, 140))}`,
    ['a', 'bcd'],
  ],
  ['text behind a list that fits begins after it', together(row('ab', 100, 100)) + row('cd', 150, 100), ['ab', 'cd']],
])('%s', (_, html, expected) => {
  open(html);
  expect(shown()).toEqual(expected);
});

test.each<[string, string, number, readonly number[]]>([
  ['a later part has more room for its type', row('ab', 200, 215), 1, [1.45, 1.45]],
  ['the first has not', row('ab', 215, 200), 1, [1.25, 1.25]],
  ['the zoom is part of each', row('ab', 200, 200), 1.3, [1.43, 1.43]],
  ['what fits in no size has the smallest', row('ab', 400, 200), 1.15, [1.15, 1.15]],
  ['a reason is text', `${p('a', 270)}<p class="r-why" id="b" data-h="200">Car</p>`, 1, [1.1, 1.45]],
  ['text beside a question is part of it', `<div class="r-context">${p('a', 100)}</div>${row('bc', 190, 200)}`, 1, [1, 1]],
])('type: %s', (_, html, zoom, expected) => {
  open(html, zoom);
  expect(scales()).toEqual(expected.map((scale) => expect.closeTo(scale, 9)));
});
