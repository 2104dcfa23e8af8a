import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Version } from '../../../build/versions/model.ts';
import { readVersion } from '../../../build/versions/read/read-version.ts';
import { zipFiles } from '../../../build/versions/read/zip-files.ts';

const module = (activities: readonly object[] = []) => ({
  module: {
    course: 'depot',
    id: 'rames',
    title: 'Les rames',
    completion: 'visited',
    pages: [{ id: 'quai', n: 0, title: 'Le quai' }],
    activities,
  },
});

function read(content: unknown, more: Readonly<Record<string, string>> = {}): Version | undefined {
  const script = `window.cartableContent=(function(r){return${JSON.stringify(content)}});\n`;
  const texts = Object.entries({ 'content.js': script, ...more }).map(([name, text]) => [name, strToU8(text)] as const);
  const files = zipFiles(zipSync(Object.fromEntries(texts)));
  return files && readVersion('rames.zip', files);
}

test('a package without a manifest is one for the web, and what it doesn’t name is unknown', () => {
  const version = read(module());
  expect(version).toMatchObject({
    name: 'rames.zip',
    course: 'depot',
    target: 'web',
    cartable: '',
    cohort: undefined,
    content: '',
    whole: false,
  });
  expect(version?.items.map(({ identifier, sessions }) => [identifier, sessions[0]?.title])).toEqual([['rames', 'Les rames']]);
});

test('a description of another shape counts as none', () => {
  expect(read(module(), { 'cartable.json': '{"target": 3}' })?.cohort).toBeUndefined();
  expect(read(module(), { 'cartable.json': '[' })?.cohort).toBeUndefined();
  expect(read(module(), { 'cartable.json': '{"target": "web", "cohort": "soir"}' })?.cohort).toBe('soir');
});

test.each([
  ['no module', {}],
  ['pages of another kind', { module: { ...module().module, pages: 'x' } }],
  ['far too many activities', module(Array.from({ length: 10_001 }, (_, n) => ({ id: `q${n}`, n, type: 'choice', page: 'quai' })))],
])('%s: not a package of Cartable', (_, content) => {
  expect(read(content)).toBeUndefined();
});

test('a manifest that names something else is not Cartable’s', () => {
  const others = '<manifest><metadata><schemaversion>1.2</schemaversion></metadata></manifest>';
  expect(read(module(), { 'imsmanifest.xml': others })).toBeUndefined();
});

test('options that nest without end are refused', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
  expect(() => read(module([{ id: 'q', n: 0, type: 'choice', page: 'quai', options: deep }]))).toThrow(RangeError);
});

const MANIFEST = (...items: readonly string[]): string =>
  `<manifest><metadata><schemaversion>1.2</schemaversion></metadata><organizations><organization>${items
    .map((id) => `<item identifier="I-${id}" identifierref="R-${id}"><title>${id}</title></item>`)
    .join('')}</organization></organizations><resources>${items
    .map((id) => `<resource identifier="R-${id}" href="${id}/index.html"/>`)
    .join('')}</resources></manifest>`;
const script = (name: string, data: unknown): string => `window.${name}=(function(r){return${JSON.stringify(data)}});\n`;
const content = (id: string): string => script('cartableContent', { module: { ...module().module, id, title: id.toUpperCase() } });
const about = (more: object = {}): string => JSON.stringify({ target: 'scorm12', ...more });

test('a package of several items has each with its folder, its texts and its identifier', () => {
  const feu = { id: 'feu', n: 1, type: 'choice', page: 'quai', options: { choices: [{ token: 'a', text: 'Rouge' }] } };
  const version = read(module(), {
    'imsmanifest.xml': MANIFEST('rames', 'voies'),
    'rames/content.js': content('rames'),
    'rames/index.html': '<section data-view="cover">Six rames</section><section data-page="quai">Une rame.</section>',
    'voies/content.js': script('cartableContent', module([feu])),
    'voies/pages.js': script('cartableRest', {
      pages: { quai: '<p>Un rail.</p><section data-activity="feu"><p>Quel feu ?</p></section>' },
      activities: { feu: { title: 'Quel feu ?' } },
    }),
  });
  expect(version).toMatchObject({ target: 'scorm12', whole: true, course: 'depot', cartable: '' });
  const facts = version?.items.map(({ identifier, cover, sessions: [session] }) => [
    identifier,
    cover,
    session?.pages.map(({ text }) => text),
    session?.activities.map(({ title, parts, text }) => [title, parts, text]),
  ]);
  expect(facts).toEqual([
    ['I-rames', 'Six rames', ['Une rame.'], []],
    ['I-voies', '', ['Un rail.'], [['Quel feu ?', [{ token: 'a', words: 'Rouge' }], 'Quel feu ?']]],
  ]);
});

test('if an item can’t be read, the package is not Cartable’s', () => {
  const files = { 'imsmanifest.xml': MANIFEST('rames', 'voies'), 'rames/content.js': content('rames') };
  expect(read(module(), files)).toBeUndefined();
  expect(read(module(), { ...files, 'voies/content.js': content('voies') })?.items).toHaveLength(2);
});

test('items for the web are the folders with a content, beside other files', () => {
  const names = ['nuit-2/content.js', 'x/y/content.js', 'a/contents.js', 'Nuit/content.js', 'b/content.js.map'];
  const version = read(module(), Object.fromEntries(names.map((name) => [name, content('nuit')])));
  expect(version?.items.map(({ identifier }) => identifier)).toEqual(['rames', 'nuit']);
  expect([version?.target, version?.whole]).toEqual(['web', true]);
});

test('what the description names is taken from it', () => {
  const named = { version: '0.3.0', cohort: 'soir', content: 'ab12', theme: { name: 'clair', accent: '#112233' } };
  const version = read(module(), { 'cartable.json': about({ ...named, target: 'web' }), 'style.css': accents('#445566') });
  expect(version).toMatchObject({
    cartable: '0.3.0',
    cohort: 'soir',
    content: 'ab12',
    target: 'web',
    whole: false,
    theme: { name: 'clair', accent: '#112233' },
  });
  expect(read(module(), { 'cartable.json': about({ modules: ['rames'] }) })).toMatchObject({
    whole: true,
    target: 'scorm12',
    cartable: '',
    cohort: '',
  });
  expect(read(module(), { 'cartable.json': about(), 'imsmanifest.xml': '<manifest/>' })?.target).toBe('scorm12');
});

test('without a description, a package of chapters or of several items is that of a whole course', () => {
  const chapters = [{ id: 'c', n: 0, title: 'C', completion: 'visited', pages: 1 }];
  expect(read({ module: { ...module().module, chapters } })?.whole).toBe(true);
  expect(read({ module: { ...module().module, chapters } }, { 'cartable.json': about() })?.whole).toBe(false);
});

/** The end of a style sheet: the accent in light, then in dark colours. */
const accents = (light: string): string => `p{}:root{--c-accent:${light};--c-x:1}@media(x){:root{--c-accent:#000000}}`;

test('without a theme, the accent is that of the end of the style sheet', () => {
  const accentOf = (css: string): string | undefined => read(module(), { 'style.css': css })?.theme.accent;
  expect([accentOf(`:root{--c-accent:#999999}${accents('#7c2d12')}`), accentOf('p{}'), accentOf(':root{--c-accent:#999999}')]).toEqual([
    '#7c2d12',
    undefined,
    undefined,
  ]);
  expect(accentOf(`${accents('#7c2d12')}${' '.repeat(2000)}`)).toBeUndefined();
  // It is looked for in the last two thousand signs.
  const css = accents('#7c2d12');
  const room = 2000 - (css.length - css.indexOf(':root'));
  expect([accentOf(css + ' '.repeat(room)), accentOf(css + ' '.repeat(room + 1))]).toEqual(['#7c2d12', undefined]);
  expect(read(module())?.theme).toEqual({ name: undefined, accent: undefined });
});

test('media are the files of the course alone', () => {
  const others = { 'x/assets/d.png': 'trois', 'assets.css': '', 'assets-2/e.png': 'cinq', 'style.css': '' };
  const version = read(module(), { 'assets/a.png': 'un', 'assets/b/c.mp3': 'deux', ...others });
  expect([...(version?.media.sizes ?? [])]).toEqual([
    ['assets/a.png', 2],
    ['assets/b/c.mp3', 4],
  ]);
  expect(version?.media.read('assets/a.png')).toEqual(strToU8('un'));
  expect('sources' in (version ?? {})).toBe(false);
});

test('pages and activities without markup have no text', () => {
  const [session] = read(module([{ id: 'feu', n: 1, type: 'choice', page: 'quai' }]))?.items[0]?.sessions ?? [];
  expect([session?.pages, session?.activities].map((list) => list?.map(({ text }) => text))).toEqual([[''], ['']]);
});

test('a course is named by its first item, and its standard by the manifest', () => {
  const named = (id: string, more: object): string => script('cartableContent', { module: { ...module().module, id, ...more } });
  const version = read(module(), {
    'cartable.json': about({ target: 'scorm2004-4' }),
    'imsmanifest.xml': MANIFEST('voies', 'rames'),
    'voies/content.js': named('voies', { course: 'gare', courseTitle: 'En gare', lang: 'en' }),
    'rames/content.js': named('rames', { courseTitle: 'Au dépôt' }),
  });
  const { items, media, ...facts } = version as Version;
  expect(items.map(({ identifier }) => identifier)).toEqual(['I-voies', 'I-rames']);
  expect(facts).toEqual({
    name: 'rames.zip',
    cartable: '',
    course: 'gare',
    courseTitle: 'En gare',
    lang: 'en',
    cohort: '',
    target: 'scorm12',
    content: '',
    whole: false,
    theme: { name: undefined, accent: undefined },
  });
  expect(media.sizes.size).toBe(0);
});

test('the sources are those that were given', () => {
  const sources = { places: new Map(), homes: new Map() };
  const files = zipFiles(zipSync({ 'content.js': strToU8(script('cartableContent', module())) }));
  expect(files && readVersion('a.zip', files, sources)?.sources).toBe(sources);
});
