import { expect, test } from 'vitest';
import { found, GROUPS, grouped, plain } from '../../../build/studio/add/catalogue.ts';
import { skeletonOf } from '../../../build/studio/add/skeletons.ts';
import english from '../../../build/studio/strings/add.en.json' with { type: 'json' };
import french from '../../../build/studio/strings/add.fr.json' with { type: 'json' };
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

test('a type whose name begins like that of another is not taken for it', () => {
  const names = grouped([typeOf('true', ''), typeOf('true-false', '')]).flatMap(({ types }) => types.map(({ name }) => name));
  expect(names).toEqual(['true-false', 'true']);
});

test('a search finds all its words, without accents and in small letters', () => {
  const search = (words: string): string[] =>
    found(grouped(TYPES), words, ({ label }) => label).flatMap(({ types }) => types.map(({ name }) => name));
  // A space that keeps words together comes with text that was copied.
  expect(search('text\u00a0été')).toEqual(['text']);
  expect([search(' ÉTÉ  text '), search("d'ete"), search('choix été'), search('').length]).toEqual([['text'], ['text'], [], 5]);
  expect(found(grouped(TYPES), 'choix', ({ label }) => label).map(({ name }) => name)).toEqual(['check']);
  expect(plain('L’Œuvre ÀÉ d’Ô')).toBe("l'œuvre ae d'o");
});

test.each([
  ['fr', french],
  ['en', english],
] as const)('each type says in a few words what it is for, and when: %s', (language, strings: Readonly<Record<string, string>>) => {
  const keys = Object.values(GROUPS)
    .flat()
    .flatMap((name) => [`add.short.${name}`, `add.when.${name}`]);
  const missing = keys.filter((key) => !strings[key]);
  expect(missing, `build/studio/strings/add.${language}.json: write these texts`).toEqual([]);
});

test('each type has an example, and is in one group', () => {
  const names = Object.values(GROUPS).flat();
  expect(new Set(names).size).toBe(names.length);
  const none = (name: string): string => `:::${name}{#${name}}\n…\n:::`;
  const missing = names.filter((name) => skeletonOf(name, 'fr') === none(name) || skeletonOf(name, 'en') === none(name));
  expect(missing, 'build/studio/add/skeletons/fr.json and en.json: write an example of each').toEqual([]);
});
