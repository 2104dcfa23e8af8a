// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fresh, last, noted, openFrame, tried, wrong } from './open-frame.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test.each([
  ['input[type=text]', 'Enter', true],
  ['input[type=text]', 'a', false],
  ['input[type=radio]', 'Enter', false],
  ['input[type=checkbox]', 'Enter', false],
  ['textarea', 'Enter', false],
  ['#in', 'Enter', false],
])('in %s, %s submits: %s', (selector, key, submits) => {
  const { all, take } = openFrame();
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  all(selector).dispatchEvent(event);
  expect([event.defaultPrevented, take().length > 0, document.activeElement === all('button')]).toEqual([submits, submits, submits]);
});

test('Enter does nothing in an activity without a button', () => {
  const { all, take } = openFrame({}, {}, '');
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  all('input').dispatchEvent(event);
  expect([event.defaultPrevented, take()]).toEqual([false, []]);
});

test.each([
  ['no limit of tries', {}, tried(wrong), false, 'fin'],
  ['tries that are left', { attempts: 2 }, tried(wrong), false, ''],
  ['the last try', { attempts: 2 }, tried(last), false, 'fin'],
  ['something noted', { attempts: 2 }, tried(noted), false, 'fin'],
  ['a draft', {}, { ...fresh, answer: 'b' }, false, ''],
  ['a withheld verdict', { quiz: 'bilan' }, tried(last), true, ''],
  ['an answer without content', {}, { ...tried(noted), answer: {} }, false, ''],
] as const)('after %s, the explanation is « %4$s »', (_, more, standing, withheld, shown) => {
  const { frame, now, all, world } = openFrame({ ...more, after: 'fin' });
  now.withheld = withheld;
  now.standing = standing;
  frame.render();
  const box = all('.c-outcome > :last-child');
  expect([world.activity.after, box.hidden ? '' : box.textContent]).toEqual(['fin', shown]);
});

test.each([
  ['is shown', {}, 'b', false, 'Pas tout à fait. Vous pouvez réessayer.'],
  ['is that it was noted, if withheld', { quiz: 'bilan' }, 'b', true, 'C’est noté.'],
  ['is absent for an answer without content', {}, {}, false, ''],
] as const)('the verdict %s', (_, more, answer, withheld, text) => {
  const { frame, now, verdict } = openFrame(more);
  now.withheld = withheld;
  now.standing = { ...tried(wrong), answer };
  frame.render();
  expect(verdict()).toBe(text);
});

test('all that depends on the outcome is shown, in its order, before the explanation', () => {
  const cases = [
    { when: ['wrong' as const], after: 'un ' },
    { when: ['right' as const], after: 'non ' },
    { when: ['partly' as const, 'wrong' as const], after: 'deux ' },
  ];
  const { frame, now, all } = openFrame({ cases, after: 'fin' });
  now.standing = tried(wrong);
  frame.render();
  expect(all('.c-outcome > :last-child').textContent).toBe('un deux fin');
});

test('a composed activity shows its result itself', () => {
  const { frame, now, verdict, world, root } = openFrame();
  Object.assign(world.context, { inner: {} });
  now.standing = tried(wrong);
  frame.render();
  expect([verdict(), root.dataset.state]).toEqual(['', 'wrong']);
});
