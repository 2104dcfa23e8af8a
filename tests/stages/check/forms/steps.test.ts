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

  it('names the number with which the list begins, and the line that stands twice', () => {
    expect(orderOf(':::order{#q}\n3. Pétrir\n4. Cuire\n:::').values).toEqual({ start: 3 });
    expect(orderOf(':::order{#q}\n1. Pétrir\n2. pétrir\n:::').values).toEqual({ item: 'pétrir' });
  });

  it.each([
    ['one step', ':::order{#q}\n1. Pétrir\n:::', ['too-few-steps:1:1 has=1']],
    ['bullets for numbers', ':::order{#q}\n- Pétrir\n- Cuire\n:::', ['too-few-steps:1:1 has=0']],
    ['a list that begins above 1', ':::order{#q}\n3. Pétrir\n4. Cuire\n:::', ['list-begins-above-one:2:1 start=3']],
    ['a list that begins just above 1', ':::order{#q}\n2. Pétrir\n3. Cuire\n:::', ['list-begins-above-one:2:1 start=2']],
    [
      'a list broken in two',
      ':::order{#q}\n1. Pétrir\n2. Lever\n\nPuis :\n\n3. Cuire\n:::',
      ['text-after-answers:5:1', 'text-after-answers:7:1'],
    ],
    ['a step twice', DEPOT.replace("Annoncer qu'il est prêt", 'essayer les freins.'), ['item-twice:12:1 item=essayer les freins.']],
    [
      'nearly equal steps',
      DEPOT.replace("Annoncer qu'il est prêt", 'Essayer le frein').replace('les freins', 'le freins'),
      ['nearly-equal:12:1 one=Essayer le freins other=Essayer le frein'],
    ],
    ['an empty step', DEPOT.replace("Annoncer qu'il est prêt", ''), ['empty-item:12:1']],
    ['a list in a step', DEPOT.replace('les freins', 'les freins\n   - à main'), ['blocks-in-item:12:1 item=Essayer les freins']],
    ['a box', DEPOT.replace('2. Essayer', '2. [x] Essayer'), ['needless-box:11:1 item=Essayer les freins']],
    ['an id on a step', DEPOT.replace('les freins', 'les freins {#freins}'), ['unknown-attribute:11:24 name=order key=#freins near=']],
    ['a stray quote', DEPOT.replace(/:::$/, '\n> Perdu ?\n:::'), ['stray-quote:14:1']],
  ])('reports %s', (_, text, reports) => expect(orderOf(text).reports).toEqual([reports].flat()));
});
