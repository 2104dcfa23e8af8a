// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { ballot, bands, choices, scales, statements } from '../../../build/room/forms/ballots.ts';
import { ask, shownIn, textsOf } from './ask.ts';

test('few numbers have a column each', () => {
  expect(bands(1, 5)).toEqual(['1', '2', '3', '4', '5']);
});

test.each([
  [0, 10],
  [0, 95],
  [3, 9],
])('from %d to %d: five bands, each number in one of them', (min, max) => {
  const ends = bands(min, max).map((band) => band.split('–').map(Number));
  expect(ends).toHaveLength(5);
  expect(ends[0]?.[0]).toBe(min);
  expect(ends.at(-1)?.at(-1)).toBe(max);
  for (const [index, end] of ends.slice(1).entries()) expect(end[0]).toBe((ends[index]?.at(-1) ?? Number.NaN) + 1);
});

const line = (token: string, html: string, right?: boolean, more: object = {}) => ({
  token,
  html,
  text: html,
  ...(right !== undefined && { right }),
  ...more,
});

describe('choices', () => {
  const list = [line('a', 'Vert', false, { feedback: '<p>Non.</p>' }), line('b', 'Rouge', true, { feedback: '<p>Oui.</p>' })];
  const open = (some: readonly object[] = list, type = 'choice', options: Readonly<Record<string, unknown>> = {}) => {
    const shown = choices(ask({ type, options, lists: { choices: some } as never }));
    const page = shownIn(`${shown.keep ?? ''}${shown.body}`);
    return { ...shown, page };
  };

  test('have letters, counters of hands, and marks that appear with the answer', () => {
    const { page, reveals } = open();
    expect(reveals).toBe(true);
    expect(textsOf('.r-option > .r-letter')).toEqual(['A', 'B']);
    expect([...page.querySelectorAll('.r-option')].map((one) => one.getAttribute('data-mark'))).toEqual(['wrong', 'right']);
    expect([...page.querySelectorAll('input')].map((one) => one.getAttribute('aria-label'))).toEqual(['hand A', 'hand B']);
    expect(textsOf('.r-option .c-words[data-answer]')).toEqual(['right']);
    expect(textsOf('.r-option .r-text')).toEqual(['Vert', 'rightRouge']);
  });

  test('give the reasons of right ones first, and repeat the right one', () => {
    const { page, keep } = open();
    expect(textsOf('.r-why')).toEqual(['BOui.', 'ANon.']);
    const whys = [...page.querySelectorAll('.r-why')];
    expect(whys.map((one) => [one.hasAttribute('data-lone'), one.hasAttribute('data-more'), one.getAttribute('data-mark')])).toEqual([
      [true, false, 'right'],
      [false, true, 'wrong'],
    ]);
    expect(keep).toContain('<b>B</b> Rouge');
    expect(page.querySelector('.r-recap')?.hasAttribute('hidden')).toBe(true);
  });

  test('that are right together are repeated by their letters alone', () => {
    const { keep, page } = open([line('a', 'Vert', true, { feedback: '<p>Oui.</p>' }), line('b', 'Bleu', true), line('c', 'Gris', false)]);
    expect(keep).toContain('<span><b>A</b> · <b>B</b></span>');
    expect(page.querySelector('.r-why')?.hasAttribute('data-lone')).toBe(false);
  });

  test('of a checklist, or without a right one, are not judged', () => {
    for (const shown of [open(list, 'checklist'), open([line('a', 'Vert', false)])]) {
      expect([shown.reveals, shown.keep]).toEqual([false, '']);
      expect(shown.body).not.toMatch(/data-mark|data-answer/);
    }
  });

  test('that are worth something without being right are partly right, with their percent', () => {
    const { page } = open([
      line('a', 'Vert', true, { weight: 100 }),
      line('b', 'Bleu', false, { weight: 50, feedback: '<p>Presque.</p>' }),
      line('c', 'Gris', false, { weight: 0 }),
    ]);
    expect([...page.querySelectorAll('.r-option')].map((one) => one.getAttribute('data-mark'))).toEqual(['right', 'partly', 'wrong']);
    expect(textsOf('small[data-answer]')).toEqual(['weight 100', 'weight 50', 'weight 0']);
    expect([textsOf('.r-why'), page.querySelector('.r-why')?.hasAttribute('data-mark')]).toEqual([['BPresque.'], false]);
  });

  test('are in two columns if they are four or more, each of 34 characters at most', () => {
    const columns = (count: number, length: number): boolean =>
      open(Array.from({ length: count }, (_, n) => line(String(n), `<b>${'x'.repeat(length)}</b>`))).body.includes('data-columns');
    expect([columns(3, 5), columns(4, 34), columns(4, 35)]).toEqual([false, true, false]);
    expect(open(['a', 'b', 'c', 'd'.repeat(35)].map((text) => line('t', text))).body).not.toContain('data-columns');
    const titled = ballot(
      ask({}),
      Array.from({ length: 4 }, () => ({ title: 'x'.repeat(35) })),
    );
    expect(titled.body).not.toContain('data-columns');
  });

  test('have their text before a title', () => {
    expect(ballot(ask({}), [{ title: 'Titre', html: 'Texte' }]).body).toContain('<div class="r-text">Texte</div>');
  });

  test('may have a picture, and letters of their own', () => {
    const { body } = ballot(ask({}), [{ title: 'Four', icon: 'a"b.svg' }], (index) => String(index + 1));
    expect(body).toContain('<img class="c-pic" src="a&quot;b.svg" alt="">');
    expect(body).toContain('<span>1</span>');
    expect(body).toContain('<div class="r-text">Four</div>');
  });

  test('are in another order only if they are shuffled', () => {
    const many = Array.from({ length: 8 }, (_, n) => line(String(n), `Tram ${n}`));
    const order = (options: Readonly<Record<string, unknown>>): string[] => {
      open(many, 'choice', options);
      return textsOf('.r-option .r-text');
    };
    const plain = order({});
    expect(plain).toEqual(many.map(({ html }) => html));
    expect(order({ shuffle: true })).not.toEqual(plain);
    expect(order({ shuffle: true }).sort()).toEqual(plain);
  });
});

test('statements have two counters each, their verdicts and their reasons', () => {
  const lists = {
    choices: [
      line('a', 'Le <b>four</b> chauffe', true, { feedback: '<p>Oui.</p>' }),
      line('b', 'Il gèle', false, { feedback: '<p>Non.</p>' }),
    ],
  };
  const { body, reveals } = statements(ask({ type: 'true-false', lists }));
  const page = shownIn(body);
  expect(reveals).toBe(true);
  expect(textsOf('.r-row > .r-letter')).toEqual(['1', '2']);
  expect(textsOf('.r-verdict')).toEqual(['true', 'false']);
  expect([...page.querySelectorAll('.r-verdict')].map((one) => one.getAttribute('data-mark'))).toEqual(['right', 'wrong']);
  expect(
    [...page.querySelectorAll('[role="group"]')].map((one) => [one.getAttribute('aria-label'), one.hasAttribute('data-beside')]),
  ).toEqual([
    ['Le four chauffe', true],
    ['Il gèle', true],
  ]);
  expect(textsOf('.r-level')).toEqual(['true', 'false', 'true', 'false']);
  expect(textsOf('.r-why[data-more]:not([data-lone])')).toEqual(['1Oui.', '2Non.']);
  expect([...page.querySelectorAll('.r-why')].map((one) => one.getAttribute('data-mark'))).toEqual(['right', 'wrong']);
  expect([...page.querySelectorAll('.r-verdict use')].map((one) => one.getAttribute('href'))).toEqual(['#i-check', '#i-x']);
});

test('a scale has a column for each level or number, and nothing to reveal', () => {
  const items = [line('a', 'Pétrir')];
  const levels = ["jamais l'été", 'parfois', 'souvent'].map((text) => ({ text }));
  const named = scales(ask({ lists: { items, levels } }));
  shownIn(named.body);
  expect([textsOf('.r-level'), named.reveals]).toEqual([['jamais l’été', 'parfois', 'souvent'], false]);
  expect(named.body).not.toContain('data-beside');
  shownIn(scales(ask({ options: { min: 1, max: 3 }, lists: { items } })).body);
  expect(textsOf('.r-level')).toEqual(['1', '2', '3']);
});

test('six numbers have a column each, seven are in bands', () => {
  expect(bands(1, 6)).toHaveLength(6);
  expect(bands(1, 7)).toEqual(['1', '2', '3–4', '5', '6–7']);
});
