// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isActive, leads, leavesOf, showOnly, TOGETHER } from '../../src/room/leaves.ts';

function bodyOf(html: string): HTMLElement {
  document.body.innerHTML = `<section class="r-screen"><div class="r-body">${html}</div></section>`;
  return document.querySelector('.r-body') as HTMLElement;
}
const names = (html: string): string[] => leavesOf(bodyOf(html)).map((leaf) => leaf.id || leaf.localName);
const one = (html: string): HTMLElement => bodyOf(html).querySelector('#x') as HTMLElement;

test.each<[string, string, readonly string[]]>([
  ['paragraphs and items, inside any container', '<div><p id="a">A <b>b</b></p><ul><li id="b">c</li></ul></div>', ['a', 'b']],
  [
    'rows of a table, without its head and caption',
    '<table><caption>T</caption><thead><tr id="h"></tr></thead><tbody><tr id="a"><td>1</td></tr></tbody></table>',
    ['a'],
  ],
  ['parts of a step', '<ol><li class="r-step"><p id="a">a</p><p id="b">b</p></li></ol>', ['a', 'b']],
  ['folded details as one, open ones in parts', '<details id="a"><p>x</p></details><details open><p id="b">x</p></details>', ['a', 'b']],
  ['text directly in a container keeps it whole', '<div id="a">Levain<p>x</p></div>', ['a']],
  ['white space is no text', '<div>\n <p id="a">x</p>\n</div>', ['a']],
  ['an empty element', '<div id="a"></div>', ['a']],
  ['no drawing, which stays with what is beside it', '<div><svg id="s"></svg><p id="a">x</p></div>', ['a']],
  ['the town behind a scene', '<div class="scene-town" id="a"></div><p id="b">x</p>', ['b']],
  ['a short reason', '<div class="r-why" id="a"><p>Un.</p><p>Deux.</p></div>', ['a']],
  ['paragraphs of a long reason', `<div class="r-why"><p id="a">${'n'.repeat(420)}</p><p id="b">D</p></div>`, ['a', 'b']],
  ['a reason of 420 characters', `<div class="r-why" id="a"><p>${'n'.repeat(419)}</p><p>D</p></div>`, ['a']],
])('leaves: %s', (_, html, expected) => {
  expect(names(html)).toEqual(expected);
});

test.each([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'figure', 'dt', 'dd', 'details', 'summary', 'pre'],
  ...['div data-keep', 'div class="scene-speech"', 'div class="c-face"', 'div class="r-pointed"', 'div class="key-number"'],
  ...['div class="beside"', 'div class="s-picture"', 'div class="r-tree"', 'div class="r-value"'],
])('<%s> is never divided', (tag) => {
  const body = bodyOf('');
  body.innerHTML =
    tag === 'tr'
      ? '<table><tbody><tr id="x"><td>1</td></tr></tbody></table>'
      : `<${tag} id="x"><b>un</b> <i>deux</i></${tag.split(' ')[0]}>`;
  expect(leavesOf(body)).toEqual([body.querySelector('#x')]);
});

test('only what is declared to be one list, or kept, stays together', () => {
  const body = bodyOf('<div id="a" data-together></div><div id="b" class="keep"></div><div id="c" class="keeper"></div>');
  expect([...body.querySelectorAll(TOGETHER)].map(({ id }) => id)).toEqual(['a', 'b']);
});

test.each<[string, string, readonly [boolean, boolean]]>([
  ['plain text is shown before and after', '<p id="x">a</p>', [true, true]],
  ['an answer is shown after', '<p id="x" data-answer>a</p>', [false, true]],
  ['a hint is shown before', '<div data-before><p id="x">a</p></div>', [true, false]],
  ['another scene is never shown', '<div data-elsewhere><p id="x">a</p></div>', [false, false]],
  ['a reason for wrong answers waits', '<p id="x" data-answer data-more>a</p>', [false, false]],
])('%s', (_, html, expected) => {
  const leaf = one(html);
  expect([isActive(leaf, false), isActive(leaf, true)]).toEqual(expected);
});

test('reasons for wrong answers are shown when the trainer asks for them', () => {
  const leaf = one('<p id="x" data-answer data-more>a</p>');
  leaf.closest('.r-screen')?.setAttribute('data-explained', '');
  expect([isActive(leaf, false), isActive(leaf, true)]).toEqual([false, true]);
});

test.each([
  ['<h2 id="x">A</h2>', true],
  ['<p id="x">Il faut : </p>', true],
  ['<p id="x">Il faut.</p>', false],
  ['<div id="x">Il faut :</div>', false],
  ['<p id="x"><img alt=""></p>', true],
  ['<p id="x"><img alt=""><b>Le four</b></p>', false],
  ['<p id="x">Il faut : allumer.</p>', false],
])('%s stays with the next: %s', (html, expected) => {
  expect(leads(one(html))).toBe(expected);
});

test.each([
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary'].map((name) => [name, '']),
  ...['r-letter', 'callout-title', 'scene-place', 'keep-title', 'table-caption', 's-picture'].map((name) => ['div', name]),
])('<%s class="%s"> stays with the next', (tag, name) => {
  expect(leads(Object.assign(document.createElement(tag), { className: name }))).toBe(true);
});

test('a title of the screen and a plain element lead to nothing', () => {
  expect(['h1', 'div', 'dd'].map((tag) => leads(document.createElement(tag)))).toEqual([false, false, false]);
});

test('nothing leads to nothing', () => expect(leads(undefined)).toBe(false));

test('only the shown leaves and what holds them stay', () => {
  const body = bodyOf('<div id="d"><p id="a">a</p><p id="b">b</p></div><div id="e"><p id="c">c</p></div>');
  const all = leavesOf(body);
  const out = (): string[] => [...document.querySelectorAll('[data-out]')].map(({ id }) => id);
  showOnly(body, all, new Set(all.slice(0, 1)));
  expect(out()).toEqual(['b', 'e', 'c']);
  showOnly(body, all, new Set(all.slice(1)));
  expect(out()).toEqual(['a']);
  showOnly(body, all, new Set());
  expect([out(), body.hasAttribute('data-out')]).toEqual([['d', 'a', 'b', 'e', 'c'], false]);
});

test('what holds a shown leaf stays at any depth', () => {
  const body = bodyOf('<div id="d"><div id="e"><p id="a">a</p></div><div id="f"><p id="b">b</p></div></div>');
  const all = leavesOf(body);
  showOnly(body, all, new Set(all.slice(0, 1)));
  expect([...body.querySelectorAll('[data-out]')].map(({ id }) => id)).toEqual(['f', 'b']);
});
