// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { fakeLms } from '../helpers/fake-driver.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { openStage } from './stage.ts';

function link(href: string): HTMLElement {
  const made = document.createElement('a');
  made.href = href;
  document.querySelector('.c-page:not([hidden])')?.append(made);
  return made;
}
const button = (action: string): HTMLElement => {
  const made = document.createElement('button');
  made.dataset.action = action;
  document.querySelector('.c-page:not([hidden])')?.append(made);
  return made;
};

describe('buttons', () => {
  test('turn pages, and show views', () => {
    const stage = openStage();
    const screens = ['next', 'previous', 'results', 'back', 'notebook', 'back', 'glossary'].map((action) => {
      button(action).click();
      return stage.screen();
    });
    expect(screens).toEqual(['vente', 'fournil', 'results', 'fournil', 'notebook', 'fournil', 'glossary']);
    button('begin').click();
    expect(stage.screen()).toBe('fournil');
  });

  test('that need what has not loaded do nothing', () => {
    const stage = openStage({ isCutOff: true });
    for (const action of ['results', 'notebook', 'certificate', 'glossary', 'forget']) button(action).click();
    expect(stage.screen()).toBe('fournil');
  });

  test('print, and leave', () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const lms = fakeLms();
    openStage({ lms });
    button('print').click();
    expect(print).toHaveBeenCalledTimes(1);
    button('leave').click();
    expect(lms.calls.at(-1)).toBe('leave');
    vi.unstubAllGlobals();
  });

  test('save again, and open again', () => {
    const lms = fakeLms();
    const reopen = vi.fn();
    const stage = openStage({ lms, reopen });
    lms.fault = 'refuse';
    stage.tracker.submit('levain', ['a']);
    const before = lms.calls.filter((call) => call === 'save').length;
    button('retry-save').click();
    expect(lms.calls.filter((call) => call === 'save').length).toBeGreaterThan(before);
    button('reopen').click();
    expect(reopen).toHaveBeenCalledTimes(1);
  });

  test('of unknown actions do nothing', () => {
    const stage = openStage();
    button('nothing').click();
    expect(stage.screen()).toBe('fournil');
  });
});

describe('the contents', () => {
  test('open as a drawer, unless it is empty, and close at the next press', () => {
    openStage();
    const drawer = document.getElementById('c-contents') as HTMLDialogElement;
    const [show, close] = [vi.spyOn(drawer, 'showModal'), vi.spyOn(drawer, 'close')];
    button('contents').click();
    expect(show).toHaveBeenCalledTimes(1);
    close.mockClear();
    document.querySelector<HTMLElement>('.c-page:not([hidden]) h1')?.click();
    expect(close).not.toHaveBeenCalled();
    drawer.click();
    expect(close).toHaveBeenCalledTimes(1);
    drawer.replaceChildren();
    button('contents').click();
    expect(show).toHaveBeenCalledTimes(1);
  });
});

describe('links', () => {
  test('lead to pages, activities, notes and the title', () => {
    const stage = openStage();
    const note = document.createElement('p');
    note.id = 'n-recette';
    note.tabIndex = -1;
    document.body.append(note);
    link('#n-recette').click();
    expect(document.activeElement?.id).toBe('n-recette');
    link('#c-main').click();
    expect(document.activeElement?.tagName).toBe('H1');
    link('#p-vente').click();
    expect(stage.screen()).toBe('vente');
    link('#a-levain').click();
    expect([stage.screen(), document.activeElement?.id]).toEqual(['fournil', 'a-levain']);
  });

  test('inside the page do not change the address by themselves', () => {
    openStage();
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    link('#p-vente').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });
});

test('another attempt in this browser can be erased', () => {
  const store = memoryStorage();
  const stage = openStage({ storage: () => store });
  const drop = vi.spyOn(stage.tracker, 'flush');
  button('erase-another').click();
  expect(drop).not.toHaveBeenCalled();
  expect(stage.screen()).toBe('fournil');
});

test('the second click of a double click presses nothing else', () => {
  const stage = openStage();
  const next = document.querySelector<HTMLElement>('#c-nav [data-action=next]');
  const click = (detail: number, clientX: number) =>
    next?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail, clientX }));
  click(1, 0);
  expect(stage.screen()).toBe('vente');
  const previous = document.querySelector<HTMLElement>('#c-nav [data-action=previous]');
  previous?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2, clientX: 0 }));
  expect(stage.screen()).toBe('vente');
});
