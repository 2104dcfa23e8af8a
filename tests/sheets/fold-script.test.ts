// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { FOLD_SCRIPT, FOLD_SOURCE } from '../../build/sheets/fold-script.ts';

const isOpen = () => [...document.querySelectorAll('details')].map((part) => part.open);

test('two buttons fold and unfold; a link opens what it leads to', () => {
  document.body.innerHTML = `<p class="s-folds" hidden><button value="unfold">+</button><button value="fold">-</button><i>x</i></p>
    <details class="s-fold" open><details id="dedans"><p id="là">a</p></details></details><details class="s-fold" open></details>`;
  new Function(FOLD_SCRIPT)();
  const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
  expect(document.querySelector<HTMLElement>('.s-folds')?.hidden).toBe(false);
  press('i');
  expect(isOpen()).toEqual([true, false, true]);
  press('[value=fold]');
  expect(isOpen()).toEqual([false, false, false]);
  press('[value=unfold]');
  expect(isOpen()).toEqual([true, true, true]);
  for (const part of document.querySelectorAll('details')) part.open = false;
  const goal = document.querySelector('p#là') as HTMLElement;
  goal.scrollIntoView = vi.fn();
  location.hash = '#l%C3%A0';
  window.dispatchEvent(new Event('hashchange'));
  expect(isOpen()).toEqual(
    [true, false, false].map((_, index) => index === 0 || document.querySelectorAll('details')[index]?.id === 'dedans'),
  );
  expect(goal.scrollIntoView).toHaveBeenCalledTimes(1);
  location.hash = '#nowhere';
  window.dispatchEvent(new Event('hashchange'));
});

test('the policy of the page allows this script alone', () => {
  expect(FOLD_SOURCE).toBe(`'sha256-${createHash('sha256').update(FOLD_SCRIPT).digest('base64')}'`);
});
