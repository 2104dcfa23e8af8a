import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';
import { type Language, root, types } from '../helpers/examples-project.ts';
import { lmsLines, onlyWith } from '../pictures/docs/lms-lines.ts';
import { nameOf, sectionAnchor, typeTable, withTypes } from '../pictures/docs/type-table.ts';

const pages = [
  {
    lang: 'fr',
    path: 'docs/choisir-une-activite.md',
    reference: 'ecrire-une-seance.md',
    take: '**À prendre**',
    better: '**Plutôt**',
    own: "**Pour l'écrire** : [son exemple et ses attributs",
  },
  {
    lang: 'en',
    path: 'docs/choosing-an-activity.md',
    reference: 'writing-a-session.md',
    take: '**Take it**',
    better: '**Better**',
    own: '**To write it**: [its example and attributes',
  },
] as const;

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Returns the section of each type, in the order of the page. */
function sectionsOf(text: string): ReadonlyMap<string, string> {
  const sections = text.split(/^(?=##+ )/m).filter((section) => section.startsWith('### '));
  return new Map(sections.map((section) => [/`([a-z-]+)`$/m.exec(section)?.[1] ?? '', section.replace(/^## [\s\S]*/m, '')]));
}

describe.each(pages)('$path', ({ lang, path, reference, take, better, own }) => {
  const text = read(path);
  const sections = sectionsOf(text);
  const headingOf = (type: string): string => `### ${nameOf(type, lang).replaceAll('’', "'")}${lang === 'fr' ? ' ' : ''}: \`${type}\``;
  const pictureOf = (type: string): string => `images/activities/${type}${lang === 'fr' ? '' : '.en'}.webp`;

  /** Makes the section of a type, to be completed where it has an ellipsis. */
  function draftOf(type: string, lms = ''): string {
    const picture = `<img src="${pictureOf(type)}" width="480" alt="…">`;
    const lines = [`${take} …`, `${better} […](#…), …`, lms, `${own}](${reference}#${sectionAnchor(type, lang)}).`];
    return [headingOf(type), picture, '…', lines.map((line) => `- ${line}`).join('\n')].join('\n\n');
  }

  const linesOf = (type: string): string[] => (sections.get(type) ?? '').split('\n').filter((line) => line.startsWith('- '));

  test('has one section for each type, under its name', async () => {
    const missing = types.filter((type) => !sections.has(type));
    const lms = await lmsLines(lang);
    const drafts = missing.map((type) => draftOf(type, lms.get(type)));
    expect(
      missing,
      `${path} lacks types. Complete this text there, in the chapter of the right purpose:\n${drafts.join('\n\n')}\n`,
    ).toEqual([]);
    expect([...sections.keys()].sort()).toEqual([...types].sort());
    expect(text.match(/^### /gm)?.length).toBe(types.length);
    for (const [type, section] of sections) {
      const [heading = ''] = section.split('\n');
      expect(heading).toBe(headingOf(type));
    }
  });

  test.each(types)('%s: shows its picture, with a description', (type) => {
    const [, file = '', alt = ''] = /<img src="([^"]+)" width="480" alt="([^"]+)">/.exec(sections.get(type) ?? '') ?? [];
    expect(file, `${path}: the picture of “${type}”`).toBe(pictureOf(type));
    expect(existsSync(join(root, 'docs', file)), `docs/${file}: run \`npm run doc-pictures\``).toBe(true);
    expect(alt.length).toBeGreaterThan(30);
    expect(alt.length).toBeLessThan(160);
  });

  test.each(types)('%s: says when to take it, and what is better when', (type) => {
    const [takeLine = '', betterLine = ''] = linesOf(type);
    expect(takeLine.startsWith(`- ${take} `), `${path}: the first line of “${type}” begins with “- ${take} ”`).toBe(true);
    expect(betterLine.startsWith(`- ${better} `), `${path}: the second line of “${type}” begins with “- ${better} ”`).toBe(true);
    // An ordinary paragraph is no type.
    if (type === 'text') return;
    const named = [...betterLine.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(named.length, `${path}: the second line of “${type}” links to another type on this page`).toBeGreaterThan(0);
    expect(named).not.toContain(sectionAnchor(type, lang));
  });

  test('says of each type what the LMS receives', async () => {
    const expected = await lmsLines(lang);
    for (const type of types) expect(linesOf(type)[2], `${path}: the third line of “${type}”`).toBe(`- ${expected.get(type)}`);
  });

  test.each(types)('%s: leads to its section in the reference', (type) => {
    expect(linesOf(type)[3]).toMatch(new RegExp(`\\]\\(${reference.replace('.', '\\.')}#[^)]*-${type}\\)`));
  });

  test('its table at the head leads to types of every purpose', () => {
    const [head = ''] = text.split('\n## ');
    const anchors = types.map((type) => sectionAnchor(type, lang));
    const linked = [...head.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(linked.length).toBeGreaterThan(15);
    for (const anchor of linked) expect(anchors).toContain(anchor);
  });
});

test('both pages have the same types in the same order, in as many groups', () => {
  const [french, english] = pages.map(({ path }) => read(path));
  expect([...sectionsOf(french ?? '').keys()]).toEqual([...sectionsOf(english ?? '').keys()]);
  const groups = (text = ''): number => text.match(/^## /gm)?.length ?? 0;
  expect(groups(french)).toBe(groups(english));
});

test('an attribute without which an answer is not sent is one of the type', () => {
  for (const [type, by] of Object.entries(onlyWith))
    for (const attribute of Object.values(by)) expect(Object.keys(activityTypes.get(type)?.attributes.shape ?? {})).toContain(attribute);
});

test.each(['fr', 'en'] satisfies Language[])('the table of types in %s has each once, with a picture and a section that exist', (lang) => {
  const table = typeTable(lang);
  const page = pages.find((one) => one.lang === lang);
  const cells = [
    ...table.matchAll(/<a href="([^"#]+)#([^"]+)"><img src="([^"]+)" width="180" alt=""><br>([^<]+)<\/a><br><code>([a-z-]+)<\/code>/g),
  ];
  expect(cells.map(([, , , , , type]) => type).sort()).toEqual([...types].sort());
  for (const [, href, anchor, src = '', name, type = ''] of cells) {
    expect([href, anchor, name]).toEqual([page?.path, sectionAnchor(type, lang), nameOf(type, lang)]);
    expect(existsSync(join(root, src)), `${src}: run \`npm run doc-pictures\``).toBe(true);
  }
});

describe.each([
  ['fr', 'README.md'],
  ['en', 'README.en.md'],
] as const)('%s: README', (lang, path) => {
  const text = read(path);

  test('has the table of types, and their numbers', () => {
    expect(text === withTypes(text, lang), `${path} lacks a type, or has an older name or number: run \`npm run doc-pictures\``).toBe(true);
  });

  test('gets a missing type, and the right numbers', () => {
    const older = text.replace(/<td (?:(?!<td).)*<code>choice<\/code><\/td>\n/, '').replace(/^## \d+/m, '## 3');
    expect(older.length).toBeLessThan(text.length);
    expect(withTypes(older, lang)).toBe(withTypes(text, lang));
  });
});
