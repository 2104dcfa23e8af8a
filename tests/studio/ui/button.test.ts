// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '../../../build/studio/ui/button.tsx';
import { button, draw, icons, press, undraw } from '../../helpers/drawn.ts';

afterEach(undraw);

const classes = (): readonly string[] => button(/./).className.split(' ');

test('a button with words needs no other name, and sends no form', async () => {
  const onClick = vi.fn();
  await draw(h(Button, { onClick, children: 'Bake' }));
  const one = button('Bake');
  expect([one.type, one.hasAttribute('aria-label'), one.hasAttribute('title'), icons()]).toEqual(['button', false, false, []]);
  expect(classes()).toEqual(['s-button', 's-plain']);
  await press('Bake');
  expect(onClick).toHaveBeenCalledOnce();
});

test('a button with an icon alone is named for screen readers and for the pointer', async () => {
  await draw(h(Button, { icon: 'x', label: 'Close', look: 'quiet' }));
  const one = button('Close');
  expect([one.getAttribute('aria-label'), one.title, one.textContent, icons()]).toEqual(['Close', 'Close', '', ['x']]);
  expect([classes(), one.querySelector('.s-button-text')]).toEqual([['s-button', 's-quiet', 's-only-icon'], null]);
});

test('a button with a label has the look of an icon button, whatever it contains; an icon without a label does not', async () => {
  await draw(h(Button, { icon: 'x', label: 'Close', children: '2' }));
  expect([classes().includes('s-only-icon'), button('Close').querySelector('.s-button-text')?.textContent]).toEqual([true, '2']);
  await draw(h(Button, { icon: 'x', 'aria-label': 'Close' }));
  expect(document.querySelector('button')?.className).toBe('s-button s-plain');
});

test('the icon stands before the words', async () => {
  await draw(h(Button, { icon: 'x', children: 'Close' }));
  expect([...button('Close').children].map(({ tagName }) => tagName)).toEqual(['svg', 'SPAN']);
});

test('a button may send the form that it is in', async () => {
  await draw(h(Button, { submits: true, children: 'Send' }));
  expect(button('Send').type).toBe('submit');
});

test('looks, sizes and attributes of the browser’s own are kept', async () => {
  await draw(h(Button, { look: 'danger', large: true, more: 's-end', disabled: true, 'aria-expanded': false, children: 'Remove' }));
  expect(classes()).toEqual(['s-button', 's-danger', 's-large', 's-end']);
  expect([button('Remove').disabled, button('Remove').getAttribute('aria-expanded')]).toEqual([true, 'false']);
});
