// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { openForget } from '../../src/player/forget.ts';
import type { Keeping } from '../../src/player/keeping.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { SaveStatus, Tracker } from '../../src/visit/tracker.ts';
import { owner } from '../helpers/saved-state.ts';
import { words } from './stage.ts';

const dialog = (): HTMLDialogElement => document.querySelector('dialog') as HTMLDialogElement;
const report = (): HTMLElement => dialog().querySelector('[role=status]') as HTMLElement;
const button = (action: string): HTMLButtonElement => dialog().querySelector(`[data-action=${action}]`) as HTMLButtonElement;
const about = (): (string | null)[] => [...dialog().querySelectorAll(':scope > p:not(.c-tools)')].map(({ textContent }) => textContent);

/** Opens the dialog on a page with this save status. */
function open({
  status = 'saved' as SaveStatus,
  afresh = undefined as (() => void) | undefined,
  kept = true,
  flushed = undefined as SaveStatus | undefined,
} = {}) {
  useStrings(words);
  const world = { status, listeners: new Set<() => void>() };
  const calls: string[] = [];
  const tracker = {
    launch: { learner: { id: 'l-7', name: '' }, alone: false },
    state: () => ({ attempt: 'abcd' }),
    saveStatus: () => world.status,
    without: () => [],
    flush() {
      calls.push('flush');
      world.status = flushed ?? world.status;
    },
    subscribe(listener: () => void) {
      world.listeners.add(listener);
      return () => void world.listeners.delete(listener);
    },
  };
  const keeping = { kept: () => (kept ? [] : undefined), erase: () => void calls.push('erase') };
  openForget({
    module: owner(),
    tracker: tracker as unknown as Tracker,
    keeping: keeping as unknown as Keeping,
    afresh,
    erased: () => void calls.push('erased'),
  });
  return {
    calls,
    world,
    changed: () => {
      for (const listener of world.listeners) listener();
    },
  };
}
const closed = (): void => {
  dialog().onclose?.(new Event('close'));
};

afterEach(() => document.body.replaceChildren());

it('saves at once, has a name and its title has the focus; its buttons are buttons', () => {
  const { calls } = open();
  expect([calls, dialog().open, about()]).toEqual([['flush'], true, [words['forget.about']]]);
  const title = document.getElementById(dialog().getAttribute('aria-labelledby') ?? '');
  expect([title?.textContent, document.activeElement === title, title?.getAttribute('tabindex')]).toEqual([
    words['forget.title'],
    true,
    '-1',
  ]);
  expect(['close', 'erase'].map((action) => button(action).type)).toEqual(['button', 'button']);
  const shape = ({ tagName, className }: Element): string => [tagName, ...(className ? [className] : [])].join('.');
  expect([...dialog().children].map(shape)).toEqual(['H2', 'P', 'DIV.c-dialog-report', 'P.c-tools']);
  expect([...dialog().querySelectorAll('button')].map((one) => [shape(one), one.textContent])).toEqual([
    ['BUTTON.c-button c-button-main', words.cancel],
    ['BUTTON.c-button', words['forget.now']],
  ]);
});

it('repeats nothing to screen readers while nothing has changed', () => {
  const { changed, world } = open();
  const [line] = report().childNodes;
  changed();
  expect([report().firstChild === line, report().textContent, button('erase').hidden]).toEqual([true, words['forget.safe'], false]);
  expect([report().childElementCount, button('erase').textContent]).toEqual([1, words['forget.now']]);
  world.status = 'saving';
  changed();
  expect([report().textContent, button('erase').hidden]).toEqual([words['forget.saving'], true]);
  world.status = 'saved';
  changed();
  expect([report().textContent, button('erase').hidden]).toEqual([words['forget.safe'], false]);
});

it('shows what is done once all is erased, whatever changes afterwards', () => {
  const { calls, changed, world } = open({ status: 'saving' });
  button('erase').click();
  world.status = 'failed';
  changed();
  expect([calls, about(), report().textContent, button('erase').hidden]).toEqual([
    ['flush', 'erase', 'erased'],
    [],
    `${words['forget.done']}${words['forget.on']}`,
    true,
  ]);
  expect(document.activeElement === button('close')).toBe(true);
});

it('asks by what is true after saving', () => {
  open({ status: 'saved', flushed: 'saving' });
  expect([report().textContent, button('erase').hidden]).toEqual([words['forget.saving'], true]);
});

it.each([
  ['saved', 'forget.on'],
  ['saving', 'forget.on'],
  ['failed', 'forget.wait'],
  ['alone', ''],
  ['review', ''],
] as const)('reports where work goes from then on, while it is %s: %j', (status, key) => {
  for (const hasLeft of [false, true]) {
    document.body.toggleAttribute('data-left', hasLeft);
    open({ status });
    button('erase').click();
    const lines = [...report().children].map(({ textContent }) => textContent);
    expect(lines).toEqual([words['forget.done'], ...(key && !hasLeft ? [words[key]] : [])]);
    document.body.replaceChildren();
  }
  document.body.removeAttribute('data-left');
});

it('offers nothing more to erase afterwards, and covers the page', () => {
  const shown = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  open();
  expect(shown).toHaveBeenCalledTimes(1);
  shown.mockRestore();
  button('erase').click();
  expect(button('erase').hidden).toBe(true);
});

it('shows at once that all was erased before in this visit', () => {
  const { calls } = open({ kept: false });
  expect([calls, dialog().querySelector('h2')?.textContent]).toEqual([['flush', 'erase', 'erased'], words.erased]);
});

it('goes away when it is closed, and is notified of nothing any more; a module without an LMS begins again once erased', () => {
  const afresh = vi.fn();
  const { world } = open({ afresh });
  expect(about()).toEqual([words['forget.about.alone']]);
  closed();
  expect([document.querySelector('dialog'), world.listeners.size, afresh.mock.calls.length]).toEqual([null, 0, 0]);
  open({ afresh });
  button('erase').click();
  expect([button('close').textContent, afresh.mock.calls.length]).toEqual([words['forget.again'], 0]);
  closed();
  expect(afresh).toHaveBeenCalledTimes(1);
});
