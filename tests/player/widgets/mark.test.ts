// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { feedback, icon, iconOf, mark } from '../../../src/player/widgets/mark.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';

beforeEach(() => {
  useStrings({ 'mark.right': 'Juste', 'mark.wrong': 'Faux' });
  document.body.innerHTML = '<label id="host"><input class="c-input"></label>';
});
const host = (): HTMLElement => document.getElementById('host') as HTMLElement;

it('marks a part with words, which a field also has as its description, once', () => {
  mark(host(), 'wrong');
  mark(host(), 'right');
  expect([host().textContent, host().dataset.mark, host().querySelector('input')?.getAttribute('aria-description')]).toEqual([
    ' Juste',
    'right',
    'Juste',
  ]);
  expect([...host().children].map(({ localName, className }) => `${localName} ${className}`)).toEqual(['input c-input', 'span c-mark']);
});

it('removes every trace of a mark', () => {
  const before = document.body.innerHTML;
  mark(host(), 'wrong');
  mark(host(), null);
  expect(document.body.innerHTML).toBe(before);
});

it('has one reason at a time, of the kind given or an information', () => {
  feedback(host(), '<p>Un.</p>', 'wrong');
  feedback(host(), '<p>Deux.</p>');
  expect([...host().querySelectorAll<HTMLElement>('.c-feedback')].map((box) => [box.textContent, box.dataset.mark])).toEqual([
    ['Deux.', 'info'],
  ]);
  expect(host().lastElementChild?.className).toBe('c-feedback');
  feedback(host(), undefined);
  expect(host().querySelector('.c-feedback')).toBeNull();
});

it('leaves marks and reasons of parts inside as they are', () => {
  const inner = document.createElement('div');
  host().prepend(inner);
  mark(inner, 'wrong');
  feedback(inner, '<p>Un.</p>');
  const before = host().innerHTML;
  mark(host(), 'right');
  feedback(host(), '<p>Deux.</p>');
  expect(inner.querySelectorAll('.c-mark, .c-feedback')).toHaveLength(2);
  mark(host(), null);
  feedback(host(), null);
  expect(host().innerHTML).toBe(before);
});

it('hides icons from screen readers', () => {
  expect([
    icon('eye').getAttribute('aria-hidden'),
    icon('eye').firstElementChild?.getAttribute('href'),
    iconOf('wrong').firstElementChild?.getAttribute('href'),
  ]).toEqual(['true', '#i-eye', '#i-x']);
});

it.each([
  ['right', 'check'],
  ['wrong', 'x'],
  ['missed', 'circle-dashed'],
  ['partly', 'contrast'],
  ['done', 'check'],
  ['info', 'info'],
] as const)('a verdict that is %s has the icon %s, which screen readers skip', (kind, name) => {
  const made = iconOf(kind);
  expect([made.querySelector('use')?.getAttribute('href'), made.getAttribute('aria-hidden'), made.getAttribute('class')]).toEqual([
    `#i-${name}`,
    'true',
    'c-icon',
  ]);
});
