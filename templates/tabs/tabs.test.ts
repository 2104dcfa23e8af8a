// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type BenchState, type CardBench, mountCards } from '../../tests/helpers/mount-cards.ts';
import { mount } from './runtime.ts';

const wide = { matches: true, onchange: null as (() => void) | null };

beforeEach(() => {
  wide.matches = true;
  vi.stubGlobal('matchMedia', () => wide);
});

const voices = (count: number, state?: BenchState) =>
  mountCards(
    'tabs',
    mount,
    ['Le conducteur', 'L’agente', 'Le voyageur', 'La maire', 'Le mécanicien']
      .slice(0, count)
      .map((title) => ({ title, content: `<p class="dit">${title} parle.</p>` })),
    state,
  );

const tabs = (bench: CardBench): HTMLElement[] => [...bench.root.querySelectorAll<HTMLElement>('[role="tab"]')];
const selected = (bench: CardBench): string[] =>
  tabs(bench)
    .filter((tab) => tab.getAttribute('aria-selected') === 'true')
    .map((tab) => tab.id);
const shown = (bench: CardBench): number[] =>
  [...bench.root.querySelectorAll<HTMLDetailsElement>('details')].flatMap((item, index) => (item.open && !item.hidden ? [index] : []));
const press = (key: string): void =>
  void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('tabs where there is room', () => {
  it('name their panels, and the panels their tabs', () => {
    const bench = voices(3);
    expect(bench.root.querySelector('[role="tablist"]')?.getAttribute('aria-labelledby')).toBe('a-depot-label');
    for (const tab of tabs(bench)) {
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      expect(['role', 'aria-labelledby', 'tabindex'].map((name) => panel?.getAttribute(name))).toEqual(['tabpanel', tab.id, '0']);
      expect([tab.id, tab.getAttribute('type'), tab.className]).toEqual([`${panel?.id}-tab`, 'button', 'tabs-tab']);
    }
    expect(bench.root.firstElementChild?.firstElementChild?.getAttribute('role')).toBe('tablist');
  });

  it('are chosen by a press on what is inside them, and stay where they are', () => {
    const bench = voices(3);
    const box = bench.root.firstElementChild as HTMLElement;
    const moved = vi.spyOn(box, 'prepend');
    tabs(bench)[2]?.append(document.createElement('i'));
    tabs(bench)[2]?.querySelector('i')?.click();
    expect(shown(bench)).toEqual([2]);
    tabs(bench)[0]?.click();
    expect([shown(bench), moved.mock.calls]).toEqual([[0], []]);
    // Hidden parts are open: what is in them is found by the page.
    expect([...box.querySelectorAll('details')].map(({ open }) => open)).toEqual([true, true, true]);
  });

  it('leave other keys, and presses between them, to the page', () => {
    const bench = voices(3);
    tabs(bench)[1]?.click();
    tabs(bench)[1]?.focus();
    const taken = ['ArrowRight', 'Home', 'ArrowDown', 'Tab', 'Enter'].filter((key) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(taken).toEqual(['ArrowRight', 'Home']);
    tabs(bench)[2]?.click();
    bench.root.querySelector<HTMLElement>('[role="tablist"]')?.click();
    expect(shown(bench)).toEqual([2]);
  });

  it('show the first, which saves nothing yet', async () => {
    const bench = voices(3);
    await bench.settled();
    expect(shown(bench)).toEqual([0]);
    expect([bench.drafts, bench.submitted]).toEqual([[], []]);
  });

  // A screen reader announced a tab as seen at its first visit.
  it('are called seen once they were left, not as they are reached', async () => {
    const bench = voices(3);
    const names = () => tabs(bench).map((tab) => tab.textContent?.trim());
    await bench.settled();
    expect(names()).toEqual(['Le conducteur', 'L’agente', 'Le voyageur']);
    tabs(bench)[0]?.focus();
    press('ArrowRight');
    await bench.settled();
    expect(names()).toEqual(['Le conducteur (déjà vue)', 'L’agente', 'Le voyageur']);
    press('ArrowRight');
    await bench.settled();
    expect(names()).toEqual(['Le conducteur (déjà vue)', 'L’agente (déjà vue)', 'Le voyageur']);
    expect(bench.ticked()).toContain('Le voyageur');
  });

  it('move by arrows, round the ends, with one stop for Tab', () => {
    const bench = voices(4);
    tabs(bench)[0]?.focus();
    for (const [name, place] of [
      ['ArrowLeft', 3],
      ['ArrowRight', 0],
      ['End', 3],
      ['ArrowLeft', 2],
      ['Home', 0],
    ] as const) {
      press(name);
      expect([selected(bench), shown(bench)]).toEqual([[tabs(bench)[place]?.id], [place]]);
      expect(document.activeElement).toBe(tabs(bench)[place]);
      expect(tabs(bench).map((tab) => tab.tabIndex)).toEqual([0, 1, 2, 3].map((index) => (index === place ? 0 : -1)));
    }
    expect(bench.drafts).toEqual([
      ['a', 'd'],
      ['a', 'c', 'd'],
    ]);
  });

  it('are done once each was chosen', () => {
    const bench = voices(3);
    for (const tab of tabs(bench)) tab.click();
    expect(bench.submitted).toEqual([['a', 'b', 'c']]);
  });

  it('have no tabs for tabs that are inside them', () => {
    const inner =
      '<div class="tabs"><details class="tabs-item" data-token="z"><summary>Dedans</summary><div class="c-details-body"></div></details></div>';
    const bench = mountCards('tabs', mount, [
      { title: 'Un', content: inner },
      { title: 'Deux', content: '<p>Deux</p>' },
    ]);
    expect(tabs(bench)).toHaveLength(2);
    tabs(bench)[1]?.click();
    expect(bench.submitted).toEqual([['a', 'b']]);
  });

  it('open on what the shell leads to', () => {
    const bench = voices(3);
    bench.root.querySelectorAll('.dit')[1]?.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true }));
    expect([shown(bench), bench.drafts]).toEqual([[1], [['a', 'b']]]);
  });
});

describe('tabs where there is none', () => {
  it('are an accordion when there are more than four', () => {
    const bench = voices(5);
    expect(bench.root.querySelector('[role], [aria-labelledby], [tabindex]')).toBeNull();
    expect(shown(bench)).toEqual([]);
    expect(bench.root.querySelector('[role="tabpanel"]')).toBeNull();
    bench.press('summary');
    expect(bench.submitted).toEqual([['a', 'b', 'c', 'd', 'e']]);
  });

  it('keep the focus of a tab that goes, on its title in the accordion', () => {
    const bench = voices(3);
    tabs(bench)[1]?.click();
    tabs(bench)[1]?.focus();
    wide.matches = false;
    wide.onchange?.();
    expect(document.activeElement).toBe(bench.root.querySelectorAll('summary')[1]);
    (document.activeElement as HTMLElement).blur();
    wide.matches = true;
    wide.onchange?.();
    wide.matches = false;
    wide.onchange?.();
    expect(document.activeElement?.localName).toBe('body');
  });

  it('leave open what was opened where they are an accordion at any width', () => {
    const bench = voices(5);
    bench.press('.tabs-item:nth-of-type(3) > summary');
    wide.matches = false;
    wide.onchange?.();
    expect([shown(bench), bench.drafts]).toEqual([[2], [['c']]]);
  });

  it('are an accordion on a phone, of which nothing was seen yet', async () => {
    wide.matches = false;
    const bench = voices(3);
    await bench.settled();
    expect([shown(bench), bench.ticked(), bench.root.querySelector('[role]')]).toEqual([[], [], null]);
    bench.press('summary');
    expect(bench.submitted).toEqual([['a', 'b', 'c']]);
  });

  it('save nothing when a phone is turned', () => {
    wide.matches = false;
    const bench = voices(3);
    wide.matches = true;
    wide.onchange?.();
    expect([shown(bench), bench.drafts]).toEqual([[0], []]);
  });

  it('keep only what was being read open, of four as well', () => {
    const bench = voices(4);
    tabs(bench)[2]?.click();
    wide.matches = false;
    wide.onchange?.();
    expect(shown(bench)).toEqual([2]);
  });

  it('keep open what was being read when the window narrows, and come back', () => {
    const bench = voices(3);
    tabs(bench)[1]?.click();
    wide.matches = false;
    wide.onchange?.();
    const items = [...bench.root.querySelectorAll<HTMLDetailsElement>('details')];
    expect(items.map((item) => [item.hidden, item.open])).toEqual([
      [false, false],
      [false, true],
      [false, false],
    ]);
    expect([bench.root.querySelector('[role], [tabindex]'), document.querySelector('.tabs-on')]).toEqual([null, null]);
    wide.matches = true;
    wide.onchange?.();
    expect(document.querySelector('.tabs-on')).toBe(bench.root.firstElementChild);
    expect([shown(bench), selected(bench)]).toEqual([[1], [tabs(bench)[1]?.id]]);
    expect(bench.drafts).toEqual([['a', 'b']]);
  });
});
