import { describe, expect, it } from 'vitest';
import { tokenMarker } from '../../../../build/model/markers.ts';
import { definition as order } from '../../../../templates/order/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const orderOf = (text: string) => readActivity('order', order, text);

const DEPOT = `:::order{#depart}
Avant le départ, le conducteur :

- lit l'ordre du jour ;
- prend sa caisse.

Que fait-il ensuite ?

1. Faire le tour de la rame
> On regarde *avant* de monter.
2. Essayer les freins
3. Annoncer qu'il est prêt
:::`;

describe('steps', () => {
  it('reads the question, bullets included, and the numbered list', () => {
    const { options, activity, found } = orderOf(DEPOT);
    expect(found).toEqual([]);
    expect(options.prompt).toContain('prend sa caisse');
    expect(options.steps).toEqual([
      {
        token: tokenMarker(0),
        html: 'Faire le tour de la rame',
        text: 'Faire le tour de la rame',
        feedback: '<p>On regarde <em>avant</em> de monter.</p>',
      },
      { token: tokenMarker(1), html: 'Essayer les freins', text: 'Essayer les freins' },
      { token: tokenMarker(2), html: 'Annoncer qu’il est prêt', text: 'Annoncer qu’il est prêt' },
    ]);
    expect(activity?.parts).toEqual([
      { text: 'Faire le tour de la rame' },
      { text: 'Essayer les freins' },
      { text: "Annoncer qu'il est prêt" },
    ]);
  });

  it('counts from 0 as well', () => {
    expect(orderOf(':::order{#q}\nRangez.\n\n0. Pétrir\n1. Cuire\n:::').found).toEqual([]);
  });

  it.each([
    ['one step', ':::order{#q}\n1. Pétrir\n:::', ['too-few-steps:1']],
    ['bullets for numbers', ':::order{#q}\n- Pétrir\n- Cuire\n:::', ['too-few-steps:1']],
    ['a list that begins above 1', ':::order{#q}\n3. Pétrir\n4. Cuire\n:::', ['list-begins-above-one:2']],
    [
      'a list broken in two',
      ':::order{#q}\n1. Pétrir\n2. Lever\n\nPuis :\n\n3. Cuire\n:::',
      ['text-after-answers:5', 'text-after-answers:7'],
    ],
    ['a step twice', DEPOT.replace("Annoncer qu'il est prêt", 'essayer les freins.'), ['item-twice:12']],
    [
      'nearly equal steps',
      DEPOT.replace("Annoncer qu'il est prêt", 'Essayer le frein').replace('les freins', 'le freins'),
      ['nearly-equal:12'],
    ],
    ['an empty step', DEPOT.replace("Annoncer qu'il est prêt", ''), ['empty-item:12']],
    ['a list in a step', DEPOT.replace('les freins', 'les freins\n   - à main'), ['blocks-in-item:12']],
    ['a box', DEPOT.replace('2. Essayer', '2. [x] Essayer'), ['needless-box:11']],
    ['an id on a step', DEPOT.replace('les freins', 'les freins {#freins}'), ['unknown-attribute:11']],
    ['a stray quote', DEPOT.replace(/:::$/, '\n> Perdu ?\n:::'), ['stray-quote:14']],
  ])('reports %s', (_, text, codes) => expect(orderOf(text).found).toEqual(codes));
});
