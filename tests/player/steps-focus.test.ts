// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Steps } from '../../src/player/steps.ts';
import { activity, answer, go, page, shown } from './stepped-page.ts';
import { speak } from './written-results.ts';

beforeEach(() => speak('fr'));

describe('the steps of a page', () => {
  it.each([
    ['a small heading', '<p>a</p><h3>b</h3><h2>c</h2>', 'b'],
    ['an activity', `<p>a</p>${activity('sel')}<h3>b</h3>`, 'a-sel'],
    ['no heading', '<p>a</p>', 'Étape 2'],
  ])('with %s have the focus there, without a jump of the page', (_, html, focused) => {
    const steps = new Steps();
    steps.enter(page('<p>Un</p>', html));
    const focus = vi.spyOn(HTMLElement.prototype, 'focus');
    steps.next();
    const [options, element] = [focus.mock.calls, focus.mock.contexts[0] as HTMLElement];
    focus.mockRestore();
    expect([options, element.dataset.screen ?? (element.id || element.textContent)]).toEqual([[[{ preventScroll: true }]], focused]);
  });

  it('begin with the button that folds them, once they are finished', () => {
    const steps = new Steps();
    steps.enter(page('<p>Un</p>', '<p>Deux</p>'));
    const folds = [...document.querySelectorAll('.c-screen')].map(({ firstElementChild }) => firstElementChild);
    expect(folds.map((fold) => [fold?.className, [...(fold?.children ?? [])].map(({ tagName }) => tagName)])).toEqual(
      Array(2).fill(['c-fold', ['svg', 'SPAN', 'svg']]),
    );
  });

  it('go on after an answer that came while a view was shown', () => {
    const steps = new Steps();
    const section = page(activity('pain'), activity('sel'), '<p>Trois</p>');
    steps.enter(section);
    steps.leave();
    answer('sel');
    steps.enter(section);
    expect(shown()).toEqual(['past', 'past', 'now']);
    steps.leave();
    (document.getElementById('a-sel') as HTMLElement).dataset.state = 'new';
    steps.enter(section);
    expect(shown()).toEqual(['past', 'past', 'now']);
  });

  it('are skipped up to the one that is requested', () => {
    const steps = new Steps();
    steps.enter(page('<p>Un</p>', '<p>Deux</p>', '<p>Trois</p>', '<p id="four">Quatre</p>', '<p>Cinq</p>'));
    steps.reveal(document.getElementById('four') as HTMLElement);
    expect(shown()).toEqual(['past', 'past', 'past', 'now', 'later']);
  });

  it('need no button, and lead on by that of an activity alone', () => {
    const steps = new Steps();
    const section = page(activity('pain', 'right').replace('<button', '<span><button data-action="continue"></button></span><button'), '');
    steps.enter(section);
    steps.reveal(document.getElementById('a-pain') as HTMLElement);
    expect(go().querySelector('button')?.hidden).toBe(false);
    go().replaceChildren();
    steps.enter(section);
    expect(go().hidden).toBe(true);
  });
});
