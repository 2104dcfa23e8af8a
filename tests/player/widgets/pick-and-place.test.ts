// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { pickAndPlace } from '../../../src/player/widgets/pick-and-place.ts';

let log: string[] = [];
let open = true;
let putBack = (): void => {};

const find = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;
const covers = (): (string | undefined)[] => [...document.querySelectorAll('.c-here')].map((cover) => cover.parentElement?.dataset.place);

beforeEach(() => {
  document.body.innerHTML = `<div id="shelf">
    <button data-chip="a" aria-pressed="false">Seigle</button>
    <div data-place="x"><div data-chip="b">Froment <label>Tamisé <input type="checkbox"></label></div></div>
    <div data-place="y"><i></i></div>
    <div data-place="z" hidden></div>
  </div><div data-place="elsewhere"></div>`;
  log = [];
  open = true;
  putBack = pickAndPlace(find('#shelf'), {
    enabled: () => open,
    here: 'Placer ici',
    nameOf: ({ dataset }) => `étagère ${dataset.place}`,
    picked: ({ dataset }) => log.push(`picked ${dataset.chip}`),
    // Nothing is picked up any more when the type moves the chip.
    place: (chip, place) => covers().length === 0 && log.push(`${chip.dataset.chip} → ${place.dataset.place}`),
  });
});

describe('picking up', () => {
  it('says which places can be meant, and where each is', () => {
    find('[data-chip="a"]').click();
    expect([log, covers()]).toEqual([['picked a'], ['x', 'y']]);
    expect(find('[data-chip="a"]').getAttribute('aria-pressed')).toBe('true');
    expect(find('[data-place="y"]').hasAttribute('data-target')).toBe(true);
    const here = find('[data-place="y"] > .c-here');
    expect([here.getAttribute('aria-label'), here.textContent, here.getAttribute('type')]).toEqual([
      'Placer ici, étagère y',
      'Placer ici',
      'button',
    ]);
    expect(find('[data-place="y"]').innerHTML).toMatch(/^<i><\/i><button[^>]*>Placer ici<\/button>$/);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    expect([covers(), find('[data-chip="a"]').hasAttribute('data-picked')]).toEqual([['x', 'y'], true]);
    find('[data-chip="b"]').click();
    expect(find('[data-chip="b"]').hasAttribute('aria-pressed')).toBe(false);
  });

  it('leaves out the place where the chip lies', () => {
    find('[data-chip="b"]').click();
    expect(covers()).toEqual(['y']);
  });

  it('is put back by a second touch, by Escape, by the type', () => {
    for (const back of [
      () => find('[data-chip="a"]').click(),
      () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
      putBack,
    ]) {
      find('[data-chip="a"]').click();
      back();
      expect([covers(), find('[data-chip="a"]').getAttribute('aria-pressed'), document.querySelector('[data-target]')]).toEqual([
        [],
        'false',
        null,
      ]);
    }
  });

  it('changes to another chip', () => {
    find('[data-chip="b"]').click();
    find('[data-chip="a"]').click();
    expect([log, covers(), find('[data-chip="b"]').hasAttribute('data-picked')]).toEqual([['picked b', 'picked a'], ['x', 'y'], false]);
  });

  it('leaves controls in a chip alone', () => {
    find('[data-chip="b"]').insertAdjacentHTML('beforeend', '<a>Fiche</a><button>Loupe</button><select><option>1</option></select>');
    for (const control of ['input', 'label', 'a', '[data-chip="b"] > button', 'select']) find(control).click();
    expect(log).toEqual([]);
  });

  it('does nothing while the type allows none', () => {
    open = false;
    find('[data-chip="a"]').click();
    expect([log, covers()]).toEqual([[], []]);
  });

  it('takes the focus to the first place when a key did it, not a pointer', () => {
    const before = document.activeElement;
    find('[data-chip="a"]').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    expect([covers(), document.activeElement === before]).toEqual([['x', 'y'], true]);
    putBack();
    find('[data-chip="a"]').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }));
    expect(document.activeElement).toBe(find('.c-here'));
    find('[data-chip="a"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(document.activeElement).toBe(find('[data-chip="a"]'));
  });
});

it('places what is picked up, once', () => {
  find('[data-chip="a"]').click();
  find('[data-place="y"] > .c-here').click();
  expect([log, covers()]).toEqual([['picked a', 'a → y'], []]);
  find('[data-place="y"]').click();
  expect(log).toHaveLength(2);
});
