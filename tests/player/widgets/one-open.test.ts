// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openOneOf } from '../../../src/player/widgets/one-open.ts';

const TWO = '<details><summary>Matin</summary></details><details open><summary>Soir</summary></details>';

/** Puts two parts of an activity on a page. @returns their elements */
function put(step: string): HTMLDetailsElement[] {
  document.body.innerHTML = `<div class="${step}"><section id="a-carnet" data-activity="carnet">${TWO}</section></div><button data-action="whole"></button>`;
  return [...document.querySelectorAll('details')];
}

afterEach(() => {
  delete document.body.dataset.whole;
  vi.restoreAllMocks();
});

describe('parts of which one is open at a time', () => {
  it('have one name, until whole pages are asked for', () => {
    const parts = put('c-screen');
    const whole = vi.fn();
    expect(openOneOf(parts, whole)).toBe(true);
    expect(parts.map(({ name }) => name)).toEqual(['a-carnet', 'a-carnet']);
    document.querySelector('button')?.click();
    expect(parts.map(({ name }) => name)).toEqual(['', '']);
    expect(whole).toHaveBeenCalledOnce();
    expect(openOneOf(parts.slice(0, 1))).toBe(true);
  });

  it('are left alone on a whole page', () => {
    expect([openOneOf(put('c-page')), openOneOf([])]).toEqual([false, false]);
    document.body.dataset.whole = '';
    const parts = put('c-screen');
    expect(openOneOf(parts)).toBe(false);
    expect(parts.some(({ name }) => name)).toBe(false);
  });

  it('keep the title in sight that was pressed to open one, not one that stays closed', async () => {
    const seen: unknown[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function scrollIntoView(this: Element, how) {
      seen.push([this.textContent, how]);
    });
    const parts = put('c-screen');
    openOneOf(parts);
    for (const part of parts) part.querySelector('summary')?.click();
    const [morning, evening] = parts as [HTMLDetailsElement, HTMLDetailsElement];
    [morning.open, evening.open] = [false, true];
    await expect.poll(() => seen).toEqual([['Soir', { block: 'nearest' }]]);
  });
});
