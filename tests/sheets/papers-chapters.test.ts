import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder } from '../../build/files/folder.ts';
import type { BuiltModule, Course } from '../../build/model/built.ts';
import { assetMarker } from '../../build/model/markers.ts';
import { coursePapers, modulePapers, type PapersInput, paperChapter } from '../../build/sheets/papers.ts';
import { bakery } from '../helpers/bakery.ts';
import { engine } from '../helpers/engine.ts';
import { wordsOf } from './built-sheets.ts';

const root = mkdtempSync(join(tmpdir(), 'fournil-'));
writeFileSync(join(root, 'four.png'), 'x');
writeFileSync(join(root, 'large.png'), new Uint8Array(512 * 1024 + 1));

const course = {
  ...{ id: 'pain', title: 'Le pain', organisation: 'Le moulin', lang: 'fr', profile: 'moodle', competencies: [], targets: [] },
  theme: { name: 'plain', accent: '#1d4ed8' },
} as unknown as Course;
const INPUT: PapersInput = { course, cohort: undefined, notes: {}, contact: undefined, folder: openFolder(root, engine.host.files) };

function module(id = 'nuit', paper?: string): BuiltModule {
  const content = bakery({ id, title: `Titre ${id}`, activities: [] });
  const page = { id: `page-${id}`, title: 'Le four', minutes: 0, nodes: [{ kind: 'prose', html: `<p>Texte ${id}</p>` }] };
  const pages = [{ ...page, ...(paper !== undefined && { paper: [{ kind: 'prose', html: paper }] }) }];
  return { content, pages, pace: 'page', cover: { aims: [] }, certificate: false } as unknown as BuiltModule;
}

const text = (data: Uint8Array): string => new TextDecoder().decode(data);
const keyOf = (more: Partial<PapersInput> = {}, paper?: string): string =>
  paperChapter(module('nuit', paper), { ...INPUT, ...more }, engine).key;

describe('the key of a chapter', () => {
  const picture = (name: string): string => `<img src="${assetMarker(name)}" alt="">`;

  test('is the same for the same texts, and another for each text that no package has', () => {
    expect([keyOf(), keyOf()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), keyOf()]);
    const keys = [
      keyOf(),
      keyOf({ cohort: 'Le soir' }),
      keyOf({ contact: 'Le soir' }),
      keyOf({ notes: { 'page-nuit': ['<p>Le soir</p>'] } }),
      keyOf({}, '<p>Le soir</p>'),
      keyOf({ notes: { 'page-nuit': [picture('four.png')] } }),
      keyOf({ notes: { 'page-nuit': [picture('parti.png')] } }),
      keyOf({}, picture('four.png')),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('changes with a picture of these texts, with its size alone if that is not embedded', () => {
    const keysOf = (name: string): string[] => [keyOf({ notes: { a: [picture(name)] } }), keyOf({}, picture(name))];
    const [small, large] = [keysOf('four.png'), keysOf('large.png')];
    writeFileSync(join(root, 'four.png'), 'y');
    writeFileSync(join(root, 'large.png'), new Uint8Array(512 * 1024 + 1).fill(1));
    expect([keysOf('four.png').map((key, at) => key === small[at]), keysOf('large.png')]).toEqual([[false, false], large]);
    writeFileSync(join(root, 'limit.png'), new Uint8Array(512 * 1024));
    const limit = keysOf('limit.png');
    writeFileSync(join(root, 'limit.png'), new Uint8Array(512 * 1024).fill(1));
    expect(keysOf('limit.png').map((key, at) => key === limit[at])).toEqual([false, false]);
    writeFileSync(join(root, 'large.png'), new Uint8Array(512 * 1024 + 2));
    expect(keysOf('large.png').map((key, at) => key === large[at])).toEqual([false, false]);
  });
});

const sheetsOf = ({ sheets }: ReturnType<typeof modulePapers>): Record<string, string> =>
  Object.fromEntries(sheets.map(({ name, data }) => [name, text(data)]));
const TITLE = /<title>(.*?)<\/title>/;

test('a session has its five sheets, each with its kind, its title and its foot', () => {
  const chapter = paperChapter(module(), INPUT, engine);
  const papers = modulePapers(chapter, INPUT, engine);
  const sheets = sheetsOf(papers);
  expect([papers.key, Object.keys(sheets)]).toEqual([
    chapter.key,
    ['guide', 'conducteur', 'cahier', 'accessibilite', 'salle'].map((kind) => `nuit.${kind}.html`),
  ]);
  expect(Object.values(sheets).map((html) => TITLE.exec(html)?.[1])).toEqual([
    'Guide du formateur – Titre nuit',
    'Conducteur de séance – Titre nuit',
    'Cahier de l’apprenant – Titre nuit',
    'Déclaration d’accessibilité, à compléter – Titre nuit',
    expect.stringContaining('Titre nuit'),
  ]);
  const [guide = '', run = '', handout = '', statement = ''] = Object.values(sheets);
  expect([guide, run, handout].map((html) => /@bottom-left\{[^}]*content:"(.*?)"/.exec(html)?.[1])).toEqual([
    'Guide du formateur · Titre nuit',
    'Conducteur de séance · Titre nuit',
    'Cahier de l’apprenant · Titre nuit',
  ]);
  expect([guide, run, handout].map((html) => [html.includes('class="s-folds"'), html.includes('class="s-cover"')])).toEqual([
    [true, false],
    [false, false],
    [false, false],
  ]);
  expect([run.includes('href="nuit.guide.html#'), run.includes('\u0003'), statement.includes('Le pain · Le moulin')]).toEqual([
    true,
    false,
    true,
  ]);
  expect([guide, handout].map((html) => html.includes('Texte nuit'))).toEqual([true, true]);
});

test('a course has its sessions as chapters, in their order, behind a cover that lists them', () => {
  const chapters = ['nuit', 'matin'].map((id) => paperChapter(module(id), INPUT, engine));
  const papers = coursePapers(chapters, INPUT, engine);
  const sheets = sheetsOf(papers);
  expect([papers.key, Object.keys(sheets)]).toEqual([
    chapters.map(({ key }) => key).join(),
    ['guide', 'conducteur', 'cahier', 'accessibilite'].map((kind) => `pain.${kind}.html`),
  ]);
  const [guide = '', run = '', handout = '', statement = ''] = Object.values(sheets);
  for (const html of [guide, run, handout]) {
    const [, cover = ''] = /<header class="s-cover">(.*?)<\/header>/s.exec(html) ?? [];
    expect(wordsOf(cover).trim()).toMatch(/ · Le moulin Le pain Titre nuit Titre matin$/);
    expect([...cover.matchAll(/href="(.*?)"/g)].map(([, href]) => href)).toEqual(['#m-nuit', '#m-matin']);
    expect([...html.matchAll(/<section class="[\w-]+" id="(m-\w+)"/g)].map(([, id]) => id)).toEqual(['m-nuit', 'm-matin']);
  }
  expect([
    run.match(/href="[^"#]*(?=#)/g)?.every((href) => /^href="(?:pain\.guide\.html)?$/.test(href)),
    run.includes('pain.guide.html#'),
  ]).toEqual([true, true]);
  expect([statement.includes('Le pain · '), /Contenu<\/dt>\s*<dd>(.*?)</.exec(statement)?.[1]]).toEqual([
    false,
    '2 pages, questions\u00a0: 0',
  ]);
});

test('a course of one session has a cover all the same', () => {
  const [guide = ''] = Object.values(sheetsOf(coursePapers([paperChapter(module(), INPUT, engine)], INPUT, engine)));
  expect(guide.match(/<header class="s-cover">/g)).toHaveLength(1);
});

test('pictures of guide and handout are embedded, one that is too large leaves a sentence', () => {
  const paper = ['four.png', 'large.png'].map((name) => `<img src="${assetMarker(name)}" alt="${name}">`).join('');
  const { guide, handout, room, facts } = paperChapter(module('nuit', paper), INPUT, engine);
  // The statement is about the screen.
  expect(facts.pictures).toBe(0);
  for (const data of [guide, handout]) {
    expect(text(data)).toContain('src="data:image/png;base64,');
    expect(wordsOf(text(data))).toMatch(/large\.png\s+Image trop lourde/);
  }
  expect(text(room())).toContain('Titre nuit');
});
