// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Steps } from '../../src/player/steps.ts';
import { activity, answer, go, page, shown } from './stepped-page.ts';
import { speak } from './written-results.ts';

const where = (): string => document.querySelector('.c-stepline')?.lastElementChild?.textContent ?? '';

beforeEach(() => speak('fr'));

describe('the steps of a page', () => {
  it('are shown one at a time, and finished ones are folded above', () => {
    const steps = new Steps();
    steps.enter(page('<p>Un</p>', activity('pain'), '<p>Trois</p>'));
    expect([shown(), where(), go().hidden]).toEqual([['now', 'later', 'later'], 'Étape 1 sur 3', false]);
    expect(steps.next()).toBe(true);
    expect([shown(), where(), document.activeElement?.id]).toEqual([['past', 'now', 'later'], 'Étape 2 sur 3', 'a-pain']);
    expect(document.getElementById('c-live')?.textContent).toBe('Étape 2 sur 3');
    expect([...document.querySelectorAll<HTMLElement>('.c-stepline i')].map(({ dataset }) => dataset.at)).toEqual(['past', 'now', 'later']);
    expect(steps.next()).toBe(true);
    expect([shown(), go().hidden, steps.next()]).toEqual([['past', 'past', 'now'], true, false]);
  });

  it('come on screen from their start when the learner goes on', () => {
    const steps = new Steps();
    steps.enter(page('<p>Un</p>', '<h2>Deux</h2>'));
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
    steps.next();
    const [shownAt] = scroll.mock.contexts as HTMLElement[];
    const { length } = scroll.mock.contexts;
    scroll.mockRestore();
    expect([length, shownAt?.dataset.screen, document.activeElement?.textContent]).toEqual([1, 'Étape 2', 'Deux']);
    expect(document.activeElement?.getAttribute('tabindex')).toBe('-1');
  });

  it('begin after the last answer at the next visit', () => {
    const steps = new Steps();
    steps.enter(page(activity('pain', 'wrong'), '<p>Deux</p>', activity('sel', 'draft'), activity('eau')));
    expect(shown()).toEqual(['past', 'now', 'later', 'later']);
    new Steps().enter(page('<p>Un</p>', '<p>Deux</p>', activity('sel', 'right'), activity('eau')));
    expect(shown()).toEqual(['past', 'past', 'past', 'now']);
  });

  it('are all there once the last one is answered', () => {
    const steps = new Steps();
    steps.enter(page(activity('pain', 'right'), activity('sel', 'done')));
    expect([shown(), go().hidden]).toEqual([['now', 'now'], true]);
  });

  it('stay where the learner left them', () => {
    const steps = new Steps();
    const section = page('<p>Un</p>', '<p>Deux</p>', '<p>Trois</p>');
    steps.enter(section);
    steps.next();
    steps.leave();
    expect(go().hidden).toBe(true);
    // Answers that come while a view is shown bring nothing back.
    steps.refresh();
    expect(go().hidden).toBe(true);
    steps.enter(section);
    expect([shown(), document.querySelectorAll('.c-fold').length]).toEqual([['past', 'now', 'later'], 3]);
  });

  it('lead on at once where an activity is optional', () => {
    const steps = new Steps();
    steps.enter(page(activity('pain').replace('data-activity', 'data-optional data-activity'), '<p>Deux</p>'));
    expect(go().querySelector('button')?.classList.contains('c-button-main')).toBe(true);
  });

  it('ask for the activity first, and leave the way on to its own button once it is answered', () => {
    const steps = new Steps();
    steps.enter(page(activity('pain'), '<p>Deux</p>'));
    const [button] = go().querySelectorAll('button') as unknown as [HTMLElement];
    expect([button.hidden, button.classList.contains('c-button-main')]).toEqual([false, false]);
    answer('pain');
    steps.refresh();
    expect(button.hidden).toBe(true);
    steps.next();
    expect([shown(), go().hidden]).toEqual([['past', 'now'], true]);
  });

  it('leave the button of the next page quiet while the last step has a button of its own', () => {
    const steps = new Steps();
    steps.enter(page('<p>Un</p>', activity('pain')));
    const next = document.querySelector('[data-action="next"]') as HTMLElement;
    const isMain = (): boolean => next.classList.contains('c-button-main');
    expect(isMain()).toBe(true);
    steps.next();
    expect(isMain()).toBe(false);
    answer('pain');
    steps.refresh();
    expect(isMain()).toBe(false);
    // At the next visit nothing is left to press in the activity.
    (document.querySelector('#a-pain > .c-actions') as HTMLElement).hidden = true;
    steps.refresh();
    expect(isMain()).toBe(true);
  });

  it('leave the button of the next page quiet on a page without steps, too', () => {
    const steps = new Steps();
    const section = page();
    go().remove();
    section.insertAdjacentHTML('beforeend', activity('pain'));
    steps.enter(section);
    const next = document.querySelector('[data-action="next"]') as HTMLElement;
    expect(next.classList.contains('c-button-main')).toBe(false);
    answer('pain');
    (document.querySelector('#a-pain > .c-actions') as HTMLElement).hidden = true;
    steps.refresh();
    expect(next.classList.contains('c-button-main')).toBe(true);
  });

  it('lead on quietly while an answer can be tried again', () => {
    const steps = new Steps();
    steps.enter(page(activity('pain'), '<p>Deux</p>'));
    const root = document.getElementById('a-pain') as HTMLElement;
    const [button] = go().querySelectorAll('button') as unknown as [HTMLElement];
    const own = root.querySelector('button') as HTMLElement;
    root.dataset.state = 'wrong';
    own.dataset.action = 'retry';
    steps.refresh();
    expect([button.hidden, button.classList.contains('c-button-main')]).toEqual([false, false]);
    own.dataset.action = 'check';
    steps.refresh();
    expect(button.classList.contains('c-button-main')).toBe(true);
  });

  it('open again one by one, and all at once', () => {
    const steps = new Steps();
    steps.enter(page('<p>Un</p>', '<p>Deux</p>', '<p>Trois</p>'));
    steps.next();
    const fold = document.querySelector('.c-fold') as HTMLElement;
    expect([fold.textContent, fold.getAttribute('aria-expanded')]).toEqual(['Étape 1', 'false']);
    steps.fold(fold);
    expect([fold.getAttribute('aria-expanded'), fold.parentElement?.hasAttribute('data-open')]).toEqual(['true', true]);
    steps.fold(fold);
    expect([fold.getAttribute('aria-expanded'), fold.parentElement?.hasAttribute('data-open')]).toEqual(['false', false]);
    expect([fold.getAttribute('type'), fold.dataset.action]).toEqual(['button', 'fold']);
    const line = document.querySelector<HTMLElement>('.c-stepline');
    const before = [line?.hidden, document.body.hasAttribute('data-whole')];
    (document.activeElement as HTMLElement).blur();
    steps.showWhole();
    expect([shown(), go().hidden]).toEqual([['now', 'now', 'now'], true]);
    expect([before, line?.hidden, document.body.dataset.whole]).toEqual([[false, false], true, '']);
    expect([(document.activeElement as HTMLElement).dataset.screen, steps.next()]).toEqual(['Étape 2', false]);
    delete document.body.dataset.whole;
  });

  it('are shown if an element in them is requested', () => {
    const steps = new Steps();
    steps.enter(page(activity('pain', 'right'), '<p>Deux</p>', activity('sel')));
    const sel = document.getElementById('a-sel') as HTMLElement;
    expect(steps.isAhead(sel)).toBe(true);
    steps.reveal(sel);
    expect([shown(), steps.isAhead(sel)]).toEqual([['past', 'past', 'now'], false]);
    steps.reveal(document.getElementById('a-pain') as HTMLElement);
    expect(document.querySelector('.c-screen')?.hasAttribute('data-open')).toBe(true);
    steps.reveal(document.getElementById('a-pain') as HTMLElement);
    expect(document.querySelector('.c-screen')?.hasAttribute('data-open')).toBe(true);
    steps.reveal(go());
    steps.reveal(sel);
    // A step of another page.
    go().insertAdjacentHTML('afterend', '<div class="c-screen" data-at="past"><button></button><i></i></div>');
    const far = document.querySelector('#c-go + .c-screen') as HTMLElement;
    steps.reveal(far.lastElementChild as HTMLElement);
    expect(far.hasAttribute('data-open')).toBe(false);
    far.remove();
    expect([shown(), steps.isAhead(go()), document.querySelectorAll('[data-open]').length]).toEqual([['past', 'past', 'now'], false, 1]);
  });

  it('do not affect a page that is shown as a whole', () => {
    const steps = new Steps();
    document.body.innerHTML = '<section class="c-page"><p>Tout</p></section>';
    steps.enter(document.querySelector('.c-page') as HTMLElement);
    expect(steps.next()).toBe(false);
  });
});
