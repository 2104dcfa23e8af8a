// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { language, t } from '../../../build/studio/strings.ts';
import { Confirm, Dialog } from '../../../build/studio/ui/dialog.tsx';
import { buttons, draw, icons, press, undraw, wordsOf } from '../../helpers/drawn.ts';

const onClose = vi.fn();
const dialog = (): HTMLDialogElement => {
  const found = document.querySelector('dialog');
  if (!found) throw new Error('No dialog.');
  return found;
};

beforeEach(() => {
  language.value = 'en';
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

describe('a dialog', () => {
  test('is modal, and named by its title', async () => {
    const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
    await draw(h(Dialog, { title: 'The oven', onClose, children: 'Hot' }));
    const title = document.getElementById(dialog().getAttribute('aria-labelledby') ?? '');
    expect([modal.mock.calls.length, title?.tagName, wordsOf(title)]).toEqual([1, 'H2', 'The oven']);
    expect([dialog().className, wordsOf(document.querySelector('.s-dialog-body'))]).toEqual(['s-dialog s-plain', 'Hot']);
    expect([document.querySelector('footer'), buttons(), icons()]).toEqual([null, [t('close')], ['x']]);
  });

  test('has its size, and buttons at its foot', async () => {
    await draw(h(Dialog, { title: 'The oven', size: 'wide', foot: h('b', null, 'Foot'), onClose, children: '' }));
    expect([dialog().className, wordsOf(document.querySelector('footer'))]).toEqual(['s-dialog s-wide', 'Foot']);
  });

  test('closes by its cross, and by a click beside it, not in it', async () => {
    await draw(h(Dialog, { title: 'The oven', onClose, children: h('p', null, 'Hot') }));
    document.querySelector('p')?.click();
    document.querySelector<HTMLElement>('.s-dialog-box')?.click();
    expect(onClose).not.toHaveBeenCalled();
    dialog().click();
    expect(onClose).toHaveBeenCalledTimes(1);
    await press(t('close'));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  test('closes by Escape through its owner, not by itself', async () => {
    await draw(h(Dialog, { title: 'The oven', onClose, children: '' }));
    const cancel = new Event('cancel', { cancelable: true });
    dialog().dispatchEvent(cancel);
    expect([onClose.mock.calls.length, cancel.defaultPrevented]).toEqual([1, true]);
  });

  // A browser's dialog for files that is given up sends this event, too: to its field, and so to what is around it.
  test('stays open when a dialog for files in it is given up', async () => {
    await draw(h(Dialog, { title: 'The oven', onClose, children: h('input', { type: 'file' }) }));
    const cancel = new Event('cancel', { bubbles: true, cancelable: true });
    document.querySelector('input')?.dispatchEvent(cancel);
    expect([onClose.mock.calls.length, cancel.defaultPrevented]).toEqual([0, false]);
  });

  test('keeps Escape to itself: what is behind it stays open', async () => {
    await draw(h(Dialog, { title: 'The oven', onClose, children: h('p', null, 'Hot') }));
    const received: string[] = [];
    const receive = (event: Event): void => void received.push((event as KeyboardEvent).key);
    document.body.addEventListener('keydown', receive);
    for (const key of ['Escape', 'a']) document.querySelector('p')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    document.body.removeEventListener('keydown', receive);
    expect(received).toEqual(['a']);
  });

  test('gives the focus back when it goes', async () => {
    document.body.innerHTML = '<button>Before</button><div></div>';
    const [before, place] = document.body.children as unknown as [HTMLButtonElement, HTMLElement];
    before.focus();
    const closed = vi.spyOn(HTMLDialogElement.prototype, 'close');
    await act(() => render(h(Dialog, { title: 'The oven', onClose, children: h('input', { autoFocus: true }) }), place));
    document.querySelector('input')?.focus();
    await act(() => render(null, place));
    expect([document.activeElement, closed.mock.calls.length]).toEqual([before, 1]);
  });

  test('stays open, with the focus in it, when it is drawn again', async () => {
    document.body.innerHTML = '<button>Before</button><div></div>';
    const [before, place] = document.body.children as unknown as [HTMLButtonElement, HTMLElement];
    before.focus();
    const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
    const shown = (title: string): Promise<void> =>
      act(() => render(h(Dialog, { title, onClose, children: h('input', null) }), place)) as Promise<void>;
    await shown('The oven');
    document.querySelector('input')?.focus();
    await shown('The bread');
    expect([wordsOf(document.querySelector('h2')), document.activeElement?.tagName, modal.mock.calls.length]).toEqual([
      'The bread',
      'INPUT',
      1,
    ]);
    await act(() => render(null, place));
  });

  test('focuses nothing that is gone', async () => {
    document.body.innerHTML = '<button>Before</button><div></div>';
    const [before, place] = document.body.children as unknown as [HTMLButtonElement, HTMLElement];
    before.focus();
    await act(() => render(h(Dialog, { title: 'The oven', onClose, children: '' }), place));
    const focus = vi.spyOn(before, 'focus');
    before.remove();
    await act(() => render(null, place));
    expect(focus).not.toHaveBeenCalled();
    place.remove();
  });
});

describe('a question before something is removed', () => {
  const calls: string[] = [];
  const shown = (): Promise<void> =>
    draw(
      h(Confirm, {
        title: 'Remove the oven?',
        text: 'It is gone for good.',
        action: 'Remove',
        onConfirm: () => void calls.push('confirmed'),
        onClose: () => void calls.push('closed'),
      }),
    );
  beforeEach(() => {
    calls.length = 0;
  });

  test('says what will be done, the way out first', async () => {
    await shown();
    expect([wordsOf(document.querySelector('h2')), wordsOf(document.querySelector('p')), buttons()]).toEqual([
      'Remove the oven?',
      'It is gone for good.',
      [t('close'), t('cancel'), 'Remove'],
    ]);
    expect([dialog().className, document.querySelector('.s-danger')?.textContent]).toEqual(['s-dialog s-narrow', 'Remove']);
  });

  test('closes before it removes', async () => {
    await shown();
    await press('Remove');
    expect(calls).toEqual(['closed', 'confirmed']);
  });

  test('removes nothing when it is cancelled', async () => {
    await shown();
    await press(t('cancel'));
    await press(t('close'));
    dialog().dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(calls).toEqual(['closed', 'closed', 'closed']);
  });
});
