// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type Screen, screenMarkup } from '../../build/room/screen.ts';
import { shownIn, textsOf } from './forms/ask.ts';

const base: Screen = { kind: 'text', page: 2, title: 'Le "four"', kick: '', heading: 'Le four', body: '<p>Chaud.</p>', reveals: false };

function open(more: Partial<Screen> = {}): HTMLElement {
  return shownIn(screenMarkup({ ...base, ...more })).firstElementChild as HTMLElement;
}

test('a screen is hidden at first, with what the script needs', () => {
  const screen = open();
  expect({ ...screen.dataset }).toEqual({ kind: 'text', page: '2', title: 'Le "four"' });
  expect([screen.matches('section.r-screen[hidden]'), screen.id, textsOf('.r-kick'), textsOf('.r-todo'), textsOf('.r-context')]).toEqual([
    true,
    '',
    [],
    [],
    [],
  ]);
  expect([textsOf('h1.r-title[tabindex="-1"]'), textsOf('.r-body.c-prose')]).toEqual([['Le four'], ['Chaud.']]);
});

test('a screen with an answer has it in short', () => {
  const screen = open({ reveals: true, key: 'B & "<C>"' });
  expect([screen.hasAttribute('data-reveals'), screen.dataset.key, open().hasAttribute('data-reveals')]).toEqual([
    true,
    'B & "<C>"',
    false,
  ]);
});

test.each([
  [60, 'large'],
  [61, 'medium'],
  [120, 'medium'],
  [121, 'small'],
])('a heading of %d characters is %s', (length, size) => {
  const heading = `<em>${'a'.repeat(length)}</em>`;
  expect(open({ heading }).querySelector('h1')?.dataset.size).toBe(size);
});

test('links to a page lead to the screen where it begins', () => {
  expect(open({ begins: 'four' }).id).toBe('p-four');
});

test('a screen has its facts, its head and its body in this order', () => {
  const all = {
    kick: '<i>Page</i>',
    todo: 'A & B',
    keep: '<ul></ul>',
    context: '<p>Un soir.</p>',
    begins: 'four',
    key: '<C>',
    isQuiet: true,
  };
  expect(screenMarkup({ ...base, ...all, heading: '<em>Le four</em>', reveals: true })).toBe(
    `<section class="r-screen" data-kind="text" data-page="2" data-title="Le &quot;four&quot;" data-key="&lt;C&gt;" id="p-four" data-reveals hidden>
<header class="r-head"><p class="r-kick"><i>Page</i></p><h1 class="r-title" data-size="large" data-quiet tabindex="-1"><em>Le four</em></h1><p class="r-todo">A &amp; B</p><ul></ul></header>
<div class="r-body c-prose"><div class="r-context"><p>Un soir.</p></div><p>Chaud.</p></div>
</section>`,
  );
});

test('a heading that was shown before is quiet', () => {
  expect(open({ isQuiet: true }).querySelector('h1')?.dataset.quiet).toBe('');
  expect(open().querySelector('h1')?.dataset.quiet).toBeUndefined();
});

test('the head has what stays: a line above, the instruction and the words to choose from', () => {
  open({ kick: 'Page 2', todo: 'À vous <tous>', keep: '<ul class="r-bank"></ul>' });
  expect([textsOf('.r-head > .r-kick'), textsOf('.r-head > .r-todo'), document.querySelector('.r-head > .r-bank') !== null]).toEqual([
    ['Page 2'],
    ['À vous <tous>'],
    true,
  ]);
});

test('the text before a question goes when choices show their answer', () => {
  const before = (body: string): boolean | undefined =>
    open({ context: '<p>Un soir.</p>', body }).querySelector('.r-context')?.hasAttribute('data-before');
  expect([before('<ol class="r-options"></ol>'), before('<p></p>')]).toEqual([true, false]);
});

test('reasons for wrong answers can be asked for where there are any', () => {
  expect(
    [open({ body: '<div data-answer data-more></div>' }), open({ body: '<div data-answer></div>' })].map((one) =>
      one.hasAttribute('data-explains'),
    ),
  ).toEqual([true, false]);
});

test('only a question without anything else is bare', () => {
  const isBare = (more: Partial<Screen>): boolean => open(more).hasAttribute('data-bare');
  expect([
    isBare({ kind: 'question', body: '' }),
    isBare({ kind: 'question' }),
    isBare({ kind: 'question', body: '', context: 'x' }),
    isBare({ body: '' }),
  ]).toEqual([true, false, false, false]);
});
