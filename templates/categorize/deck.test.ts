// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, score } from './scoring.ts';
import type { Options } from './type.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'elementFromPoint');
});

const item = (token: string, group: string) => ({ token, text: `Carte ${token}`, html: `Carte ${token}`, groups: [group] });
const options: Options = {
  groups: [
    { token: 'f', text: 'Fournil', title: 'Fournil' },
    { token: 'm', text: 'Magasin', title: 'Magasin' },
  ],
  items: [item('a', 'f'), item('b', 'f'), item('c', 'm')],
  multiple: false,
};

function bench(answer: Answer | null = null, locked = false) {
  const one = mountType<Options, Answer>('categorize', mount, options, answer, locked);
  const find = (selector: string): HTMLElement => one.root.querySelector(selector) as HTMLElement;
  const group = (token: string): HTMLElement => find(`[data-place="${token}"]`);
  const card = (token: string): HTMLElement => find(`[data-chip="${token}"]`);
  /** Presses without counting as a double click. */
  const press = (element: HTMLElement): void => void element.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }));
  const key = (target: HTMLElement, key: string, more: KeyboardEventInit = {}): boolean =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  /** All that the page shows. */
  const shown = () => ({
    now: [...one.root.querySelectorAll<HTMLElement>('[data-now]')].map(({ dataset }) => dataset.chip).join(''),
    where: find('.categorize-where').textContent,
    visible: ['head', 'groups', 'full', 'back'].filter((name) => !find(`.categorize-${name}`).hidden).join(' '),
    isFull: find('.categorize').hasAttribute('data-full'),
    isUnder: find('.categorize-list').hasAttribute('data-under'),
    groups: ['f', 'm'].map(
      (token) => `${group(token).getAttribute('aria-pressed')} ${group(token).querySelector('.categorize-held')?.textContent}`,
    ),
    changes: [...one.root.querySelectorAll('.categorize-change')].map((button) => button.getAttribute('aria-label')),
  });
  return { ...one, find, group, card, press, key, shown };
}

const dealing = { isFull: false, visible: 'head groups', changes: [] };
const none = ['false ', 'false '];
const all: Answer = { a: ['f'], b: ['m'], c: ['m'] };

test('one card after the other is on top, until all are placed', () => {
  const { shown, press, group, announced, drafts } = bench();
  expect(shown()).toEqual({ ...dealing, now: 'a', where: 'Carte 1 sur 3', isUnder: true, groups: none });
  press(group('f'));
  const back = { ...dealing, visible: 'head groups back' };
  expect(shown()).toEqual({ ...back, now: 'b', where: 'Carte 2 sur 3', isUnder: true, groups: ['false 1 carte', 'false '] });
  press(group('m'));
  expect(shown()).toEqual({ ...back, now: 'c', where: 'Carte 3 sur 3', isUnder: false, groups: ['false 1 carte', 'false 1 carte'] });
  press(group('m'));
  expect(shown()).toEqual({
    now: '',
    where: '',
    visible: 'full',
    isFull: true,
    isUnder: false,
    groups: ['false 1 carte', 'false 2 cartes'],
    changes: ['Fournil, à changer\u00a0: Carte a', 'Magasin, à changer\u00a0: Carte b', 'Magasin, à changer\u00a0: Carte c'],
  });
  expect(drafts).toEqual([{ a: ['f'] }, { a: ['f'], b: ['m'] }, all]);
  expect(announced).toEqual([
    'Fournil. Carte 2 sur 3\u00a0: Carte b',
    'Magasin. Carte 3 sur 3\u00a0: Carte c',
    'Magasin. Toutes les cartes sont rangées. Vérifiez, ou touchez un groupe pour le changer.',
  ]);
});

test('the focus stays at the group without scrolling, and goes to the last sentence', () => {
  const focus = vi.spyOn(HTMLElement.prototype, 'focus');
  const { press, group, find } = bench({ a: ['f'] });
  press(group('m'));
  press(group('f'));
  expect(focus.mock.instances).toEqual([group('m'), find('.categorize-full')]);
  expect(focus.mock.calls).toEqual([[{ preventScroll: true }], [{ preventScroll: false }]]);
});

test('the card before is shown again, is announced, and its group has the focus', () => {
  const { shown, press, group, find, announced } = bench({ a: ['m'] });
  const focus = vi.spyOn(HTMLElement.prototype, 'focus');
  press(find('.categorize-back'));
  expect(shown()).toEqual({ ...dealing, now: 'a', where: 'Carte 1 sur 3', isUnder: true, groups: ['false ', 'true 1 carte'] });
  expect([announced, focus.mock.instances, focus.mock.calls]).toEqual([
    ['Carte 1 sur 3. Carte a'],
    [group('m')],
    [[{ preventScroll: true }]],
  ]);
});

test('after a change, the next open card of the pile is on top', () => {
  const { shown, press, group, find } = bench({ b: ['f'] });
  expect(shown()).toMatchObject({ now: 'a' });
  press(group('f'));
  press(find('.categorize-back'));
  expect(shown()).toMatchObject({ now: 'b', where: 'Carte 2 sur 3' });
  press(group('m'));
  expect(shown()).toMatchObject({ now: 'c' });
});

test('a changed card is the only one to place, and has all cards before it', () => {
  const { shown, press, card, group, drafts, mounted } = bench(all);
  press(card('c').querySelector('button') as HTMLElement);
  expect(shown()).toEqual({
    ...dealing,
    visible: 'head groups back',
    now: 'c',
    where: 'Carte 3 sur 3',
    isUnder: false,
    groups: ['false 1 carte', 'true 2 cartes'],
  });
  press(group('f'));
  expect([shown().visible, drafts, mounted.read?.()]).toEqual(['full', [{ ...all, c: ['f'] }], { ...all, c: ['f'] }]);
});

test('a new try deals the wrong cards in their order, each with its group', () => {
  const { shown, press, group, card, mounted, find, announced } = bench(all);
  mounted.show(verdictOf(score(options, { a: ['m'], b: ['m'], c: ['m'] }), false));
  expect(shown()).toMatchObject({ now: '', where: '', visible: '', isFull: true, changes: [] });
  mounted.show(null);
  expect(shown()).toEqual({ ...dealing, now: 'a', where: 'Carte 1 sur 2', isUnder: true, groups: ['true 1 carte', 'false 2 cartes'] });
  press(group('f'));
  expect(shown()).toMatchObject({ now: 'b', where: 'Carte 2 sur 2', visible: 'head groups back', isUnder: false });
  press(group('f'));
  const right = { a: ['f'], b: ['f'], c: ['m'] };
  expect([find('.categorize').hasAttribute('data-full'), announced.length, mounted.read?.()]).toEqual([true, 2, right]);
  press(card('c').querySelector('button') as HTMLElement);
  expect(shown()).toMatchObject({ now: 'c', where: 'Carte 3 sur 3' });
});

test('a new try begins at the first group if its card has none yet', () => {
  const { mounted, group, find, shown } = bench({ b: ['m'] });
  mounted.show(verdictOf(score(options, { b: ['m'] }), false));
  const focus = vi.spyOn(HTMLElement.prototype, 'focus');
  mounted.show(null);
  expect([focus.mock.instances, shown().now, find('.categorize-where').textContent]).toEqual([[group('f')], 'a', 'Carte 1 sur 3']);
});

test('a group that is pressed without a card changes nothing', () => {
  const { press, group, drafts, announced } = bench(all);
  press(group('f'));
  expect([drafts, announced]).toEqual([[], []]);
});

test('a card that is dropped on a group is placed there, unless the pile is locked', () => {
  vi.useFakeTimers();
  const made: Record<string, (...given: unknown[]) => unknown>[] = [];
  class Sortable {
    static get = () => undefined;
    constructor(_: unknown, options: (typeof made)[number]) {
      made.push(options);
    }
  }
  vi.stubGlobal('Sortable', Sortable);
  const { card, group, drafts, mounted } = bench();
  const hold = (): boolean => card('a').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
  const drop = (over: Element | null): void => {
    document.elementFromPoint = () => over;
    made[0]?.onStart?.({ item: card('a') });
    document.dispatchEvent(new PointerEvent('pointermove', { clientX: 9, clientY: 99 }));
    made[0]?.onEnd?.({ item: card('a'), oldIndex: 0, newIndex: 1 });
    vi.runAllTimers();
  };
  mounted.show(verdictOf(score(options, {}), false));
  hold();
  expect(made).toEqual([]);
  mounted.show(null);
  hold();
  drop(null);
  expect(drafts).toEqual([]);
  drop(group('m'));
  expect(drafts).toEqual([{ a: ['m'] }]);
});

test('a locked pile shows no card, and can’t be changed', () => {
  const { shown, key, group, drafts, root, mounted } = bench({ a: ['f'] }, true);
  const before = shown();
  mounted.show(null);
  expect(shown()).toEqual(before);
  expect(before).toEqual({
    now: '',
    where: '',
    visible: '',
    isFull: true,
    isUnder: true,
    groups: ['false 1 carte', 'false '],
    changes: [],
  });
  key(group('f'), '1');
  key(root.querySelector('.categorize-where') as HTMLElement, '1');
  expect(drafts).toEqual([]);
});

test('a key that is held down does not press a group again; elsewhere it is left to the browser', () => {
  const { key, group, find, drafts } = bench();
  const held = { repeat: true };
  expect([key(group('f'), 'Enter', held), key(group('f'), 'Enter'), key(find('.categorize-where'), 'Enter', held)]).toEqual([
    false,
    true,
    true,
  ]);
  key(find('.categorize-back'), '2');
  key(group('f'), '0');
  key(group('f'), '3');
  key(group('f'), 'x');
  expect(drafts).toEqual([{ a: ['m'] }]);
});

test('stored groups that are gone, or several, are read as one or none', () => {
  const { shown, mounted } = bench({ a: ['zz', 'm', 'f'], b: 'f', zz: ['f'] } as unknown as Answer);
  expect([shown().now, shown().groups]).toEqual(['c', ['false 2 cartes', 'false ']]);
  expect(mounted.read?.()).toEqual({ missing: 'Il reste une carte à ranger.', at: document.querySelector('.categorize-group') });
});
