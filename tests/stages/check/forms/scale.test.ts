import { expect, it } from 'vitest';
import type { ScaleBody } from '../../../../build/stages/check/forms/scale.ts';
import { definition } from '../../../../templates/scale/type.ts';
import { definition as sliders } from '../../../../templates/sliders/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const SCALE = `:::scale{#depart levels="je découvre; je sais faire"}
Où en êtes-vous ?

- Freiner {competency=c4-3}
- Annoncer un *arrêt*
:::`;

const read = (text: string) => {
  const { options, found, reports, activity } = readActivity('scale', definition, text);
  return { found, reports, parts: activity?.parts, ...(options as unknown as ScaleBody) };
};

it('makes a part of each level and of each item', () => {
  const { found, levels, items, fields, parts, prompt } = read(SCALE);
  expect([found, prompt, fields]).toEqual([[], '<p>Où en êtes-vous\u202f?</p>', undefined]);
  expect(levels.map(({ text }) => text)).toEqual(['je découvre', 'je sais faire']);
  expect(items.map(({ html, text, competency, fact }) => [html, text, competency, fact])).toEqual([
    ['Freiner', 'Freiner', 'c4-3', undefined],
    ['Annoncer un <em>arrêt</em>', 'Annoncer un arrêt', undefined, undefined],
  ]);
  expect(parts?.map(({ text }) => text)).toEqual(['je découvre', 'je sais faire', 'Freiner', 'Annoncer un arrêt']);
});

it('has a field for the comment, which is no part', () => {
  const { found, fields, parts } = read(SCALE.replace('}\nOù', ' comment}\nOù'));
  expect([found, fields, parts?.length]).toEqual([[], [{ token: 'zz', maxCharacters: 500 }], 4]);
});

it('has a field for the fact of each item', () => {
  const text = ':::sliders{#crible low="fragile" high="solide" facts}\nSituez.\n\n- Freiner\n- Annoncer\n:::';
  const { options, found, activity } = readActivity('sliders', sliders, text);
  const { items, fields } = options as unknown as ScaleBody;
  const facts = items.map(({ fact }) => fact);
  expect([found, new Set([...facts, undefined]).size]).toEqual([[], 3]);
  expect(fields).toEqual(facts.map((token) => ({ token, maxCharacters: 300 })));
  expect(activity?.parts.slice(-4)).toEqual(['Freiner', 'Annoncer'].flatMap((item) => [{ text: item }, { text: item, key: 'fact' }]));
});

it('typesets its items, and has the comment behind the facts', () => {
  expect(read(SCALE.replace('un *arrêt*', "l'*arrêt*")).items[1]).toMatchObject({
    html: 'Annoncer l’<em>arrêt</em>',
    text: 'Annoncer l’arrêt',
  });
  const both = { ...definition, attributes: definition.attributes.extend({ facts: sliders.attributes.shape.facts }) };
  const { options, found } = readActivity(
    'scale',
    both,
    SCALE.replace('}\nOù', ' facts comment}\nOù').replace('- Annoncer un *arrêt*\n', ''),
  );
  const { items, fields } = options as unknown as ScaleBody;
  expect([found, fields]).toEqual([
    [],
    [
      { token: items[0]?.fact, maxCharacters: 300 },
      { token: 'zz', maxCharacters: 500 },
    ],
  ]);
});

it.each([
  [
    'another attribute of an item',
    SCALE.replace('competency=c4-3', 'competences=c4-3'),
    'unknown-attribute:4:12 name=scale key=competences near=competency',
  ],
  ['a competency without a name', SCALE.replace('competency=c4-3', 'competency'), 'unknown-attribute:4:12 name=scale key=competency near='],
  ['an id of an item', SCALE.replace('competency=c4-3', '#freiner'), 'unknown-attribute:4:12 name=scale key=#freiner near='],
  ['an unknown competency', SCALE.replace('c4-3', 'c4-4'), 'unknown-competency:4:12 id=c4-4 near=c4-3'],
  ['feedback', SCALE.replace('- Annoncer', '> Bien.\n- Annoncer'), 'stray-quote:4:1'],
  ['an item twice', SCALE.replace('Annoncer un *arrêt*', 'freiner'), 'item-twice:5:1 item=freiner'],
  ['a box', SCALE.replace('- Annoncer', '- [x] Annoncer'), 'needless-box:5:1 item=Annoncer un arrêt'],
  ['a text below the items', SCALE.replace(/:::$/, '\nVoilà.\n:::'), 'text-after-answers:7:1'],
])('reports %s', (_, text, reports) => expect(read(text).reports).toEqual([reports].flat()));

it('takes a numbered list for a part of the question', () => {
  const { found, prompt, items } = read(SCALE.replace('Où en êtes-vous ?', 'Où en êtes-vous ?\n\n1. Un\n2. Deux\n\n(Cochez.)'));
  expect([found, prompt?.includes('<ol>'), items.map(({ text }) => text)]).toEqual([[], true, ['Freiner', 'Annoncer un arrêt']]);
});
