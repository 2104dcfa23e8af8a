import { describe, expect, it } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { largest, report, score, slots } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const carnet: Options = {
  fields: [
    { token: 'a', text: 'Le matin', maxCharacters: 60, minWords: 3 },
    { token: 'b', text: 'Le soir', maxCharacters: 100, maxWords: 4 },
  ],
};

describe('reading a guided text', () => {
  const found = (body: string) => readActivity('writing', schema, `:::writing{#carnet}\n${body}\n:::`).found;

  it.each([
    ['Écrivez.', ['no-card:1']],
    ['## {#matin}\nTôt.', ['card-without-title:1']],
    ['## Matin {min-words=9 max-words=3}\nTôt.', ['more-than-allowed:1']],
    ['## Matin {#matin min-words=2}\nTôt.\n## Soir', []],
    ['## Matin {min-words=3 max-words=3}\nTôt.', []],
    ['## Matin {recall}\nTôt.', ['bad-attribute:2']],
  ])('reports what is wrong in %j', (body, codes) => expect(found(body)).toEqual(codes));

  it('reads what each part recalls', () => {
    const { options } = readActivity('writing', schema, ':::writing{#carnet}\n## Matin {recall="ligne-2/arrets"}\n## Soir\n:::');
    const { fields } = options as { fields: { recall?: string }[] };
    expect(fields.map(({ recall }) => recall)).toEqual(['ligne-2/arrets', undefined]);
  });
});

describe('telling the LMS of a text', () => {
  it('is one free text a field, the empty ones too', () => {
    expect(slots(carnet).map(({ part, type, text }) => [part, type, text])).toEqual([
      ['a', 'long-fill-in', 'Le matin'],
      ['b', 'long-fill-in', 'Le soir'],
    ]);
    expect(report(carnet, { a: 'Le tram.', zz: 'parti' })).toEqual([
      { part: 'a', response: { type: 'long-fill-in', text: 'Le tram.' }, result: 'neutral' },
      { part: 'b', response: { type: 'long-fill-in', text: '' }, result: 'neutral' },
    ]);
    expect(report(carnet, { a: ' Le tram. ', b: 3 } as never).map(({ response }) => 'text' in response && response.text)).toEqual([
      ' Le tram. ',
      '',
    ]);
    const [field] = carnet.fields;
    expect(field && slots({ ...carnet, fields: [{ ...field, text: 'é'.repeat(251) }] })[0]?.text).toBe('é'.repeat(250));
    const ratios = [score(carnet, { a: 'Le tram.' }), score(carnet, { b: '  ' }), score(carnet, null), score({ fields: [] }, null)];
    expect(ratios).toEqual([0.5, 0, 0, 0].map((ratio) => ({ ratio, parts: {} })));
  });
});

it('has no text in its largest answer, because words are measured apart', () => {
  expect(largest()).toEqual({});
});
