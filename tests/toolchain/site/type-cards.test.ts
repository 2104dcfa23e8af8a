import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { typeGroups } from '../../../build/toolchain/site/type-cards.ts';

/** Writes a repository of two types, with these words of the studio in English. */
function repository(strings: Readonly<Record<string, string>>, groups: Readonly<Record<string, readonly string[]>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cartable-cards-'));
  const write = (path: string, data: unknown): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(data));
  };
  write('templates/tram/strings.json', { fr: { label: 'Rame' }, en: { label: 'Tram' } });
  write('templates/oven/strings.json', { fr: { label: 'Four' }, en: {} });
  for (const name of ['tram', 'oven']) for (const file of ['type.ts', 'template.hbs']) write(`templates/${name}/${file}`, '');
  write('build/studio/strings/add.en.json', strings);
  write('build/studio/strings/add.fr.json', { ...strings, 'add.group.ride': 'Rouler', 'add.short.tram': 'Sur rails' });
  write('build/studio/add/groups.json', groups);
  return root;
}

const strings = { 'add.group.ride': 'Ride', 'add.about.ride': 'To move', 'add.short.tram': 'On rails', 'add.short.oven': 'Hot' };

test('types are in the groups of the studio, in its order and with its words', () => {
  expect(typeGroups(repository(strings, { ride: ['tram'], bake: ['oven'] }), 'en')).toEqual([
    { title: 'Ride', about: 'To move', cards: [{ name: 'tram', label: 'Tram', short: 'On rails' }] },
    { title: '', about: '', cards: [{ name: 'oven', label: 'oven', short: 'Hot' }] },
  ]);
});

test('each language has its own words', () => {
  expect(typeGroups(repository(strings, { ride: ['oven', 'tram'] }), 'fr')).toEqual([
    {
      title: 'Rouler',
      about: 'To move',
      cards: [
        { name: 'oven', label: 'Four', short: 'Hot' },
        { name: 'tram', label: 'Rame', short: 'Sur rails' },
      ],
    },
  ]);
});

test('a type without a group or a short text is reported, with the files that lack it', () => {
  const { 'add.short.oven': _, ...fewer } = strings;
  const message = (root: string): string => {
    try {
      typeGroups(root, 'en');
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const files = 'build/studio/add/groups.json, or “add.short.NAME” in build/studio/strings/add.en.json';
  expect(message(repository(strings, { ride: ['tram'] }))).toBe(`The studio lacks types (${files}): oven.`);
  expect(message(repository(fewer, { ride: ['tram', 'oven'] }))).toBe(`The studio lacks types (${files}): oven.`);
  expect(message(repository({}, {}))).toContain(': oven, tram.');
});
