// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, PartVerdict } from '../../../src/model/course/activity.ts';
import type { Mount } from '../../../src/player/frame/mount.ts';
import { announce, spokenVerdict } from '../../../src/player/frame/spoken.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';
import { mount as categorize } from '../../../templates/categorize/runtime.ts';
import { mount as choice } from '../../../templates/choice/runtime.ts';
import { mount as cloze } from '../../../templates/cloze/runtime.ts';
import { mount as matching } from '../../../templates/matching/runtime.ts';
import { mount as order } from '../../../templates/order/runtime.ts';
import { mount as shortText } from '../../../templates/short-text/runtime.ts';
import { mount as trueFalse } from '../../../templates/true-false/runtime.ts';
import { activity, bakery } from '../../helpers/bakery.ts';
import { mountType } from '../../helpers/mount-type.ts';
import { openStage, words } from '../stage.ts';

Handlebars.registerHelper('scramble', (list: readonly unknown[]) => list);

/** Returns the announcement for an answer with these marks. */
function spoken(name: string, mount: unknown, options: object, answer: Answer, parts: Record<string, PartVerdict>, final = false): string {
  const { root, mounted } = mountType(name, mount as Mount<object, Answer>, options, answer);
  useStrings(words);
  mounted.show({ outcome: 'partly', ratio: 0.5, parts, final });
  return spokenVerdict('En partie juste.', root).replaceAll('\u00a0', ' ');
}

const part = (token: string, html: string, feedback?: string) => ({ token, html, text: html, right: true, ...(feedback && { feedback }) });

describe('the announcement of a verdict', () => {
  it('has the reasons of chosen options, not of missed ones', () => {
    const options = {
      choices: [
        part('a', 'Levain', '<p>Il <em>vit</em>.</p>\n<p>Et dort.</p>'),
        part('b', 'Levure', '<p>Plus vite.</p>'),
        part('c', 'Sel'),
      ],
      multiple: true,
    };
    expect(spoken('choice', choice, options, ['a', 'c'], { a: 'right', b: 'missed', c: 'wrong' }, true)).toBe(
      'En partie juste. Il vit. Et dort.',
    );
    expect(spoken('choice', choice, options, ['a', 'b'], { a: 'right', b: 'right' })).toBe(
      'En partie juste. Levain : Il vit. Et dort. Levure : Plus vite.',
    );
  });

  it('names statements, pairs, steps and items by their words and the answer', () => {
    const statements = [part('a', 'Le sel conserve.', 'Il retient l’eau.'), part('b', 'La pâte dort.', 'Elle lève.')];
    expect(spoken('true-false', trueFalse, { choices: statements }, { a: true, b: false }, { a: 'right', b: 'wrong' })).toBe(
      'En partie juste. Le sel conserve. Vrai : Il retient l’eau. La pâte dort. Faux : Elle lève.',
    );
    const pairs = [
      { token: 'a', left: 'Pain noir', leftText: 'Pain noir', right: 'Seigle', target: 'a', feedback: '<p>Des pays froids.</p>' },
      { token: 'b', left: 'Baguette', leftText: 'Baguette', right: 'Froment', target: 'b', feedback: '<p>De Paris.</p>' },
    ];
    const targets = pairs.map(({ token, right }) => ({ token, html: right, text: right }));
    expect(
      spoken('matching', matching, { columns: ['Pain', 'Grain'], pairs, targets }, { a: 'a', b: 'a' }, { a: 'right', b: 'wrong' }),
    ).toBe('En partie juste. Baguette Seigle : De Paris. Pain noir Seigle : Des pays froids.');
    const steps = [part('a', 'Pétrir', 'D’abord.'), part('b', 'Cuire', 'Ensuite.')];
    expect(spoken('order', order, { steps }, ['b', 'a'], { a: 'wrong', b: 'wrong' })).toBe(
      'En partie juste. Cuire : Ensuite. Pétrir : D’abord.',
    );
    const items = [
      { ...part('c', 'Farine', 'Elle est sèche.'), groups: ['a'] },
      { ...part('d', 'Eau', 'Elle mouille.'), groups: ['b'] },
    ];
    const groups = [part('a', 'Sec'), part('b', 'Humide')].map((group) => ({ ...group, title: group.html }));
    expect(spoken('categorize', categorize, { groups, items, multiple: false }, { c: ['a'], d: ['a'] }, { c: 'right', d: 'wrong' })).toBe(
      'En partie juste. Eau Sec : Elle mouille. Farine Sec : Elle est sèche.',
    );
  });

  it('has the right answer once it is shown, and describes a marked field to those who come back to it', () => {
    const blanks = ['farine', 'pâte', 'sel'].map((word, index) => ({ token: 'abc'[index], html: ' ', accepted: [word], text: '[?]' }));
    const announced = spoken(
      'cloze',
      cloze,
      { mode: 'type', size: 6, blanks },
      { a: 'farine', b: 'eau', c: 'lait' },
      { a: 'right', b: 'wrong', c: 'wrong' },
      true,
    );
    expect(announced).toBe('En partie juste. eau : Réponse attendue : pâte lait : Réponse attendue : sel');
    const fields = [...document.querySelectorAll('.c-input')];
    expect(fields.map((field) => field.getAttribute('aria-description'))).toEqual(['Juste', 'À revoir', 'À revoir']);
  });

  it('says the reason of a lone field without repeating what was typed', () => {
    const options = { answer: ['pain'], choices: [{ ...part('a', 'gâteau', '<p>Trop sucré.</p>'), right: false }] };
    expect(spoken('short-text', shortText, options, 'gâteau', { '': 'wrong' })).toBe('En partie juste. Trop sucré.');
  });

  it('has the first reason, however long it is', () => {
    const choices = [part('a', 'Levain', `<p>${'Une raison. '.repeat(50)}</p>`), part('b', 'Levure', '<p>Plus vite.</p>')];
    const announced = spoken('choice', choice, { choices, multiple: true }, ['a', 'b'], { a: 'right', b: 'wrong' });
    expect(announced).toBe(`En partie juste. Levain : ${'Une raison. '.repeat(50).trim()} La suite se lit sous chaque réponse.`);
  });

  it('names a part by 60 characters, then to the end of the word, without the signs behind it', () => {
    openStage();
    useStrings(words);
    const named = (text: string): string | undefined => {
      const body = document.createElement('div');
      body.innerHTML = [text, 'Sel'].map((part) => `<div>${part}<p class="c-feedback">R.</p></div>`).join('');
      return spokenVerdict('V.', body).split('\u00a0')[0];
    };
    expect(named('<p>Un</p><p>deux</p><p>trois</p>')).toBe('V. Un deux trois');
    const [short, whole] = ['x'.repeat(59), 'x'.repeat(60)];
    expect([`${short} fin`, `${short} suite, et fin`, `${whole}, fin`, short].map(named)).toEqual(
      [`${short} fin`, `${short} suite…`, `${whole}…`, short].map((name) => `V. ${name}`),
    );
  });

  it('has 400 characters at most where there are several reasons', () => {
    openStage();
    useStrings(words);
    const announced = (length: number): string => {
      const body = document.createElement('div');
      body.innerHTML = [100, length].map((count) => `<div><p class="c-feedback">${'x'.repeat(count)}</p></div>`).join('');
      return spokenVerdict('V.', body);
    };
    const first = `V. ${'x'.repeat(100)}`;
    expect([announced(297), announced(298)]).toEqual([`${first} ${'x'.repeat(297)}`, `${first} ${words['spoken.more']}`]);
  });

  it('is written anew with a space behind it only where it is the same as before', () => {
    openStage();
    const after = ['Un.', 'Deux.', 'Deux.', 'Deux.'].map((text) => {
      announce(text);
      return document.getElementById('c-live')?.textContent;
    });
    expect(after).toEqual(['Un.', 'Deux.', 'Deux.\u00a0', 'Deux.']);
  });

  it('stops before it is too long, and mentions that there is more', () => {
    const choices = ['a', 'b', 'c', 'd'].map((token) =>
      part(token, 'Un mot qui revient '.repeat(6).trim(), `${'Une raison. '.repeat(12)}`),
    );
    const announced = spoken('choice', choice, { choices, multiple: true }, ['a', 'b', 'c', 'd'], {
      a: 'wrong',
      b: 'wrong',
      c: 'wrong',
      d: 'wrong',
    });
    expect(announced.length).toBeLessThan(600);
    expect(announced).toMatch(/La suite se lit sous chaque réponse\.$/);
    expect(announced).toMatch(/^En partie juste\. Un mot qui .{40,65}… : Une raison/);
  });
});

describe('a verdict', () => {
  const live = (): string => document.getElementById('c-live')?.textContent ?? '';
  const regions = (): string[] =>
    [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')].map((one) => one.textContent ?? '').filter(Boolean);

  beforeEach(() => history.replaceState(null, '', location.pathname));

  it('is announced in one place, once, when the learner asks for it', async () => {
    const stage = openStage();
    stage.tick('levain', 'b');
    expect(live()).toBe('');
    stage.button('levain').click();
    expect(live()).toBe('Pas tout à fait. Vous pouvez réessayer.');
    expect(regions()).toEqual([live()]);
    for (const _ of ['retry', 'check']) {
      await stage.rested();
      stage.button('levain').click();
    }
    expect(live()).toBe('Pas tout à fait. Vous pouvez réessayer.\u00a0');
  });

  // Orca leaves out what a `status` gets within a tenth of a second of any other change, such as the verdict on the page; not a plain region.
  it('is announced by a region without a role, whole', () => {
    openStage();
    const region = document.getElementById('c-live') as HTMLElement;
    expect(region.localName).toBe('div');
    expect(['role', 'aria-live', 'aria-atomic'].map((name) => region.getAttribute(name))).toEqual([null, 'polite', 'true']);
  });

  it('does not stay at the end of the page, to be read there again', () => {
    vi.useFakeTimers();
    const stage = openStage();
    stage.tick('levain', 'b');
    stage.button('levain').click();
    vi.advanceTimersByTime(6000);
    stage.button('levain').click();
    vi.advanceTimersByTime(1000);
    stage.button('levain').click();
    vi.advanceTimersByTime(6000);
    expect(live()).toMatch(/^Pas tout à fait/);
    vi.advanceTimersByTime(6000);
    expect(live()).toBe('');
    vi.useRealTimers();
  });

  it('of an earlier visit is not announced', () => {
    const first = openStage();
    first.tick('levain', 'a');
    first.button('levain').click();
    first.tracker.flush();
    openStage({ lms: first.lms });
    expect(live()).toBe('');
  });

  it('that a quiz withholds is announced as recorded', () => {
    const content = bakery({
      activities: [
        activity(5, 'bilan', 'quiz', { options: { asks: 1, review: 'end' } }),
        activity(6, 'q-prix', 'pick', { quiz: 'bilan', attempts: 1 }),
      ],
    });
    const stage = openStage({ content });
    stage.tick('q-prix', 'b');
    stage.button('q-prix').click();
    expect(live()).toBe('C’est noté.');
  });
});
