import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainHtml } from '../../build/text/plain-html.ts';
import { depot } from '../bad-input/depot-project.ts';
import { examplesProject, types } from '../helpers/examples-project.ts';
import { type BuiltSheets, buildSheets, wordsOf } from '../sheets/built-sheets.ts';
import { noted } from '../sheets/noted-depot.ts';

function roomOf({ out }: BuiltSheets, name: string): string {
  return readFileSync(join(out, `${name}.salle.html`), 'utf8');
}

/** The screens of a page, by its title. */
function screensOf(html: string, title: string): string[] {
  const screens = html.split('<section class="r-screen" ').slice(1);
  const opener = screens.findIndex((one) => one.startsWith('data-kind="opener"') && one.includes(`data-title="${title}"`));
  const page = /data-page="(\d+)"/.exec(screens[opener] ?? '')?.[1] ?? 'none';
  return screens.filter((one) => one.includes(`data-page="${page}"`));
}

describe('of every type', () => {
  let html: string;
  let sheets: BuiltSheets;
  beforeAll(async () => {
    sheets = await buildSheets(examplesProject(), { coursePackages: false, sheets: true });
    html = roomOf(sheets, 'galerie/types');
  });

  test('each activity has a screen with a question and something to do', async () => {
    const { activities } = await sheets.content('galerie/types.scorm12');
    const questions = html.split('data-kind="question"').length - 1;
    const outer = activities.filter(({ quiz, type }) => quiz === undefined && type !== 'quiz');
    expect(questions).toBeGreaterThanOrEqual(outer.length);
    expect(html).not.toMatch(/<h1[^>]*><\/h1>/);
  });

  test('it holds the right answers and the reasons', async () => {
    const { activities } = await sheets.content('galerie/types.scorm12');
    const words = wordsOf(html).replace(/[\s\u00a0\u202f]+/g, '');
    for (const { after, quiz } of activities) {
      if (after && quiz === undefined) expect(words).toContain(plainHtml(after).replace(/[\s\u00a0\u202f]+/g, ''));
    }
    expect(html.match(/data-mark="right"/g)?.length).toBeGreaterThan(types.length / 4);
  });

  test('one file: no address but of data, no marker left, its own script only', () => {
    for (const [, source = ''] of html.matchAll(/\ssrc="([^"]*)"/g)) expect(source).toMatch(/^data:image\//);
    expect(html).not.toMatch(/<link|[\ue000-\ue006]|\[object|undefined<|url\((?!data:)/);
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(script.length).toBeGreaterThan(1000);
    expect(html).toContain(`default-src 'none'; script-src 'sha256-${hash}'`);
    expect(script).not.toMatch(/localStorage|sessionStorage|indexedDB|fetch\(|XMLHttpRequest|sendBeacon|document\.cookie/);
  });

  test('the same texts give the same bytes', async () => {
    const again = await buildSheets(examplesProject(), { targets: ['web'], coursePackages: false, sheets: true });
    expect(roomOf(again, 'galerie/types')).toBe(html);
  });
});

describe('of a session with notes, a bank and a cohort', () => {
  let sheets: BuiltSheets;
  beforeAll(async () => {
    sheets = await buildSheets(depot(noted), { sheets: true });
  });

  test('cover first, end last, a screen for each page, with its minutes', () => {
    const kinds = [...roomOf(sheets, 'depot/rames').matchAll(/data-kind="(\w+)"/g)].map(([, kind]) => kind);
    expect([kinds[0], kinds.at(-1)]).toEqual(['cover', 'end']);
    expect(kinds.filter((kind) => kind === 'opener')).toHaveLength(2);
    expect(wordsOf(roomOf(sheets, 'depot/rames'))).toContain('Page 1 sur 2 · 8 min');
  });

  test('the notes of the page, and a warning that the file holds the answers', () => {
    const words = wordsOf(roomOf(sheets, 'depot/rames')).replaceAll('’', "'");
    expect(words).toContain('Regardez le feu');
    expect(words).toContain('Ce fichier contient les réponses');
  });

  test('a quiz is a round of questions, each a screen', () => {
    const words = wordsOf(roomOf(sheets, 'depot/rames'));
    expect(words).toContain('Question 1 sur 2');
    expect(words).toContain('Question 2 sur 2');
    expect(words).not.toContain('Question 3 sur');
  });

  test('a choice has hands, its right answer is marked, and its reasons come with the answer', () => {
    const [screen = ''] = screensOf(roomOf(sheets, 'depot/rames'), 'Le quai').filter((one) => one.includes('Quel feu'));
    expect(screen.match(/data-hand/g)?.length).toBeGreaterThan(1);
    expect(screen).toContain('data-mark="right"');
    expect(screen).toMatch(/class="r-why" data-answer[\s\S]*couleur<\/strong> du départ/);
    expect(screen).toContain('data-reveals');
  });

  test('a cohort has its own words', () => {
    expect(roomOf(sheets, 'depot/soir/rames')).toContain('Qui ferme');
    expect(roomOf(sheets, 'depot/rames')).not.toContain('Qui ferme');
  });

  test('without sheets there is none', async () => {
    const bare = await buildSheets(depot(noted), {});
    expect(() => roomOf(bare, 'depot/rames')).toThrow();
  });
});

test('the cover of a numbered session names the course, and its organisation where it has one', async () => {
  const files: Readonly<Record<string, string>> = noted;
  const numbered = { ...files, 'rames.md': (files['rames.md'] ?? '').replace(/^title: .*/m, 'title: "Jour 1 : Les rames"') };
  const course = noted['course.yaml'].replace('organisation: École du rail\n', '');
  const [both, alone] = await Promise.all(
    [numbered, { ...numbered, 'course.yaml': course }].map(async (each) =>
      wordsOf(roomOf(await buildSheets(depot(each), { coursePackages: false, sheets: true }), 'depot/rames')),
    ),
  );
  expect(both).toMatch(/Au dépôt\s·\sÉcole du rail/);
  expect(alone).not.toMatch(/Au dépôt\s·/);
});

test('hostile texts stay text', async () => {
  const chef = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
  const course = noted['course.yaml'].replace('chef: le chef', `chef: '${chef}'`).replace('title: Au dépôt', "title: '</title><b>=1+1'");
  const sheets = await buildSheets(depot({ ...noted, 'course.yaml': course }), { sheets: true });
  expect(roomOf(sheets, 'depot/rames')).not.toMatch(/<script>alert|<img src=x|<b>=1/);
});
