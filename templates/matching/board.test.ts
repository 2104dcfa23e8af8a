// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, largest } from './scoring.ts';
import type { Options } from './type.ts';

const pair = (token: string, left: string, right: string) => ({ token, left, leftText: left, right, rightText: right, target: token });

const tram: Options = {
  columns: ['Pièce', 'Rôle'],
  pairs: [pair('a', '\nSable ', 'Adhérer'), pair('b', 'Patin', 'Freiner'), pair('c', 'Cloche', 'Avertir')],
  targets: ['Adhérer', 'Freiner', 'Avertir', 'Éclairer'].map((text, index) => ({
    token: 'abcd'[index] ?? '',
    text,
    html: `<b>${text}</b>`,
  })),
};

function board(answer: Answer | null = null, locked = false) {
  Handlebars.registerHelper('scramble', (list: readonly unknown[]) => list);
  const bench = mountType<Options, Answer>('matching', mount, tram, answer, locked);
  const all = (selector: string): HTMLButtonElement[] => [...bench.root.querySelectorAll<HTMLButtonElement>(selector)];
  const one = (selector: string, index: number): HTMLButtonElement => all(selector)[index] as HTMLButtonElement;
  const marked = (name: string): boolean[] => all('.matching-row').map((row) => row.hasAttribute(name));
  return {
    ...bench,
    slot: (index: number) => one('.matching-slot', index),
    off: (index: number) => one('.matching-off', index),
    chip: (index: number) => one('.c-chip', index),
    row: (index: number) => one('.matching-row', index),
    slots: () => all('.matching-slot').map((slot) => slot.textContent?.replace(/\u202f/g, ' ')),
    waiting: () => marked('data-waits').indexOf(true),
    marked,
    pressed: () => all('.c-chip').findIndex((chip) => chip.getAttribute('aria-pressed') === 'true'),
    spoken: () => bench.announced.map((text) => text.replace(/[\u00a0\u202f]/g, ' ')),
  };
}

/** Presses the mouse on an element. */
const point = (at: HTMLElement): boolean => at.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }));
const leave = (at: HTMLElement): boolean => at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));

describe('a row that waits for its label', () => {
  it('is announced, and stops waiting when it is pressed again', () => {
    const { slot, waiting, spoken, slots, chip } = board();
    slot(1).click();
    expect([waiting(), spoken(), slots()]).toEqual([1, ['Patin : choisissez son étiquette.'], ['À relier', 'Laquelle ?', 'À relier']]);
    expect(document.activeElement).toBe(chip(0));
    slot(1).click();
    expect([waiting(), spoken().length, slots()[1], document.activeElement]).toEqual([-1, 1, 'À relier', slot(1)]);
  });

  it('keeps the focus where a pointer pressed it', () => {
    const { slot, row } = board();
    point(row(2));
    expect(document.activeElement).toBe(slot(2));
  });

  it('is followed by the first empty row from the top where a pointer has filled the last one', () => {
    const { slot, chip, waiting, drafts } = board({ a: 'a' });
    point(slot(2));
    point(chip(2));
    expect([waiting(), drafts, document.activeElement]).toEqual([1, [{ a: 'a', c: 'c' }], slot(2)]);
  });

  it('gives way to another row', () => {
    const { slot, waiting, drafts } = board();
    slot(0).click();
    slot(2).click();
    expect([waiting(), drafts]).toEqual([2, []]);
  });

  it('ignores other keys than Escape', () => {
    const { slot, chip, waiting } = board();
    slot(0).click();
    chip(0).dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    expect(waiting()).toBe(0);
    leave(chip(0));
    expect(waiting()).toBe(-1);
  });

  it('takes the labels with it if the rows fill the screen', () => {
    const { root, slot, row } = board();
    const tray = root.querySelector('.matching-tray');
    const host = root.querySelector('.matching') as HTMLElement;
    const tall = (share: number) => Object.defineProperty(host, 'offsetHeight', { value: innerHeight * share, configurable: true });
    slot(1).click();
    expect(host.lastElementChild).toBe(tray);
    tall(0.75);
    slot(0).click();
    expect(host.lastElementChild).toBe(tray);
    tall(0.76);
    slot(2).click();
    expect(row(2).lastElementChild).toBe(tray);
    slot(2).click();
    expect(host.lastElementChild).toBe(tray);
  });
});

describe('a label that waits for its row', () => {
  it('offers each empty row as its place, and moves the focus there for a keyboard', () => {
    const { chip, slot, slots, marked, pressed } = board({ b: 'b' });
    chip(2).click();
    expect([pressed(), document.activeElement, slots()]).toEqual([2, slot(0), ['Placer ici', 'Freiner', 'Placer ici']]);
    expect([marked('data-target'), marked('data-joined')]).toEqual([
      [true, true, true],
      [false, true, false],
    ]);
    leave(slot(0));
    expect([pressed(), document.activeElement, marked('data-target')]).toEqual([-1, chip(2), [false, false, false]]);
  });

  it('stops waiting when it is pressed again, or another one; a pointer keeps its focus', () => {
    const { chip, pressed, drafts, spoken } = board();
    chip(1).focus();
    point(chip(1));
    expect([pressed(), document.activeElement]).toEqual([1, chip(1)]);
    point(chip(1));
    expect([pressed(), drafts, spoken()]).toEqual([-1, [], ['Freiner : indiquez sa place.']]);
    chip(0).click();
    chip(2).click();
    expect([pressed(), drafts, spoken().slice(1)]).toEqual([2, [], ['Adhérer : indiquez sa place.', 'Avertir : indiquez sa place.']]);
  });

  it('is put by a pointer into the row that is pressed next, and no other row waits', () => {
    const { chip, slot, row, drafts, waiting, pressed } = board();
    point(chip(3));
    point(row(1));
    expect([drafts, waiting(), pressed(), document.activeElement]).toEqual([[{ b: 'd' }], -1, -1, slot(1)]);
  });

  it('replaces the label of a row', () => {
    const { chip, slot, slots, drafts, spoken } = board({ a: 'b' });
    chip(0).click();
    slot(0).click();
    expect([drafts, slots()[0], spoken().at(-1)]).toEqual([[{ a: 'a' }], 'Adhérer', 'Adhérer, placé avec : Sable']);
    expect(slot(0).innerHTML).toBe('<b>Adhérer</b>');
  });
});

describe('a label in a row', () => {
  it('can be removed by its own button only', () => {
    const { off, slot, drafts, spoken, waiting } = board({ a: 'a', c: 'c' });
    expect([0, 1, 2].map((index) => off(index).hidden)).toEqual([false, true, false]);
    slot(1).click();
    off(0).click();
    expect([drafts, spoken().at(-1), document.activeElement, off(0).hidden, waiting()]).toEqual([
      [{ c: 'c' }],
      'Sable : à relier',
      slot(0),
      true,
      -1,
    ]);
  });

  it('is not removed, moved or shown as removable once the answer is locked', () => {
    const { off, row, chip, slots, drafts, waiting, slot } = board({ a: 'a' }, true);
    expect([off(0).hidden, chip(0).disabled, slot(1).disabled]).toEqual([true, true, true]);
    for (const element of [off(0), row(1)]) point(element);
    expect([drafts, slots(), waiting()]).toEqual([[], ['Adhérer', 'À relier', 'À relier'], -1]);
  });

  it('follows a link or a control in the text of a row without selecting the row', () => {
    const { row, waiting } = board();
    row(0).querySelector('.matching-left')?.insertAdjacentHTML('beforeend', '<a href="#x">voir</a><i role="button">agrandir</i>');
    for (const control of ['a', '[role]']) (row(0).querySelector(control) as HTMLElement).click();
    expect(waiting()).toBe(-1);
  });
});

describe('dragging', () => {
  interface Drag {
    readonly filter: (event: { target: Element }, chip: Element) => boolean;
    readonly onStart: (event: { item: Element }) => void;
    readonly onEnd: (event: { item: Element; oldIndex: number; newIndex: number }) => void;
  }
  let made: Drag | undefined;
  const from = document.elementFromPoint;

  afterEach(() => {
    vi.useRealTimers();
    delete (window as { Sortable?: unknown }).Sortable;
    document.elementFromPoint = from;
  });

  /** Drags a label over an element and drops it there. */
  function drag(item: HTMLElement, over: Element | null): void {
    vi.useFakeTimers();
    class Fake {
      static get(): undefined {
        return undefined;
      }
      constructor(_: Element, options: Drag) {
        made = options;
      }
    }
    Object.assign(window, { Sortable: Fake });
    document.elementFromPoint = () => over;
    item.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    made?.onStart({ item });
    document.dispatchEvent(new PointerEvent('pointermove', { clientX: 5, clientY: 100 }));
    made?.onEnd({ item, oldIndex: 0, newIndex: 0 });
    vi.runAllTimers();
  }

  it('puts a label in the row where it is dropped, and selects no other row', () => {
    const { chip, row, slot, drafts, waiting, pressed } = board();
    slot(0).click();
    drag(chip(2), row(1).querySelector('[data-place]'));
    expect([drafts, waiting(), pressed(), document.activeElement]).toEqual([[{ b: 'c' }], -1, -1, slot(1)]);
  });

  it('changes nothing if the label is dropped elsewhere, but clears the selection', () => {
    const { chip, slot, drafts, waiting } = board();
    slot(0).click();
    drag(chip(2), null);
    expect([drafts, waiting()]).toEqual([[], -1]);
  });

  it('is off once the answer is locked', () => {
    const { chip, row, drafts } = board(null, true);
    made = undefined;
    drag(chip(0), row(1).querySelector('[data-place]'));
    expect([drafts, made]).toEqual([[], undefined]);
  });
});

it('stays locked whatever is shown, and takes a row without a verdict for a missed one', () => {
  const { mounted, slot, marks, spoken, drafts } = board({ a: 'a' }, true);
  mounted.show(null);
  expect(slot(1).disabled).toBe(true);
  mounted.show({ ratio: 0, parts: { a: 'wrong' }, final: false, outcome: 'wrong' });
  expect([marks(), drafts, spoken()]).toEqual([['À revoir', 'Réponse attendue', 'Réponse attendue'], [], []]);
});

it('counts the joined rows, and lists them in their order', () => {
  const { root, mounted } = board({ c: 'c', a: 'b' });
  expect(root.querySelector('.matching-count')?.textContent).toBe('2 lignes reliées sur 3');
  expect(mounted.text?.()).toBe('Sable → Freiner\nPatin → …\nCloche → Avertir');
  expect(board({ a: 'a', b: 'b', c: 'c' }).mounted.read?.()).toEqual({ a: 'a', b: 'b', c: 'c' });
});

it('has a largest answer with a target of its own for each row', () => {
  const values = Object.values(largest(tram));
  expect([values.length, new Set(values).size, values.every((value) => 'abcd'.includes(String(value)))]).toEqual([3, 3, true]);
});
