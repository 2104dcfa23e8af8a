// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { stayingAt } from '../../src/player/calm.ts';
import { openStage, type Stage } from './stage.ts';

const isCalm = (stage: Stage, id: string): boolean => stage.activity(id).dataset.calm !== undefined;

/** Presses a key; false where it is ignored. */
function key(target: Element, name: string, repeat = false): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { key: name, repeat, bubbles: true, cancelable: true }));
}

function click(target: Element, detail: number): boolean {
  return target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
}

function wronglyChecked(): Stage {
  const stage = openStage();
  stage.tick('levain', 'b');
  stage.button('levain').click();
  return stage;
}

describe('an activity whose button has shown a verdict', () => {
  it('ignores the second press, and takes the next one after a moment', async () => {
    const stage = wronglyChecked();
    stage.button('levain').click();
    expect([stage.activity('levain').dataset.state, stage.tracker.standing('levain').tries, isCalm(stage, 'levain')]).toEqual([
      'wrong',
      1,
      true,
    ]);
    await expect.poll(() => isCalm(stage, 'levain')).toBe(false);
    stage.button('levain').click();
    expect([stage.activity('levain').dataset.state, isCalm(stage, 'levain')]).toEqual(['draft', true]);
    // Nor does « Vérifier », which came back, take the second press of a double click on « Réessayer ».
    stage.button('levain').click();
    expect(stage.tracker.standing('levain').tries).toBe(1);
  });

  it('ignores presses of its options, and of nothing else', () => {
    const stage = wronglyChecked();
    const [one] = stage.activity('levain').querySelectorAll('input');
    const [other] = stage.activity('gestes').querySelectorAll('input');
    for (const [input, taken] of [
      [one, false],
      [other, true],
    ] as const) {
      expect(input?.dispatchEvent(new Event('pointerdown', { bubbles: true, cancelable: true }))).toBe(taken);
      expect(key(input as Element, ' ')).toBe(taken);
      const { checked } = input as HTMLInputElement;
      input?.click();
      expect(input?.checked !== checked).toBe(taken);
    }
  });

  it('ignores Enter and Space, and leaves the focus free to go on', () => {
    const stage = wronglyChecked();
    const button = stage.button('levain');
    expect(['Enter', ' ', 'Tab', 'ArrowDown', 'Escape'].map((name) => key(button, name))).toEqual([false, false, true, true, true]);
  });

  it('is not tried again by a key held down, nor by a slow double click', async () => {
    const stage = wronglyChecked();
    const button = stage.button('levain');
    await stage.rested();
    expect([key(button, 'Enter', true), click(button, 2), key(button, 'Enter'), click(button, 1)]).toEqual([false, false, true, true]);
    expect(stage.activity('levain').dataset.state).toBe('draft');
  });

  it('loses no character that is typed', () => {
    const stage = openStage();
    stage.type('recette', 'Farine');
    stage.button('recette').click();
    const field = stage.activity('recette').querySelector('input') as HTMLInputElement;
    expect(isCalm(stage, 'recette')).toBe(true);
    expect([key(field, ' '), key(field, 'e'), click(field, 1), key(field, 'Enter')]).toEqual([true, true, true, false]);
  });
});

const BY_100 = { top: 100, behavior: 'instant' };

describe('a task that changes what is above its button', () => {
  const at = (element: HTMLElement, top: () => number): void => {
    element.getBoundingClientRect = () => ({ top: top(), bottom: top() + 20 }) as DOMRect;
  };

  /** Runs a task that moves the button down by 100 pixels. @returns what scrolls the page */
  function run(button: number, line: number, text: string, focus: number, focused = 'section input'): unknown[] {
    document.documentElement.style.scrollPaddingTop = '60px';
    document.body.innerHTML = '<section data-activity="a"><p id="line"></p><input><button>Vérifier</button></section><input id="beside">';
    const [host, field, own] = ['#line', focused, 'section button'].map((one) => document.querySelector(one) as HTMLElement) as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ];
    let moved = 0;
    at(host, () => line);
    at(field, () => focus);
    at(own, () => button + moved);
    const found: unknown[] = [];
    const scroll = vi.spyOn(globalThis, 'scrollBy').mockImplementation((...given) => void found.push(...given));
    const view = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      found.push(this.localName);
    });
    stayingAt(own, host, () => {
      moved = 100;
      host.textContent = text;
      field.focus();
    });
    scroll.mockRestore();
    view.mockRestore();
    document.documentElement.style.scrollPaddingTop = '';
    return found;
  }

  it.each([
    ['keeps a button on screen where it was', [300, 200, 'Juste', 100], [BY_100]],
    ['keeps one at the upper edge', [0, 200, 'Juste', 100], [BY_100]],
    ['keeps one at the lower edge', [innerHeight, 200, 'Juste', 100], [BY_100]],
    ['leaves one that is off screen', [-1, 200, 'Juste', 100], []],
    ['leaves one below the screen', [innerHeight + 1, 200, 'Juste', 100], []],
    ['shows a verdict that is behind the bar', [300, 59, 'Juste', 100], [BY_100, 'p']],
    ['shows a verdict just below the bar as it is', [300, 60, 'Juste', 100], [BY_100]],
    ['shows a verdict below the screen', [300, innerHeight - 19, 'Juste', 100], [BY_100, 'p']],
    ['leaves a verdict at the lower edge', [300, innerHeight - 20, 'Juste', 100], [BY_100]],
    ['leaves a focused field just below the bar', [300, 200, 'Juste', 60], [BY_100]],
    ['shows no empty line', [300, 59, '', 100], [BY_100]],
    ['shows a focused field off screen', [300, 200, 'Juste', 30], [BY_100, 'input']],
    ['leaves a focused field beside the activity', [300, 200, 'Juste', 30, '#beside'], [BY_100]],
    ['leaves the button itself off screen', [-1, 200, 'Juste', 30, 'section button'], []],
  ] as const)('%s', (_, given, scrolled) => {
    const [button, line, text, focus, focused] = given;
    expect(run(button, line, text, focus, focused)).toEqual(scrolled);
  });
});

it('does not rest after a press that shows nothing', () => {
  const stage = openStage();
  stage.button('levain').click();
  expect([stage.activity('levain').querySelector('.c-missing')?.textContent?.trim(), isCalm(stage, 'levain')]).toEqual([
    'Choisissez une réponse.',
    false,
  ]);
  stage.tick('levain', 'b');
  stage.button('levain').click();
  expect(stage.activity('levain').dataset.state).toBe('wrong');
});

it('does not rest after an answer that an activity submits by itself', () => {
  const stage = openStage();
  stage.activity('visite').querySelector<HTMLElement>('.tour-seen')?.click();
  expect([stage.activity('visite').dataset.state, isCalm(stage, 'visite')]).toEqual(['done', false]);
});
