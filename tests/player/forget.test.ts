// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { encodeState } from '../../src/model/state/codec.ts';
import { newState } from '../../src/model/state/state.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { owner } from '../helpers/saved-state.ts';
import { openStage, type Stage, words } from './stage.ts';

const one = <Type extends HTMLElement = HTMLElement>(selector: string): Type => document.querySelector(selector) as Type;
const texts = (selector: string): string[] => [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
const dialog = (): HTMLDialogElement | null => document.querySelector('dialog.c-dialog');
const lost = (): string[] => texts('.c-dialog li');
const output = (): string => one('.c-dialog [role="status"]').textContent ?? '';
const buttons = (): string[] => texts('.c-dialog button:not([hidden])');
const keysOf = (store: Storage): string[] => Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');

/** Lets the browser answer the end of a dialog. */
const closed = (): Promise<void> => vi.waitFor(() => expect(dialog()).toBeNull(), { timeout: 20_000 });

/** Presses the button at the foot of the page, with an answer just given. */
async function ask(stage: Stage): Promise<void> {
  await stage.time.pass(3000);
  stage.tracker.submit('levain', ['a']);
  stage.press('forget', '#c-foot');
}

describe('erasing what this computer keeps', () => {
  it('saves first, reports that nothing will be lost, erases on request, and further work goes only to the LMS', async () => {
    const store = memoryStorage();
    const stage = openStage({ storage: () => store, witness: () => Promise.resolve(true) });
    await ask(stage);
    expect([output(), buttons(), dialog()?.open]).toEqual([words['forget.saving'], ['Annuler'], true]);
    expect(stage.lms.kept?.score).toBe(20);
    await stage.time.pass(2000);
    expect([output(), buttons()]).toEqual([words['forget.safe'], ['Annuler', 'Effacer']]);
    store.setItem('cartable-copy:boulangerie/jour:abcde:minutes1', '{}');
    stage.press('erase', '.c-dialog');
    expect([keysOf(store), texts('.c-dialog h2'), output()]).toEqual([[], ['Effacé.'], `${words['forget.done']}${words['forget.on']}`]);
    expect([document.activeElement?.textContent, buttons()]).toEqual(['Fermer', ['Fermer']]);
    stage.press('close', '.c-dialog');
    await closed();
    stage.tracker.submit('gestes', ['a', 'b']);
    expect(store.length).toBe(0);
    await stage.time.pass(3000);
    stage.tracker.leave(true);
    expect([store.length, Object.keys(stage.tracker.state().activities), stage.lms.calls.at(-1)]).toEqual([0, ['0', '1'], 'leave']);
  });

  it('lists the work that could not be saved; cancelling keeps everything', async () => {
    const store = memoryStorage();
    const stage = openStage({ storage: () => store, witness: () => Promise.resolve(false) });
    await ask(stage);
    await stage.time.pass(1000);
    expect([output().startsWith(words['forget.lost'] ?? ''), lost(), buttons()]).toEqual([
      true,
      [words['forget.lost.work']],
      ['Annuler', 'Effacer quand même'],
    ]);
    stage.press('close', '.c-dialog');
    await closed();
    expect([store.length, stage.tracker.saveStatus()]).toEqual([1, 'failed']);
    stage.press('forget', '#c-foot');
    stage.press('erase', '.c-dialog');
    expect([store.length, output()]).toEqual([0, `${words['forget.done']}${words['forget.wait']}`]);
    await stage.time.pass(20_000);
    expect(store.length).toBe(0);
  });

  it('removes the work from the list if it is saved after all', async () => {
    let isUp = false;
    const stage = openStage({ witness: () => Promise.resolve(isUp) });
    await ask(stage);
    await stage.time.pass(1000);
    expect(lost()).toEqual([words['forget.lost.work']]);
    isUp = true;
    await stage.time.pass(30_000);
    expect([output(), buttons()]).toEqual([words['forget.safe'], ['Annuler', 'Effacer']]);
  });

  it('lists the answers of another attempt, and takes their banner away with them', async () => {
    const store = memoryStorage();
    const first = openStage({ storage: () => store, witness: () => Promise.resolve(false) });
    first.tracker.submit('levain', ['a']);
    first.tracker.leave();
    const state = encodeState({ ...newState('another1'), counter: 1 }, owner());
    const stage = openStage({ storage: () => store, state });
    expect(one('.c-banner:not([hidden])').dataset.when).toBe('another');
    stage.press('forget', '#c-foot');
    await stage.time.pass(1000);
    expect(lost()).toEqual([words['forget.lost.attempt']]);
    stage.press('erase', '.c-dialog');
    expect([texts('.c-banner[data-when]:not([hidden])'), stage.tracker.others(), store.length]).toEqual([[], [], 0]);
  });

  it.each([{ mode: 'review' }, { mode: 'browse' }, { elsewhere: true }] as const)('erases and saves nothing: %o', (session) => {
    const store = memoryStorage();
    store.setItem('cartable-notebook:boulangerie:abcde', '{}');
    const stage = openStage({ ...session, storage: () => store });
    const calls = stage.lms.calls.length;
    stage.press('forget', '#c-foot');
    expect(lost()).toEqual([words['forget.lost.notebooks']]);
    stage.press('erase', '.c-dialog');
    expect([store.length, stage.lms.calls.length, output()]).toEqual([0, calls, words['forget.done']]);
    expect([...document.querySelectorAll('.c-dialog p')].filter(({ textContent }) => textContent === '')).toEqual([]);
  });

  it('without an LMS restarts once the dialog is closed, but not if it is cancelled', async () => {
    const reopen = vi.fn();
    const store = memoryStorage();
    const state = encodeState({ ...newState('alone001'), activities: { 0: { answer: ['a'], tries: 1 } } }, owner());
    store.setItem('cartable:boulangerie/nuit', JSON.stringify({ suspend_data: state }));
    const stage = openStage({ alone: true, learner: '', reopen, storage: () => store });
    stage.press('forget', '#c-foot');
    expect(lost()).toEqual([words['forget.lost.answers']]);
    stage.press('close', '.c-dialog');
    await closed();
    expect([reopen.mock.calls.length, store.length]).toEqual([0, 1]);
    stage.press('forget', '#c-foot');
    stage.press('erase', '.c-dialog');
    expect([store.length, buttons(), reopen.mock.calls.length]).toEqual([0, ['Recommencer'], 0]);
    dialog()?.close();
    await closed();
    expect(reopen).toHaveBeenCalledOnce();
  });

  it('is there at the end of the visit, and reports on what became of it', async () => {
    const store = memoryStorage();
    const stage = openStage({ storage: () => store, witness: () => Promise.resolve(false) });
    await stage.time.pass(3000);
    stage.tracker.submit('levain', ['a']);
    stage.press('leave', '#c-foot');
    await stage.time.pass(1000);
    await stage.shown();
    expect(stage.screen()).toBe('end-failed');
    stage.press('forget', '#c-foot');
    expect(lost()).toEqual([words['forget.lost.work']]);
    stage.press('erase', '.c-dialog');
    expect([store.length, output()]).toEqual([0, words['forget.done']]);
  });

  it('is not offered if the browser keeps nothing', () => {
    const storage = (): Storage => {
      throw new DOMException('no storage here', 'SecurityError');
    };
    openStage({ storage });
    expect(one('#c-forget').hidden).toBe(true);
    openStage();
    expect(one('#c-forget').hidden).toBe(false);
  });
});
