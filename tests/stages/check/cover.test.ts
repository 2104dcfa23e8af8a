import { expect, test } from 'vitest';
import { pictogramPath } from '../../../build/kit/kit-path.ts';
import { assetMarker } from '../../../build/model/markers.ts';
import { lookAt, valuesOf } from '../../helpers/look-at.ts';

const look = (front: string, bytes = 10) =>
  lookAt({
    'course.yaml': 'id: depot\ntitle: Dépôt\nmodules: [rames]\npeople: [{ id: nadia, name: Nadia }]\n',
    'rames.md': `---\nid: rames\ntitle: Les rames\ncompletion: visited\n${front}\n---\n# Le quai {#quai}\n\nUne rame.\n`,
    'quai.png': 'x'.repeat(bytes),
  });

test('a cover has only what the author wrote, typeset', () => {
  expect(look('').module?.cover).toEqual({ aims: [] });
  expect(look('lead: "Freiner : à temps"\naims: ["Voir l\'arrêt"]').module?.cover).toEqual({
    lead: 'Freiner\u00a0: à temps',
    aims: [{ text: 'Voir l’arrêt' }],
  });
});

test('an aim may have a pictogram; one that doesn’t exist is reported and left out', () => {
  const icon = look('aims: [{ text: Freiner, icon: scroll }]');
  expect([icon.found, icon.module?.cover.aims]).toEqual([[], [{ text: 'Freiner', icon: assetMarker(pictogramPath('scroll')) }]]);
  const none = look('aims: [Voir, { text: Freiner, icon: scrol }]');
  expect(look('aims:\n  - Voir\n  - text: Freiner\n    icon: scrol').found).toEqual(['unknown-pictogram 8']);
  expect([none.found, none.module?.cover.aims]).toEqual([['unknown-pictogram 5'], [{ text: 'Voir' }, { text: 'Freiner' }]]);
});

test('a picture of the cover that learners wait for is announced', () => {
  expect([look('cover: quai.png', 60_000).found, look('cover: quai.png', 60_000).module?.cover.picture]).toEqual([
    [],
    assetMarker('quai.png'),
  ]);
  const heavy = look('cover: quai.png', 75_000);
  expect(heavy.list.map(({ severity }) => severity)).toEqual(['notice']);
  expect([heavy.found, valuesOf(heavy, 'heavy-cover')]).toEqual([['heavy-cover 5'], { file: 'quai.png', has: 75, limit: 60 }]);
  expect([look('cover: quai.png', 60_499).found, look('cover: quai.png', 60_500).found]).toEqual([[], ['heavy-cover 5']]);
  expect(look('cover: quais.png').found).toEqual(['missing-asset 5']);
});

test('people of the cover are those of the course', () => {
  expect(look('people: [nadia]').module?.cover.people).toMatchObject([{ id: 'nadia', name: 'Nadia' }]);
  expect(look('people:\n  - nadia\n  - nadja').found).toEqual(['unknown-person 7']);
  const unknown = look('people: [nadja, nadia]');
  expect([unknown.found, unknown.module?.cover.people?.length]).toEqual([['unknown-person 5'], 1]);
});
