import { expect, test } from 'vitest';
import { found, GROUPS, grouped, plain } from '../../../build/studio/add/catalogue.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

const TYPES = [
  typeOf('own-game', ''),
  typeOf('own-block', '', { kind: 'block' }),
  typeOf('true-false', ''),
  typeOf('choice', '', { label: 'Choix' }),
  typeOf('text', '', { kind: 'block', label: 'Texte d’été' }),
];

test('types are in the groups of the dialog, and others come after their kind', () => {
  const groups = grouped(TYPES);
  expect(groups.map(({ name }) => name)).toEqual(Object.keys(GROUPS));
  const names = Object.fromEntries(groups.map(({ name, types }) => [name, types.map((type) => type.name)]));
  expect(names).toEqual({
    check: ['choice', 'true-false', 'own-game'],
    write: [],
    tell: [],
    sort: [],
    place: [],
    show: ['text', 'own-block'],
  });
});

test('a search finds all its words, without accents and in small letters', () => {
  const search = (words: string): string[] =>
    found(grouped(TYPES), words, ({ label }) => label).flatMap(({ types }) => types.map(({ name }) => name));
  expect([search(' ÉTÉ  text '), search("d'ete"), search('choix été'), search('').length]).toEqual([['text'], ['text'], [], 5]);
  expect(found(grouped(TYPES), 'choix', ({ label }) => label).map(({ name }) => name)).toEqual(['check']);
  expect(plain('L’Œuvre ÀÉ')).toBe("l'œuvre ae");
});
