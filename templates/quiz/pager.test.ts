// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Mount } from '../../src/player/frame/mount.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { mount } from './runtime.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

const mountQuiz: Mount<Options, Answer> = mount;
const { fr: strings } = JSON.parse(readFileSync('templates/quiz/strings.json', 'utf8'));

describe('one question per screen, if the page is split into steps', () => {
  const three: Options = {
    shuffle: false,
    review: 'end',
    secondChance: false,
    questions: [7, 8, 9].map((n) => ({ n, competencies: [], points: 1 })),
  };
  let submitted: number[] = [];
  let changed = (): void => {};
  let announced: string[] = [];

  let ratio = 1;

  function open(answer: Answer | null = null, options = three) {
    const button = (name: string) => `<button data-action="quiz-${name}"></button>`;
    document.body.innerHTML = `<p id="c-go"></p><section><div tabindex="-1"></div><p hidden><button></button></p><div>${[7, 8, 9]
      .map((n) => `<section id="q${n}" tabindex="-1"><div data-body></div><p class="c-actions"><button></button></p></section>`)
      .join('')}</div><div hidden>${button('previous')}<p></p>${button('next')}</div></section>`;
    const root = document.querySelector('section') as HTMLElement;
    const find = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;
    const roots = new Map([7, 8, 9].map((n) => [n, find(`#q${n}`)]));
    mountQuiz(root, {
      options,
      strings,
      answer,
      locked: false,
      attempts: 1,
      inner: {
        list: () =>
          [7, 8, 9].map((n) => ({
            n,
            submitted: submitted.includes(n),
            ratio: n === 8 ? ratio : 1,
            points: 1,
            root: roots.get(n) as HTMLElement,
          })),
        restart: (these) => {
          submitted = submitted.filter((n) => !these.includes(n));
        },
        reveal: () => {},
        onChange: (listener) => {
          changed = listener;
        },
      },
      recall: () => undefined,
      overview: overviewOf(),
      draft: () => {},
      submit: () => {},
      announce: (text) => void announced.push(text),
    });
    const shown = () => [...root.querySelectorAll('[id^="q"]:not([data-away], [hidden])')].map(({ id }) => id).join();
    const dots = () => [...root.querySelectorAll('[data-action="quiz-previous"] + p > i')].map(({ className }) => className);
    return { find, shown, dots, next: find('[data-action="quiz-next"]'), previous: find('[data-action="quiz-previous"]') };
  }

  beforeEach(() => {
    useStrings({});
    document.documentElement.lang = 'fr';
    submitted = [];
    announced = [];
    ratio = 1;
  });

  test('moves forward and back, moves the focus and announces the position', () => {
    const { shown, next, previous, find, dots } = open();
    expect([shown(), previous.hidden, next.hidden]).toEqual(['q7', true, false]);
    next.click();
    expect([shown(), document.activeElement, announced, previous.hidden]).toEqual(['q8', find('#q8'), ['Question 2 sur 3'], false]);
    submitted = [7, 8];
    changed();
    expect(dots()).toEqual(['quiz-done', 'quiz-now', '']);
    previous.click();
    expect([shown(), dots(), announced.at(-1)]).toEqual(['q7', ['quiz-now', 'quiz-done', ''], 'Question 1 sur 3']);
  });

  test('is not needed for one question, and stays where something inside a question is shown', () => {
    const pager = (drawn: number[]) => {
      const { find, shown } = open({ round: 1, drawn, done: false, kept: [] });
      return [shown(), find('section > div:last-child').hidden];
    };
    expect([pager([8]), pager([8, 9])]).toEqual([
      ['q8', true],
      ['q8', false],
    ]);
    const { find, shown } = open();
    find('#q8 button').dispatchEvent(new CustomEvent('cartable:show', { bubbles: true }));
    expect(shown()).toBe('q7');
  });

  test('gives way to the only question of a second chance, which gets the focus', () => {
    ratio = 0;
    const { find, shown } = open(null, { ...three, secondChance: true });
    submitted = [7, 8, 9];
    changed();
    find('section > p button').click();
    expect([shown(), find('section > div:last-child').hidden, document.activeElement]).toEqual(['q8', true, find('#q8')]);
  });

  test('starts at the first question without an answer', () => {
    submitted = [7, 8];
    const { shown, next } = open({ round: 1, drawn: [7, 8, 9], done: false, kept: [] });
    // Nothing else is open, so nothing comes next.
    expect([shown(), next.hidden]).toEqual(['q9', true]);
  });

  test('continues by the button of the answered question, and sets its label', () => {
    const { shown, next, find } = open();
    expect(find('#q7 [data-body]').dataset.continue).toBe('Question suivante');
    expect(find('#q9 [data-body]').dataset.continue).toBeUndefined();
    submitted = [7];
    find('#q7 button').dataset.action = 'continue';
    changed();
    expect([shown(), next.hidden]).toEqual(['q7', true]);
    find('#q8').dispatchEvent(new CustomEvent('cartable:show', { bubbles: true }));
    expect([shown(), find('#q8').closest('[hidden]')]).toEqual(['q8', null]);
    find('#q7').dispatchEvent(new CustomEvent('cartable:show', { bubbles: true }));
    expect(shown()).toBe('q7');
  });

  test('has a next one beside the button to continue where that leads elsewhere, and once the round is over', () => {
    const { next, find } = open();
    submitted = [9];
    find('#q9 button').dataset.action = 'continue';
    find('#q9').dispatchEvent(new CustomEvent('cartable:show', { bubbles: true }));
    expect(next.hidden).toBe(false);
    find('#q7 button').dataset.action = 'continue';
    submitted = [7, 8, 9];
    changed();
    expect([next.hidden, find('#q7').hasAttribute('data-away')]).toEqual([false, false]);
  });

  test('moves from the last question to the first unanswered one, and shows them again from the first one at the end', () => {
    const { shown, next, find } = open();
    submitted = [9];
    next.click();
    next.click();
    next.click();
    expect(shown()).toBe('q7');
    submitted = [7, 8, 9];
    changed();
    expect([shown(), next.hidden, find('.c-verdict-big').textContent]).toEqual(['q7', false, expect.stringMatching(/3\ssur\s3/)]);
    next.click();
    next.click();
    expect([shown(), next.hidden]).toEqual(['q9', true]);
    // « Continuer » moves to the result, once.
    const result = find('[data-offer]');
    expect(result.querySelector('.c-verdict-big')).not.toBeNull();
    result.focus();
    expect(result.dataset.offer).toBeUndefined();
  });

  test('shows the questions again from the first one when the last one ends the round', () => {
    submitted = [7, 8];
    const { shown } = open({ round: 1, drawn: [7, 8, 9], done: false, kept: [] });
    submitted = [7, 8, 9];
    changed();
    expect(shown()).toBe('q7');
  });
});
