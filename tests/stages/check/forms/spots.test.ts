import { expect, it } from 'vitest';
import type { SpotsBody } from '../../../../build/stages/check/forms/spots.ts';
import { definition } from '../../../../templates/hotspots/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const PLACES = `:::hotspots{#depot}
Où est-ce ?

![Un dépôt](depot.svg)

## 19 25,5 | Le *quai*
On y attend.

## 82 22 | L'aiguille
On la règle.
:::`;
const QUESTION = PLACES.replace('quai*', 'quai* {right}').replace('On la règle.\n', '');

const read = (text: string) => {
  const { options, found, reports, activity } = readActivity('hotspots', definition, text);
  return { found, reports, activity, ...(options as unknown as SpotsBody) };
};

it('reads places with a content, none of which is right or wrong', () => {
  const { found, asks, cards, prompt, html } = read(PLACES);
  expect([found, asks, prompt]).toEqual([[], false, '<p>Où est-ce\u202f?</p>']);
  expect(html).toMatch(/<img [^>]*alt="Un dépôt"/);
  expect(cards).toMatchObject([
    { x: 19, y: 25.5, title: 'Le <em>quai</em>', text: 'Le quai', right: false, nodes: [{ kind: 'prose', html: '<p>On y attend.</p>' }] },
    { x: 82, y: 22, text: 'L’aiguille', right: false },
  ]);
  expect(cards[0]).not.toHaveProperty('feedback');
});

it('is a question once a place is right: contents are then feedback, and may be missing', () => {
  const { found, asks, cards, activity } = read(QUESTION);
  expect([found, asks]).toEqual([[], true]);
  expect(cards.map(({ right, feedback, nodes }) => [right, feedback, nodes])).toEqual([
    [true, '<p>On y attend.</p>', undefined],
    [false, undefined, undefined],
  ]);
  expect(activity?.parts).toEqual([{ text: 'Le quai', key: 'x' }, { text: "L'aiguille" }]);
});

it('is a question by `right` alone, also beside a mistake', () => {
  expect(read(PLACES.replace('quai*', 'quai* {juste}')).asks).toBe(false);
  expect(read(PLACES.replace('quai*', 'quai* {juste right}'))).toMatchObject({ asks: true, cards: [{ right: true }, { right: false }] });
});

it('leaves quotations of the prompt to the report of stray ones', () => {
  const { found, prompt } = read(PLACES.replace('Où est-ce ?', 'Où est-ce ?\n\n> Un mot.'));
  expect([found.length <= 1, prompt]).toEqual([true, '<p>Où est-ce\u202f?</p>']);
});

it('takes the first of two pictures, and places up to its edges', () => {
  const text = PLACES.replace('(depot.svg)', '(depot.svg)\n\n![Une voie](voie.svg)').replace('19 25,5', '0 100').replace('82 22', '100 0');
  const { found, html, prompt, cards } = read(text);
  expect([found, cards.map(({ x, y }) => [x, y])]).toEqual([
    [],
    [
      [0, 100],
      [100, 0],
    ],
  ]);
  expect(html).toContain('Un dépôt');
  expect(prompt).toContain('Une voie');
  expect(read(text.replace('0 100', '0 100,1')).found).toEqual(['point-outside:8']);
  expect(readActivity('hotspots', definition, PLACES.replace('82 22', 'x'.repeat(41))).values).toEqual({ text: 'x'.repeat(40) });
});

it.each([
  ['no picture', PLACES.replace(/!\[.*\n/, ''), 'no-picture:1:1 name=hotspots'],
  ['no place', ':::hotspots{#depot}\nOù ?\n\n![Un dépôt](depot.svg)\n:::', 'no-spot:1:1 name=hotspots'],
  ['a place outside the picture', PLACES.replace('82 22', '82 122'), 'point-outside:9:1 text=82 122'],
  ['a place with one number', PLACES.replace('82 22', '82'), 'point-outside:9:1 text=82'],
  ['a place without a name', PLACES.replace(" | L'aiguille", ''), 'spot-without-name:9:1'],
  ['a place that opens nothing', PLACES.replace('On la règle.\n', ''), "empty-spot:9:1 title=L'aiguille"],
  ['another attribute', PLACES.replace("L'aiguille", "L'aiguille {juste}"), 'unknown-attribute:9:24 name=## key=juste near=right'],
  [
    'an attribute behind an id',
    PLACES.replace("L'aiguille", "L'aiguille {#voie juste}"),
    ['unknown-attribute:9:24 name=## key=#voie near=', 'unknown-attribute:9:30 name=## key=juste near=right'],
  ],
  ['an id', PLACES.replace("L'aiguille", "L'aiguille {#aiguille}"), 'unknown-attribute:9:24 name=## key=#aiguille near='],
])('reports %s', (_, text, reports) => expect(read(text).reports).toEqual([reports].flat()));

it('reports a place without numbers with the beginning of its title', () => {
  const found = (title: string) => read(PLACES.replace('82 22 |', `${title} |`)).found;
  expect([found('82'), found('à droite'), found('101 2'), found(' 82   22 ')]).toEqual([
    ['point-outside:9'],
    ['point-outside:9'],
    ['point-outside:9'],
    [],
  ]);
});
