// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { element, icon, iconButton } from '../../../build/studio/editor/dom.ts';
import { ICONS } from '../../../build/studio/ui/icon-paths.ts';

test('an element has its attributes and its content in order; texts are never markup', () => {
  const made = element('span', { class: 's-chip', 'data-of': 'four' }, 'Le <b>four</b>', element('i'), '!');
  expect([made.tagName, made.className, made.dataset.of, made.childNodes.length]).toEqual(['SPAN', 's-chip', 'four', 3]);
  expect([made.textContent, made.querySelector('b')]).toEqual(['Le <b>four</b>!', null]);
});

test('an icon is drawn with its own lines, and says nothing to a screen reader', () => {
  const drawn = icon('pencil');
  expect([drawn.namespaceURI, drawn.getAttribute('viewBox'), drawn.getAttribute('class'), drawn.getAttribute('aria-hidden')]).toEqual([
    'http://www.w3.org/2000/svg',
    '0 0 24 24',
    's-icon',
    'true',
  ]);
  expect([...drawn.children].map((line) => [line.localName, line.getAttribute('d')])).toEqual([['path', ICONS.pencil]]);
});

test('a button with an icon has a name, and sends no form', () => {
  const button = iconButton('ellipsis', 'Plus : Four', 's-bar-more');
  expect([button.type, button.className, button.title, button.getAttribute('aria-label')]).toEqual([
    'button',
    's-bar-more',
    'Plus : Four',
    'Plus : Four',
  ]);
  expect(button.querySelector('path')?.getAttribute('d')).toBe(ICONS.ellipsis);
});
