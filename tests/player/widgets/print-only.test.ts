// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { printOnly } from '../../../src/player/widgets/print-only.ts';

test('a paper beside the page is printed with all that is around it', () => {
  document.body.innerHTML = '<div><p class="c-paper">a</p></div>';
  window.print = vi.fn();
  printOnly(document.querySelector('.c-paper') as HTMLElement);
  const marked = [...document.querySelectorAll('.c-only')].map(({ tagName }) => tagName);
  window.dispatchEvent(new Event('afterprint'));
  expect([marked, document.querySelector('.c-only')]).toEqual([['HTML', 'BODY', 'DIV'], null]);
});

test('what is around a paper is marked while it is printed', () => {
  document.body.innerHTML = '<main class="c-main"><section class="c-page"><div><p class="c-paper">a</p></div></section></main>';
  const marked = () => [...document.querySelectorAll('.c-only')].map(({ tagName }) => tagName);
  const print = vi.fn(() => {
    expect(marked()).toEqual(['SECTION', 'DIV']);
    expect(document.querySelector('section')?.className).toBe('c-page c-only');
  });
  window.print = print;
  printOnly(document.querySelector('.c-paper') as HTMLElement);
  expect(print).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event('afterprint'));
  expect(marked()).toEqual([]);
  // A later print of the page is none of ours.
  const later = document.querySelector('div');
  later?.classList.add('c-only');
  window.dispatchEvent(new Event('afterprint'));
  expect(marked()).toEqual(['DIV']);
});

test('a browser that waits until the paper is printed leaves no mark behind', () => {
  document.body.innerHTML = '<main class="c-main"><div><p class="c-paper">a</p></div></main>';
  window.print = () => void window.dispatchEvent(new Event('afterprint'));
  printOnly(document.querySelector('.c-paper') as HTMLElement);
  expect(document.querySelector('.c-only')).toBeNull();
});
