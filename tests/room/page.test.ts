// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { spriteIn, surroundings } from '../../build/room/page.ts';
import { shownIn, strings, textsOf } from './forms/ask.ts';

test('the sprite has each icon of the markup once, and no other', () => {
  shownIn(
    spriteIn(
      '<use href="#i-x"></use><use href="#i-eye"></use><use href="#i-x"></use><use href="#i-nothing"></use><use href="#i-constructor"></use><a href="#i-">i-clock</a>',
    ),
  );
  expect([...document.querySelectorAll('symbol')].map(({ id }) => id)).toEqual(['i-eye', 'i-x']);
  expect(document.querySelector('svg.c-sprite')?.getAttribute('focusable')).toBe('false');
  expect(document.querySelector('svg.c-sprite[aria-hidden=true] symbol')?.childElementCount).toBeGreaterThan(0);
  expect([...document.querySelectorAll('symbol')].map((symbol) => symbol.getAttribute('viewBox'))).toEqual(['0 0 24 24', '0 0 24 24']);
});

test('every button has a name, and each is of type button', () => {
  shownIn(surroundings(strings));
  const buttons = [...document.querySelectorAll('button')];
  expect(
    buttons.filter((button) => button.type !== 'button' || !(button.getAttribute('aria-label') ?? button.textContent)?.trim()),
  ).toEqual([]);
  expect(
    Object.fromEntries(
      buttons.filter(({ id }) => id !== '').map((button) => [button.id, button.getAttribute('aria-label') ?? button.textContent]),
    ),
  ).toEqual({
    'r-list': 'contents',
    'r-timer': '0:00',
    'r-reset': 'timer.reset',
    'r-clear': 'hands.none',
    'r-help-open': 'help',
    'r-notes-open': 'notes.open',
    'r-black-on': 'black',
    'r-previous': 'previous',
    'r-explain': 'why',
    'r-next': 'next',
    'r-black': 'black.back',
  });
  expect(
    buttons
      .filter(({ title }) => title !== '')
      .map(({ id, title }) => [id, title === document.getElementById(id)?.getAttribute('aria-label')]),
  ).toEqual(['r-list', 'r-reset', 'r-clear', 'r-help-open', 'r-notes-open', 'r-black-on', 'r-previous'].map((id) => [id, true]));
  const pictures = (id: string) => [...document.querySelectorAll(`#${id} use`)].map((use) => use.getAttribute('href'));
  expect(buttons.filter(({ id }) => id !== '').map(({ id }) => [id, ...pictures(id)])).toEqual([
    ['r-list', '#i-list'],
    ['r-timer', '#i-clock'],
    ['r-reset', '#i-rotate-ccw'],
    ['r-clear', '#i-x'],
    ['r-help-open', '#i-info'],
    ['r-notes-open', '#i-notebook-pen'],
    ['r-black-on', '#i-contrast'],
    ['r-previous', '#i-arrow-left'],
    ['r-explain'],
    ['r-next', '#i-arrow-right', '#i-eye'],
    ['r-black'],
  ]);
  expect(document.querySelector('#r-timer')?.hasAttribute('aria-label')).toBe(false);
  expect([...document.querySelectorAll('.r-bar > .r-tools > :not(button)')].map(({ id, textContent }) => [id, textContent])).toEqual([
    ['r-hands', ''],
    ['r-place', ''],
  ]);
  expect(document.querySelector('.r-tools[data-end]')?.firstElementChild?.id).toBe('r-place');
  expect(['.r-bar', '.r-notes'].map((part) => document.querySelector(part)?.getAttribute('aria-label'))).toEqual(['bar', 'notes.title']);
});

test('what is open only at a press is closed or hidden at first', () => {
  shownIn(surroundings(strings));
  expect([
    document.querySelector('#r-explain')?.getAttribute('aria-pressed'),
    document.querySelector('#r-notes')?.getAttribute('tabindex'),
  ]).toEqual(['false', '0']);
  expect(['r-notes', 'r-black', 'r-explain'].map((id) => document.getElementById(id)?.hasAttribute('hidden'))).toEqual([true, true, true]);
  expect(
    [...document.querySelectorAll('dialog')].map((dialog) => [
      dialog.id,
      dialog.open,
      textsOf('h2', dialog),
      dialog.getAttribute('aria-labelledby'),
    ]),
  ).toEqual([
    ['r-contents', false, ['contents'], 'r-contents-title'],
    ['r-help', false, ['help'], 'r-help-title'],
  ]);
  expect(document.querySelectorAll('dialog h2[id$="-title"] + button[data-close][aria-label=close]')).toHaveLength(2);
});

test('help lists the keys, of which letters can be switched off', () => {
  shownIn(surroundings(strings));
  expect(textsOf('#r-help li')).toEqual(
    ['next', 'previous', 'ends', 'answer', 'hands', 'black', 'timer', 'notes', 'contents', 'size'].map((key) => `help.${key}`),
  );
  expect(document.querySelector('#r-help label input#r-letters[type=checkbox][checked]')?.closest('label')?.textContent?.trim()).toBe(
    'help.letters',
  );
  expect(textsOf('#r-help p').slice(1)).toEqual(['help.private', 'keep']);
});

test('changes are announced', () => {
  shownIn(surroundings(strings));
  expect(document.querySelector('#r-live')?.getAttribute('aria-live')).toBe('polite');
  expect(document.querySelector('#r-notice')?.getAttribute('role')).toBe('alert');
});
