// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Node } from '../../../build/model/source.ts';
import { gaps, labelling, ordering, pairing, passages, places, sorting, table } from '../../../build/room/forms/covered.ts';
import type { Shown } from '../../../build/room/forms/form.ts';
import { ask, shownIn, textsOf } from './ask.ts';

const bankOf = ({ keep = '' }: Shown): string[] => [...keep.matchAll(/<li>(.*?)<\/li>/g)].map(([, word = '']) => word);
const feedback = '<p>Parce que.</p>';

describe('sorting', () => {
  const items = [
    { html: '<b>Rail</b>', text: 'Rail' },
    { html: 'Rame', text: 'Rame' },
    { html: 'Pluie', text: 'Pluie' },
  ];
  const rows = [
    { name: 'Rail', value: 'Fixe', feedback },
    { name: 'Rame', value: 'Mobile' },
    { name: 'Un <quai>', feedback },
  ];

  test('covers the group of each item that has one', () => {
    const shown = sorting(ask({ lists: { items, groups: [{ title: 'Fixe' }, { title: 'Mobile' }] }, rows, paper: '<p class="map"></p>' }));
    shownIn(shown.body);
    const found = Object.fromEntries(
      [...document.querySelectorAll('li.r-row')].map((row) => [
        row.querySelector('.r-text')?.textContent,
        row.querySelector('[data-under]')?.textContent,
      ]),
    );
    expect(found).toEqual({ Rail: 'Fixe', Rame: 'Mobile', Pluie: undefined });
    expect([bankOf(shown), shown.reveals, textsOf('.r-why[data-more]'), document.querySelector('.map')]).toEqual([
      ['Fixe', 'Mobile'],
      true,
      ['RailParce que.', 'Un <quai>Parce que.'],
      null,
    ]);
  });

  test('shows the map where there are no groups', () => {
    const shown = sorting(ask({ lists: { items }, paper: '<p class="map"></p>' }));
    expect([shownIn(shown.body).querySelector('.map') !== null, bankOf(shown), shown.reveals]).toEqual([true, [], false]);
  });
});

describe('pairs', () => {
  const pairs = [{ left: 'Four', target: 'a' }, { left: 'Pétrin', target: 'b' }, { token: 'extra' }];
  const open = (length: number, more: readonly object[] = []): Shown => {
    const targets = [
      { token: 'a', html: 'c'.repeat(length) },
      { token: 'b', html: 'p'.repeat(length) },
    ];
    const shown = pairing(ask({ lists: { pairs: [...pairs, ...more], targets }, rows: [{ name: 'Four', feedback }] }));
    shownIn(shown.body);
    return shown;
  };

  test('with short right halves are rows with a covered half', () => {
    const shown = open(65);
    const found = [...document.querySelectorAll('.r-row')].map(
      (row) => `${row.querySelector('.r-text')?.textContent} ${row.querySelector('[data-under]')?.textContent?.[0]}`,
    );
    expect([found.sort(), shown.reveals, bankOf(shown).length]).toEqual([['Four c', 'Pétrin p'], true, 2]);
    expect(textsOf('.r-why[data-more]')).toEqual(['FourParce que.']);
  });

  test('with long ones are two columns, then joined', () => {
    const shown = open(66, [
      { left: 'Sel', target: 'none', right: 'Bocal' },
      { left: 'Eau', target: 'none' },
    ]);
    expect([shown.reveals, shown.keep, textsOf('[data-before] .r-letter').sort()]).toEqual([
      true,
      undefined,
      ['1', '2', '3', '4', 'A', 'B'],
    ]);
    const joined = Object.fromEntries(
      [...document.querySelectorAll('[data-answer] .r-pair[data-joined]')].map((row) => {
        const [left, right] = [...row.querySelectorAll('.r-half')];
        const text = right?.querySelector('.r-text')?.textContent ?? '';
        return [left?.querySelector('.r-text')?.textContent, [right?.querySelector('.r-letter')?.textContent === '→', text.slice(0, 5)]];
      }),
    );
    expect(joined).toEqual({ Four: [false, 'ccccc'], Pétrin: [false, 'ppppp'], Sel: [true, 'Bocal'], Eau: [true, ''] });
    expect(textsOf('.r-why[data-more]')).toEqual(['FourParce que.']);
  });

  test('are mixed on both sides, each in its own order', () => {
    const numbers = [0, 1, 2, 3, 4, 5];
    const many = numbers.map((n) => ({ left: `Four ${n}`, target: `t${n}` }));
    const targets = numbers.map((n) => ({ token: `t${n}`, html: `${n}${'c'.repeat(40)}` }));
    shownIn(pairing(ask({ lists: { pairs: many, targets } })).body);
    const sides = [1, 2].map((side) =>
      textsOf(`[data-before] .r-half:nth-child(${side}) .r-text`).map((text) => Number(/\d/.exec(text)?.[0])),
    );
    for (const side of sides) expect([[...side].sort(), side]).toEqual([numbers, expect.not.arrayContaining([numbers])]);
    expect([sides[0], sides[1]].map((side) => side?.join())).not.toContain(numbers.join());
    expect(sides[0]).not.toEqual(sides[1]);
  });

  test('the letters of the joined halves are those of the columns', () => {
    open(66);
    const letters = new Map(
      [...document.querySelectorAll('[data-before] .r-half')].map((half) => [
        half.querySelector('.r-text')?.textContent,
        half.querySelector('.r-letter')?.textContent,
      ]),
    );
    for (const half of document.querySelectorAll('[data-answer] .r-half')) {
      expect(half.querySelector('.r-letter')?.textContent).toBe(letters.get(half.querySelector('.r-text')?.textContent));
    }
  });
});

test('steps are mixed with letters, then in order with numbers', () => {
  const steps = [{ html: 'Pétrir', feedback }, { html: 'Cuire' }, { html: 'Vendre' }];
  const shown = ordering(ask({ lists: { steps } }));
  shownIn(shown.body);
  expect([shown.reveals, textsOf('[data-before] .r-letter'), textsOf('[data-answer][data-ordered] > li')]).toEqual([
    true,
    ['A', 'B', 'C'],
    ['1Pétrir', '2Cuire', '3Vendre'],
  ]);
  const mixed = textsOf('[data-before] .r-text');
  expect([mixed.join() === 'Pétrir,Cuire,Vendre', mixed.sort()]).toEqual([false, ['Cuire', 'Pétrir', 'Vendre']]);
  expect(textsOf('.r-why[data-more]')).toEqual(['1Parce que.']);
});

test('words of a text are covered, and offered if the author offers them', () => {
  const blanks = [
    { html: '<p>Le ', lead: '«', trail: '»', accepted: ['<four>', 'foyer'] },
    { html: ' et ', accepted: [] },
  ];
  const shown = gaps(ask({ options: { html: '.</p>', words: ['four', 'a&b'] }, lists: { blanks }, rows: [{ name: '1', feedback }] }));
  shownIn(shown.body);
  expect([shown.reveals, bankOf(shown), textsOf('[data-under]'), textsOf('.c-words')]).toEqual([
    true,
    ['four', 'a&amp;b'],
    ['<four>', ''],
    ['unlock 1', 'unlock 2'],
  ]);
  expect([
    textsOf('.r-held')[0]?.replace(/\?.*1/, ''),
    document.querySelector('.r-gaps')?.textContent?.endsWith('.'),
    textsOf('.r-why').length,
  ]).toEqual(['«<four>»', true, 1]);
  expect(gaps(ask({ lists: { blanks } })).keep).toBe('');
});

test('cells of a table are covered where they are to be filled in', () => {
  const rows = [{ title: '<b>Rail</b>', text: 'Rail', cells: [{ lead: 'a', token: 'x', trail: 'z' }, { lead: 'plein' }] }];
  const blanks = [
    { token: 'x', text: 'acier' },
    { token: 'y', text: 'acier' },
  ];
  const shown = table(ask({ options: { columns: ['Quoi', 'Où'] }, lists: { rows, blanks } }));
  shownIn(shown.body);
  expect([shown.reveals, bankOf(shown), textsOf('thead th[scope=col]'), textsOf('tbody th[scope=row]')]).toEqual([
    true,
    ['acier'],
    ['Quoi', 'Où'],
    ['Rail'],
  ]);
  expect([textsOf('td').map((text) => text.replace(/\?.*Rail/, '')), textsOf('.c-words'), textsOf('[data-under]')]).toEqual([
    ['aacierz', 'plein'],
    ['unlock Rail'],
    ['acier'],
  ]);
  expect(table(ask({ lists: { rows: [{ cells: [{ token: 'none' }] }] } }))).toMatchObject({ reveals: false, keep: '' });
});

test('right passages are highlighted', () => {
  const list = [
    { lead: '<p>', html: 'juste', right: true },
    { lead: ' ou ', html: 'faux', right: false },
  ];
  const { body, reveals } = passages(ask({ options: { html: '.</p>' }, lists: { passages: list }, rows: [{ name: 'x', feedback }] }));
  shownIn(body);
  expect([reveals, textsOf('mark'), textsOf('.r-marks'), textsOf('.r-why').length]).toEqual([true, ['juste'], ['juste ou faux.'], 1]);
});

test('labels of a picture are covered beside numbers on it', () => {
  const spots = [{ x: 20, y: 30, label: 'b' }, { label: 'none' }];
  const labels = [
    { token: 'a', text: 'Frein' },
    { token: 'b', text: 'Roue' },
  ];
  const shown = labelling(ask({ options: { html: '<img alt="Rame">' }, lists: { spots, labels } }));
  shownIn(shown.body);
  expect([shown.reveals, bankOf(shown).sort(), textsOf('.r-pin'), textsOf('ol[data-narrow] .r-letter'), textsOf('[data-under]')]).toEqual([
    true,
    ['Frein', 'Roue'],
    ['1', '2'],
    ['1', '2'],
    ['Roue', ''],
  ]);
  expect([...document.querySelectorAll('.r-pin')].map((pin) => pin.getAttribute('aria-hidden'))).toEqual(['true', 'true']);
  expect([...document.querySelectorAll('.r-pin')].map((pin) => pin.getAttribute('style'))).toEqual(['left:20%;top:30%', 'left:0%;top:0%']);
  expect(document.querySelector('.r-pointed img')).not.toBeNull();
});

describe('positions on a picture', () => {
  const list = [{ title: 'Quai', x: 1, y: 2, nodes: ['Ici.'] as unknown as readonly Node[], text: 'Quai', html: 'Quai' }];

  test('are uncovered one by one', () => {
    const { body, reveals } = places(ask({ lists: { cards: list } }));
    shownIn(body);
    expect([reveals, textsOf('.r-pin'), textsOf('details.r-card > summary'), textsOf('details .c-prose')]).toEqual([
      true,
      ['1'],
      ['1 Quai'],
      ['Ici.'],
    ]);
    expect(document.querySelector('[data-hand]')).toBeNull();
  });

  test('are voted for where the author asks', () => {
    expect(places(ask({ options: { asks: false }, lists: { cards: list } })).body).toContain('<details');
    shownIn(places(ask({ options: { asks: true }, lists: { cards: list } })).body);
    expect([textsOf('.r-pin'), textsOf('[data-hand] > .r-letter'), document.querySelector('details')]).toEqual([['1'], ['1'], null]);
  });
});
