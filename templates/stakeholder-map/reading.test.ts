import { describe, expect, it } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { type Options, definition as schema } from './type.ts';

const AXES = 'x="Intérêt; faible; fort" y="Pouvoir; faible; fort"';
const MAP = `:::stakeholder-map{#depot ${AXES}}
Qui compte ?

## fort, faible
- Les voyageurs
> Ils attendent.

## Fort, fort
- La commune
:::`;
const readMap = (text: string) => readActivity('stakeholder-map', schema, text);

describe('reading a map of actors', () => {
  it('makes every cell of the grid, the highest row first, whether or not an actor belongs there', () => {
    const { options, found } = readMap(MAP);
    expect(found).toEqual([]);
    const read = options as unknown as Options;
    expect(read.rows.map((row) => row.cells.map(({ text }) => text))).toEqual([
      ['Intérêt\u00a0: faible\u202f; pouvoir\u00a0: fort', 'Intérêt\u00a0: fort\u202f; pouvoir\u00a0: fort'],
      ['Intérêt\u00a0: faible\u202f; pouvoir\u00a0: faible', 'Intérêt\u00a0: fort\u202f; pouvoir\u00a0: faible'],
    ]);
    const [[, high], [, low]] = read.rows.map((row) => row.cells) as [[unknown, { token: string }], [unknown, { token: string }]];
    expect(read.items.map(({ text, cell: at }) => [text, at])).toEqual([
      ['Les voyageurs', low.token],
      ['La commune', high.token],
    ]);
    expect(read.items[0]?.feedback).toContain('Ils attendent.');
  });

  it('keeps the name of an axis as it is written where it is an abbreviation', () => {
    const { options } = readMap(MAP.replace('Pouvoir', 'ARS'));
    expect((options as unknown as Options).rows[0]?.cells[0]?.text).toBe('Intérêt\u00a0: faible\u202f; ARS\u00a0: fort');
  });

  it('separates a long name of an axis from its word, in English too', () => {
    const long = MAP.replace('Intérêt;', 'Intérêt pour le maintien dans les lieux;');
    const named = (options: object): string | undefined => (options as Options).rows[0]?.cells[0]?.text;
    expect(named(readMap(long).options)).toBe('Intérêt pour le maintien dans les lieux\u00a0: faible\u202f; pouvoir\u00a0: fort');
    const english = readActivity('stakeholder-map', schema, MAP.replace('Intérêt;', 'Interest;').replace('Pouvoir;', 'Power;'), 'en');
    expect(named(english.options)).toBe('Interest: faible; power: fort');
  });

  it('is scored where there is a model, and only explores where there is none', () => {
    expect(readMap(MAP).activity?.points).toBe(1);
    const { activity, found } = readMap(`:::stakeholder-map{#depot ${AXES}}\nQui ?\n\n- La commune\n- Le dépôt\n:::`);
    expect([found, activity?.points]).toEqual([[], 0]);
  });

  it.each([
    ['a place that is none', MAP.replace('fort, faible', 'fort, faibl'), ['unknown-cell:4']],
    ['a place with a slip of the comma', MAP.replace('Fort, fort', 'fort fort'), ['unknown-cell:8']],
    ['an actor in two places', MAP.replace('- La commune', '- les voyageurs'), ['actor-in-two-cells:9']],
    ['an actor twice in a place', MAP.replace('- La commune', '- La commune\n- la commune'), ['item-twice:10']],
    ['a place twice', MAP.replace('Fort, fort', 'fort, faible'), ['group-twice:8']],
    ['an actor twice without a model', `:::stakeholder-map{#q ${AXES}}\n- Un\n- un\n:::`, ['item-twice:3']],
    ['no actor', `:::stakeholder-map{#q ${AXES}}\nQui ?\n:::`, ['no-actor:1']],
    [
      'too many',
      `:::stakeholder-map{#q ${AXES}}\n${Array.from('abcdefghijklmnopqrstu', (sign) => `- rame ${sign}\n`).join('')}:::`,
      ['too-many-lines:1'],
    ],
    [
      'just as many as fit',
      `:::stakeholder-map{#q ${AXES}}\n${Array.from('abcdefghijklmnopqrst', (sign) => `- rame ${sign}\n`).join('')}:::`,
      [],
    ],
    ['text behind the list', `:::stakeholder-map{#q ${AXES}}\n- Un\n\nPerdu.\n:::`, ['text-after-answers:4']],
    ['an axis of one word', MAP.replace('Intérêt; faible; fort', 'Intérêt; fort'), ['bad-attribute:1']],
    ['an axis that says the same twice', MAP.replace('Intérêt; faible; fort', 'Intérêt; fort; Fort'), ['bad-attribute:1']],
    ['an axis that is not there', MAP.replace(' y="Pouvoir; faible; fort"', ''), ['missing-attribute:1']],
  ])('reports %s', (_, text, codes) => expect(readMap(text).found).toEqual(codes));
});
