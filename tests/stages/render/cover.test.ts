import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { BuiltModule, BuiltPage } from '../../../build/model/built.ts';
import type { Person } from '../../../build/model/cover.ts';
import { LOCK_FILE } from '../../../build/model/lock.ts';
import type { ValidActivity } from '../../../build/model/source.ts';
import { filesOf, openCourse } from '../../../build/open-course.ts';
import { papersOf } from '../../../build/pipeline.ts';
import type { AssetCollector } from '../../../build/stages/render/assets.ts';
import { coverOf, planOf } from '../../../build/stages/render/cover.ts';
import { depot, type Files } from '../../bad-input/depot-project.ts';
import { bakery } from '../../helpers/bakery.ts';
import { engine } from '../../helpers/engine.ts';
import { FIRST_LOCK } from '../../helpers/first-lock.ts';

const COURSE = `id: depot
title: Au dépôt
lang: fr
modules: [rames]
people:
  - { id: nadia, name: Nadia, role: conductrice }
  - { id: marc, name: Marc, face: { hair: quiff } }
  - { id: ines, name: Inès, picture: ines.png, colour: 4 }
`;

const SCENE =
  ':::cards{#tour}\n## Le quai\n:::scene\n## marc\nUne rame.\n\n## nadia {expression=tired}\nEnfin.\n\n## marc\nElle part.\n:::\n:::\n';

/** The session of a course with people, opened. */
function open(front: string, body = SCENE, more: Files = {}) {
  const files = {
    'course.yaml': COURSE,
    'ines.png': 'x',
    'quai.png': 'x',
    [LOCK_FILE]: FIRST_LOCK,
    'rames.md': `---\nid: rames\ntitle: Les rames\ncompletion: visited\n${front}---\n# Le quai {#quai icon=tram}\n\n${body}`,
    ...more,
  };
  const diagnostics = new Diagnostics();
  const course = openCourse(join(depot(files), 'modules/depot'), { provisional: false }, engine, diagnostics);
  const [module] = course?.modules ?? [];
  expect(diagnostics.list).toEqual([]);
  if (!course || !module) throw new Error('The course could not be read.');
  return { course, module };
}

/** The files of its package as texts. */
function filesFor(...args: Parameters<typeof open>): ReadonlyMap<string, string> {
  const { course, module } = open(...args);
  const entries = filesOf(course, module, null, 'scorm12', engine);
  return new Map(entries.map((entry) => [entry.name, 'data' in entry ? Buffer.from(entry.data).toString() : '']));
}

function coverIn(files: ReadonlyMap<string, string>): string {
  return /<section class="c-page c-cover"[\s\S]*?<\/section>/.exec(files.get('index.html') ?? '')?.[0] ?? '';
}

const names = (html: string): string[] =>
  [...html.matchAll(/<b>([^<]*)<\/b>(?:<span class="c-words">|<\/li>)/g)].map(([, name = '']) => name);
const large = (html: string): string[] =>
  [...(/<div class="c-cover-people">(.*)<\/div>/.exec(html)?.[1] ?? '').matchAll(/src="([^"]*)"/g)].map(([, src = '']) => src);

test('the cover presents those who speak, each once, with their usual face; two of them large where no picture is', () => {
  const cover = coverIn(filesFor(''));
  expect(names(cover)).toEqual(['Marc', 'Nadia']);
  expect(large(cover)).toEqual(['kit/marc-smile.svg', 'kit/nadia-smile.svg']);
});

test('the front matter names others, or nobody; a picture takes the place of the large ones', () => {
  const cover = coverIn(filesFor('people: [ines, nadia]\ncover: quai.png\n'));
  expect(names(cover)).toEqual(['Inès', 'Nadia']);
  expect(large(cover)).toEqual([]);
  expect(cover).toMatch(/data-disc="4" data-photo><img src="assets\/ines-/);
  expect(coverIn(filesFor('people: []\n'))).not.toContain('c-cover-cast');
});

test('a package carries the pictures that it shows, their licences, and no others', () => {
  const files = filesFor('aims: [rouler, { text: freiner, icon: stop-sign }]\n');
  expect([...files.keys()].filter((name) => name.startsWith('kit/'))).toEqual([
    'kit/marc-smile.svg',
    'kit/nadia-smile.svg',
    'kit/nadia-tired.svg',
    'kit/stop-sign.svg',
    'kit/tram.svg',
  ]);
  const pictures = [...`${files.get('index.html')}${files.get('pages.js')}`.matchAll(/<img [^>]*kit\/[^>]*>/g)].map(([tag]) => tag);
  expect(pictures.length).toBeGreaterThan(4);
  expect(pictures.filter((tag) => !/ alt="" width="\d+" height="\d+" loading="lazy"/.test(tag))).toEqual([]);
  expect(files.get('licences.txt')).toContain('Open Peeps');
  expect(files.get('licences.txt')).toContain('Copyright (c) Microsoft Corporation.');
  const bare = filesFor('', 'Une rame.\n', {
    'rames.md': '---\nid: rames\ntitle: Les rames\ncompletion: visited\n---\n# Le quai {#quai}\n\nUne rame.\n',
  });
  expect([...bare.keys()].filter((name) => name.startsWith('kit/'))).toEqual([]);
  expect(bare.get('licences.txt')).not.toMatch(/Open Peeps|Microsoft/);
});

const SECOND =
  '---\nid: quais\ntitle: "Séance 2 : Les quais"\nduration: 20min\ncompletion: visited\nlead: Où descend-on ?\npeople: [ines, nadia]\n---\n# Le quai {#bord}\n\nUn quai.\n';

test('the results show the next session of the course: title, minutes, promise and people; the last one has none', () => {
  const two = { 'course.yaml': COURSE.replace('[rames]', '[rames, quais]'), 'quais.md': SECOND };
  const card = (html = ''): string =>
    /<div class="c-results-in c-after[\s\S]*?<p class="c-tools">/.exec(html)?.[0].replaceAll('\u00a0', ' ') ?? '';
  const { course } = open('', SCENE, two);
  const [first, second] = course.modules.map((module) => {
    const index = filesOf(course, module, null, 'scorm12', engine).find(({ name }) => name === 'index.html');
    return index && 'data' in index ? Buffer.from(index.data).toString() : '';
  });
  expect(card(first)).toMatch(/Séance 2 · 20&nbsp;minutes|Séance 2 · 20 minutes/);
  expect(card(first)).toMatch(/<h3>Les quais<\/h3>\s*<p>Où descend-on\s\?<\/p>/u);
  expect(card(first)).toMatch(/src="assets\/ines-[^"]*"[\s\S]*src="kit\/nadia-smile\.svg"/);
  expect([card(second), card(filesFor('').get('index.html'))]).toEqual(['', '']);
});

test('the same course gives the same bytes', () => {
  expect(filesFor('')).toEqual(filesFor(''));
});

test('the page to read without script and the papers stand alone', () => {
  expect(filesFor('').get('text.html')).not.toMatch(/[\ue000-\uf8ff]/);
  expect(filesFor('').get('text.html')).toContain('src="kit/marc-smile.svg"');
  const { course, module } = open('');
  const papers = papersOf(course, module, null, engine).map(({ data }) => new TextDecoder().decode(data as Uint8Array));
  expect(papers.filter((text) => text.includes('Une rame.') && !text.includes('data:image/svg+xml;base64,'))).toEqual([]);
  expect(papers.join('')).not.toContain('kit/');
});

const assets = { place: (text: string) => `placed:${text}` } as AssetCollector;
const ask = (required: boolean) => ({ kind: 'activity' as const, activity: { required } as ValidActivity });

function moduleWith(more: Partial<BuiltModule> = {}, title = 'Séance 1\u00a0: Le levain'): BuiltModule {
  return {
    content: bakery({ title }),
    pages: [
      { id: 'four', title: 'Le four', minutes: 8, nodes: [ask(true), ask(false), ask(true)] },
      { id: 'vente', title: 'La vente', minutes: 0, nodes: [{ kind: 'prose', html: '<p>Fin</p>' }] },
    ],
    pace: 'steps',
    cover: { aims: [] },
    certificate: false,
    ...more,
  };
}

test('the plan has each page with its minutes and required activities', () => {
  expect(planOf(moduleWith(), assets)).toEqual([
    { id: 'four', title: 'Le four', number: 1, minutes: 8, activities: 2 },
    { id: 'vente', title: 'La vente', number: 2, minutes: 0, activities: 0 },
  ]);
});

test('the plan lists the pages that go further apart, with all their activities, and the cover does not count them', () => {
  const [four, vente] = moduleWith().pages as [BuiltPage, BuiltPage];
  const module = moduleWith({ pages: [vente, { ...four, further: true }] });
  expect(planOf(module, assets)).toMatchObject([{ id: 'vente' }, { id: 'four', number: 2, further: true, activities: 3 }]);
  expect(coverOf(module, assets)).toMatchObject({ pages: 1 });
  const files = filesFor(
    '',
    'Une rame.\n\n# Le dépôt {#depot further}\n\nUn hangar.\n\n:::choice{#frein}\nQui ?\n\n- [x] Un\n- [ ] Deux\n:::\n',
  );
  expect(coverIn(files)).toMatch(
    /1&nbsp;page<[\s\S]*p-quai[\s\S]*<details class="c-details"><summary>Pour aller plus loin<\/summary>\s*<ol>\s*<li><a href="#p-depot">/,
  );
  expect(files.get('text.html')).toMatch(/<p class="c-over">Pour aller plus loin<\/p>\s*<h1 tabindex="-1">Le dépôt/);
  expect(files.get('text.html')).toMatch(/data-activity="frein"[^>]* data-optional/);
  expect(files.get('content.js')).toMatch(/"id":"depot","n":\d,"title":"Le dépôt","further":true.*"points":0.*"further\.title"/s);
  expect(filesFor('').get('content.js')).not.toContain('further');
});

test('the number of a session chooses the land behind its cover', () => {
  const lands = ['Séance 2 : Le levain', 'Le levain'].map((title) => coverOf(moduleWith({}, title), assets)?.land);
  expect(lands).toEqual([1, 0]);
});

test('the number of a session stands over its name', () => {
  expect(coverOf(moduleWith(), assets)).toMatchObject({ over: 'Séance 1', title: 'Le levain', pages: 2 });
  expect(coverOf(moduleWith({}, 'Le levain'), assets)).toMatchObject({ over: '', title: 'Le levain' });
  const long = 'Pourquoi le pain lève-t-il : une question';
  expect(coverOf(moduleWith({}, long), assets)).toMatchObject({ over: '', title: long });
});

test('what the author wrote is there, and nothing else', () => {
  const cover = coverOf(moduleWith({ cover: { lead: 'Tout lève.', aims: [{ text: 'pétrir' }], picture: 'four.svg' } }), assets);
  expect(cover).toMatchObject({ lead: 'Tout lève.', aims: [{ text: 'pétrir' }], picture: 'placed:four.svg' });
  expect(coverOf(moduleWith({ cover: { lead: '', aims: [] } }), assets)).toHaveProperty('lead', '');
  expect(coverOf(moduleWith(), assets)).not.toHaveProperty('lead');
});

test('pages shown as a whole have no cover', () => {
  expect(coverOf(moduleWith({ pace: 'page' }), assets)).toBeUndefined();
});

test('people who share a name are listed separately; someone who appears twice is listed once', () => {
  const person = (id: string) => ({ id, name: 'Ada', face: `${id}.svg` }) as unknown as Person;
  const cover = coverOf(moduleWith({ cover: { aims: [], people: [person('ada'), person('ada-2'), person('ada')] } }), assets);
  expect(cover?.people.map(({ id, face }) => [id, face])).toEqual([
    ['ada', 'placed:ada.svg'],
    ['ada-2', 'placed:ada-2.svg'],
  ]);
});
