// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Parts } from '../../src/room/parts.ts';
import { open as openScreen, p, scales, shown } from './parts-screen.ts';

let screen: HTMLElement;
let parts: Parts;

function open(...screenOf: Parameters<typeof openScreen>): void {
  ({ screen, parts } = openScreen(...screenOf));
}

test.each([
  [100, 1.45],
  [200, 1.45],
  [210, 1.25],
  [270, 1.1],
  [300, 1],
])('a body of %d gets type of %d', (height, scale) => {
  open(p('a', height));
  expect([parts.count, scales()]).toEqual([1, [scale]]);
});

test.each([
  [301, false],
  [302, true],
])('a body of %d in a room of 300 is more than rounding: %j', (height, isMore) => {
  open(p('a', height));
  parts.show(0);
  expect(screen.classList.contains('r-bare')).toBe(isMore);
});

test('the trainer’s zoom is part of the type’s size', () => {
  open(p('a', 100), 1.5);
  expect(scales()[0]).toBeCloseTo(1.45 * 1.5);
});

test('a longer body is divided into parts of similar heights', () => {
  open(p('a', 100) + p('b', 100) + p('c', 100) + p('d', 100));
  expect(shown()).toEqual(['ab', 'cd']);
});

test('a heading stays with what follows it', () => {
  open(`${p('a', 100) + p('b', 100)}<h2 id="c" data-h="50">Le four</h2>${p('d', 200)}`);
  expect(shown()).toEqual(['ab', 'cd']);
});

test('a heading that has only one element before it begins the next part', () => {
  open(`${p('a', 200)}<h2 id="c" data-h="50">Le four</h2>${p('d', 200)}`);
  expect(shown()).toEqual(['a', 'cd']);
});

test('a list that fits on a screen is not divided', () => {
  open(`${p('a', 150)}<div data-together>${p('b', 80) + p('c', 80) + p('d', 80)}</div>`);
  expect(shown()).toEqual(['a', 'bcd']);
});

test('a list that is higher than a screen is divided', () => {
  open(`<div data-together>${p('a', 150) + p('b', 150) + p('c', 150)}</div>`);
  expect(shown()).toHaveLength(2);
});

test('answers are counted only once they are shown', () => {
  const html = p('a', 200) + p('b', 200, 'data-answer');
  open(html);
  expect(shown()).toEqual(['a']);
  open(html, 1, true);
  expect([shown(), parts.answerPart(), parts.partOf('#a'), parts.partOf('table')]).toEqual([['a', 'b'], 1, 0, 0]);
});

test('choices that only just don’t fit move closer together', () => {
  open(`<ol class="r-options"><li id="a" data-h="160">A</li><li id="b" data-h="160">B</li></ol>`);
  expect([parts.count, screen.classList.contains('r-snug')]).toEqual([1, true]);
});

test('choices stay as they are if that doesn’t show them all', () => {
  open(`<ol class="r-options"><li id="a" data-h="250">A</li><li id="b" data-h="250">B</li></ol>`);
  expect([parts.count, screen.classList.contains('r-snug')]).toEqual([2, false]);
});

test('choices stay closer together if that shows them all, even where the text before them needs a part of its own', () => {
  open(
    `<div class="r-context">${p('t', 280)}</div><ol class="r-options"><li id="a" data-h="160">A</li><li id="b" data-h="160">B</li></ol>`,
  );
  expect([shown(), screen.classList.contains('r-snug')]).toEqual([['t', 'ab'], true]);
});

test('text is never moved closer together', () => {
  open(p('a', 160) + p('b', 160));
  expect([parts.count, screen.classList.contains('r-snug')]).toEqual([2, false]);
});

test('later parts have a smaller title; the first doesn’t', () => {
  open(p('a', 200) + p('b', 200));
  expect(screen.classList.contains('r-further')).toBe(false);
  parts.show(1);
  expect(screen.classList.contains('r-further')).toBe(true);
  parts.show(0);
  expect(screen.classList.contains('r-further')).toBe(false);
});

test('for an element that only just doesn’t fit, everything around it is hidden', () => {
  open(p('a', 350));
  parts.show(0);
  expect(['r-bare', 'r-further', 'r-tall'].map((name) => screen.classList.contains(name))).toEqual([true, true, false]);
  expect((screen.querySelector('.r-body') as HTMLElement).tabIndex).toBe(-1);
});

test('each part begins at its top, with what is around it', () => {
  open(p('a', 350) + p('b', 280));
  parts.show(0);
  const body = screen.querySelector('.r-body') as HTMLElement;
  body.scrollTop = 40;
  parts.show(1);
  expect([screen.classList.contains('r-bare'), body.scrollTop]).toEqual([false, 0]);
});

test('an element that is higher than the screen scrolls, by keyboard too', () => {
  open(p('a', 400));
  parts.show(0);
  expect([screen.classList.contains('r-tall'), (screen.querySelector('.r-body') as HTMLElement).tabIndex]).toEqual([true, 0]);
});

test('the type of all parts is the same, except text around a question, which may be larger', () => {
  open(`<div class="r-context">${p('a', 200)}</div>${p('b', 270) + p('c', 290)}`);
  expect([shown(), scales()]).toEqual([
    ['a', 'b', 'c'],
    [1.45, 1.1, 1.1],
  ]);
});

test('the highest part decides the type of all', () => {
  open(p('a', 200) + p('b', 290));
  expect(scales()).toEqual([1.1, 1.1]);
});

test('a body that is too wide is not shown as one that fits', () => {
  open(p('a', 100));
  const body = screen.querySelector('.r-body') as HTMLElement;
  const wide = (width: number): boolean => {
    Object.defineProperties(body, { scrollWidth: { value: width, configurable: true }, clientWidth: { value: 300, configurable: true } });
    parts.layOut(false, 1);
    parts.show(0);
    return screen.classList.contains('r-tall');
  };
  expect([wide(301), wide(302)]).toEqual([false, true]);
});

test('long text around a question doesn’t make the question smaller', () => {
  open(`<div class="r-context">${p('a', 290)}</div>${p('b', 200) + p('c', 200)}`);
  expect([shown(), scales()]).toEqual([
    ['a', 'b', 'c'],
    [1, 1.45, 1.45],
  ]);
});

test('the right answer is repeated above reasons that stand without it', () => {
  const recap = (): boolean | undefined => screen.querySelector('.r-recap')?.hasAttribute('hidden');
  open(p('a', 200, 'data-mark="right"') + p('b', 200, 'class="r-why"'), 1, true);
  parts.show(0);
  expect(recap()).toBe(true);
  parts.show(1);
  expect(recap()).toBe(false);
  open(p('a', 50, 'data-mark="right"') + p('b', 50, 'class="r-why"'), 1, true);
  parts.show(0);
  expect(recap()).toBe(true);
  open(p('a', 50));
  parts.show(0);
  expect(recap()).toBe(true);
});

test('a right reason does not repeat the right answer by itself', () => {
  open(p('a', 200) + p('b', 200, 'class="r-why" data-mark="right"'), 1, true);
  parts.show(1);
  expect(screen.querySelector('.r-recap')?.hasAttribute('hidden')).toBe(false);
});

test.each([
  ['a mark', p('b', 200, 'data-mark="right"')],
  ['a place for it', '<p id="b" data-h="200">Le <button class="r-slot"></button></p>'],
  ['what is inside its part', `<div data-answer>${p('b', 200)}</div>`],
  ['folded text', '<details id="b" data-h="200"><summary>Four</summary></details>'],
])('the answer begins with the first part that has %s', (_, html) => {
  open(p('a', 200) + html + p('c', 200, 'data-answer'), 1, true);
  expect([shown(), parts.answerPart()]).toEqual([['a', 'b', 'c'], 1]);
});

test('choices are closer together at the size that the trainer chose, and only as long as they need it', () => {
  open('<ol class="r-options"><li id="a" data-h="150">A</li><li id="b" data-h="150">B</li></ol>', 1.15);
  expect([screen.classList.contains('r-snug'), scales()]).toEqual([true, [1.15]]);
  screen.querySelector('#b')?.remove();
  parts.layOut(false, 1);
  expect([screen.classList.contains('r-snug'), shown()]).toEqual([false, ['a']]);
});

test('a screen without a place for the right answer is laid out all the same', () => {
  open(p('a', 200) + p('b', 200, 'class="r-why"'), 1, true);
  screen.querySelector('.r-recap')?.remove();
  parts.layOut(true, 1);
  expect(shown()).toEqual(['a', 'b']);
});

test('an empty screen has one part', () => {
  open('');
  expect([parts.count, shown()]).toEqual([1, ['']]);
});
