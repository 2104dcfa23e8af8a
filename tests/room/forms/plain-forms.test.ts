// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Node } from '../../../build/model/source.ts';
import { cards, definitions, fields, onPaper, shortAnswer, story, tree } from '../../../build/room/forms/plain-forms.ts';
import { ask, shownIn, textsOf } from './ask.ts';

const nodes = ['Texte.'] as unknown as readonly Node[];

describe('cards', () => {
  const list = [{ title: 'Four', second: 'Chaud', nodes, icon: 'pa"in.svg' }, { title: 'Sel' }];

  test.each(['cards', 'reveal'])('of %s are closed, and there is something to show', (type) => {
    const { body, reveals } = cards(ask({ type, lists: { cards: list } }));
    shownIn(body);
    expect([reveals, textsOf('.r-deck > details.r-card:not([open]) > summary')]).toEqual([true, ['Four', 'Sel']]);
    expect(textsOf('.c-prose')).toEqual(['ChaudTexte.', '']);
  });

  test('of other types are steps to talk through', () => {
    const { body, reveals } = cards(ask({ type: 'timeline', lists: { cards: list } }));
    shownIn(body);
    expect([reveals, textsOf('ol[data-of="timeline"] > li[data-together] > h2')]).toEqual([false, ['Four', 'Sel']]);
    expect(textsOf('.r-back')).toEqual(['Chaud']);
    expect([...document.querySelectorAll('img')].map((image) => [image.getAttribute('src'), image.alt])).toEqual([['pa"in.svg', '']]);
  });
});

test('only fields with a title are shown', () => {
  const { body, reveals } = fields(ask({ lists: { fields: [{ title: 'Pourquoi ?', html: '<p>x</p>' }, {}] } }));
  shownIn(body);
  expect([reveals, textsOf('li.r-row')]).toEqual([false, ['Pourquoi ?x']]);
  expect(fields(ask({ lists: { fields: [{}] } })).body).toBe('');
});

test('a tree is its centre and branches, or the whole list', () => {
  const branches = [{ html: 'Rail', trail: '<ul><li>Aiguille</li></ul>' }];
  const centred = tree(ask({ options: { centre: { html: 'Dépôt' } }, lists: { branches } }));
  shownIn(centred.body);
  expect(centred.reveals).toBe(false);
  expect([textsOf('.r-centre'), textsOf('.r-tree > ul > li')]).toEqual([['Dépôt'], ['RailAiguille']]);
  const whole = tree(ask({ options: { html: '<ul><li>Dépôt</li></ul>' }, lists: { branches } }));
  shownIn(whole.body);
  expect([whole.reveals, textsOf('.r-tree > ul'), textsOf('.r-centre')]).toEqual([false, ['Dépôt'], []]);
});

test('definitions are shown for comparison', () => {
  const { body, reveals } = definitions(ask({ lists: { definitions: [{ title: 'Rail', html: '<p>Acier</p>' }] } }));
  shownIn(body);
  expect([reveals, textsOf('.r-why h2'), textsOf('.r-why p')]).toEqual([false, ['Rail'], ['Acier']]);
});

describe('a short answer', () => {
  test('is covered, with what is accepted too', () => {
    const { body, reveals } = shortAnswer(ask({ rows: [{ name: 'Réponse', value: '<12>', also: 'ou douze' }] }));
    shownIn(body);
    expect([reveals, textsOf('[data-under]'), textsOf('.r-also[data-answer]'), textsOf('.c-words')]).toEqual([
      true,
      ['<12>'],
      ['ou douze'],
      ['unlock answer'],
    ]);
  });

  test('gives reasons for expected mistakes: wrong, or worth a part', () => {
    const { body, reveals } = shortAnswer(
      ask({ rows: [{ name: '13', feedback: '<p>Un de trop.</p>' }, { name: '11', weight: '50 %' }, { name: '10' }] }),
    );
    expect(textsOf('.r-why', shownIn(shortAnswer(ask({ rows: [{ name: 'x', value: '1', feedback: '<p>Oui.</p>' }] })).body))).toEqual([]);
    shownIn(body);
    expect([reveals, textsOf('.r-why[data-more]')]).toEqual([false, ['✗13Un de trop.', '11 50 %']]);
    expect([...document.querySelectorAll('.r-why')].map((one) => one.getAttribute('data-mark'))).toEqual(['wrong', null]);
  });

  test('without others has no line for them', () => {
    expect(shortAnswer(ask({ rows: [{ name: 'x', value: '1' }] })).body).not.toContain('r-also');
  });
});

const NEEDS = [
  ['temps', '>', 2],
  ['cle', '=', 1],
] as const;

describe('a story', () => {
  const scenes = [
    {
      token: 'gare',
      html: 'La <em>gare</em>',
      nodes,
      choices: [
        { html: 'Partir', to: 'quai', feedback: '<p>Vite.</p>', needs: NEEDS, changes: [['temps', '+', -1]] },
        { html: 'Rester', to: 'gare' },
      ],
    },
    { token: 'quai', html: 'Le quai', ending: 'good' },
  ] as const;
  const open = (options = {}): HTMLElement => shownIn(story(ask({ options, lists: { scenes } })).body);

  test('begins with its first scene', () => {
    expect(textsOf('.r-scene:not([data-elsewhere]) h2', open())).toEqual(['La gare']);
    expect([...document.querySelectorAll<HTMLElement>('.r-scene')].map(({ dataset }) => [dataset.scene, dataset.name])).toEqual([
      ['gare', 'La gare'],
      ['quai', 'Le quai'],
    ]);
    expect(textsOf('.r-scene > p:not(.r-ending)')).toEqual(['Texte.']);
  });

  test('has a vote on the decisions, with their rules', () => {
    open();
    const [go, stay] = [...document.querySelectorAll<HTMLElement>('.r-way')];
    expect([go?.dataset.to, JSON.parse(go?.dataset.rule ?? '')]).toEqual(['quai', { needs: NEEDS, changes: [['temps', '+', -1]] }]);
    expect([stay?.dataset.to, JSON.parse(stay?.dataset.rule ?? '')]).toEqual(['gare', { needs: [], changes: [] }]);
    expect([textsOf('.r-need'), textsOf('.r-told[hidden]'), textsOf('[data-hand] .r-letter')]).toEqual([
      ['scene.need temps > 2, cle = 1'],
      ['Vite.'],
      ['A', 'B'],
    ]);
    expect([...document.querySelectorAll('.r-count input')].map((one) => one.getAttribute('aria-label'))).toEqual(['hand A', 'hand B']);
    expect([
      document.querySelectorAll('.r-option .r-count').length,
      document.querySelectorAll('ol.r-options[data-together]').length,
    ]).toEqual([2, 1]);
  });

  test('marks an ending, starts with its values, and leads back', () => {
    open({ state: { temps: 3 } });
    expect([
      textsOf('[data-scene=quai] .r-ending'),
      document.querySelector<HTMLElement>('.r-ending')?.dataset.ending,
      textsOf('.r-ending').length,
    ]).toEqual([['scene.end'], 'good', 1]);
    expect(JSON.parse(document.querySelector<HTMLElement>('.r-story')?.dataset.state ?? '')).toEqual({ temps: 3 });
    expect(textsOf('.r-ways[data-keep] button[disabled]')).toEqual(['scene.back', 'scene.again']);
    open();
    expect(document.querySelector<HTMLElement>('.r-story')?.dataset.state).toBe('{}');
  });

  test('has no answer to show', () => {
    expect(story(ask({ lists: { scenes } })).reveals).toBe(false);
  });
});

test('on paper, the key is the answer', () => {
  const rows = [
    { name: 'a<b', mark: 'right' as const },
    { name: 'c', mark: 'wrong' as const },
    { name: 'd', value: 'e' },
  ];
  const { body, reveals } = onPaper(ask({ rows, paper: '<p>Sur papier</p>' }));
  shownIn(body);
  expect([reveals, textsOf('p'), textsOf('[data-answer] li')]).toEqual([true, ['Sur papier'], ['✓ a<b', '✗ c', 'd → e']]);
  expect(onPaper(ask({ rows: [{ name: 'a' }] }))).toMatchObject({ body: expect.stringContaining('<ul><li>a</li></ul>'), reveals: true });
  expect(onPaper(ask({ paper: '<p>x</p>' }))).toEqual({ body: '<p>x</p>', reveals: false });
});
