import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Engine } from '../../build/host/engine.ts';
import { type RoomInput, roomSheet } from '../../build/room/room.ts';
import { roomStrings } from '../../build/room/room-strings.ts';

const texts: Readonly<Record<string, string>> = {
  'room-base.css': '/*base*/',
  'type.callout.css': '/*callout*/',
  'type.scene.css': '/*scene*/',
  'look.vif.css': '/*look*/@font-face{src:url("titles.woff2");font-display:optional}',
  'room.css': '/*room*/',
};
const libraries = {
  'look.vif.css': ['Typeface'],
  'pictograms.txt': ['Drawings', 'Other'],
  'portraits.txt': ['Drawings', 'Faces'],
  'x.js': ['Unused'],
};
const notices = { Typeface: 'Licence <of> the typeface', Drawings: 'Licence of the drawings', Unused: 'No' };
const files: Readonly<Record<string, string>> = { 'vif.woff2': 'font', 'room.js': ' run() \n' };

function file(name: string): Uint8Array {
  const text = files[name];
  if (text === undefined) throw new Error(`no file ${name}`);
  return new TextEncoder().encode(text);
}

const engine = {
  types: new Map([
    ['callout', { name: 'callout', strings: { fr: { label: 'Encart' } }, template: () => '<p>Un encart</p>' }],
    ['scene', { name: 'scene', strings: { fr: { label: 'Scène' } }, template: () => '<p>Une scène</p>', print: () => '' }],
  ]),
  pieces: { index: { texts, libraries, notices }, file },
} as unknown as Engine;

interface Given {
  readonly nodes?: readonly object[];
  readonly course?: object;
  readonly title?: string;
  readonly finish?: (html: string) => string;
}

function open({ nodes = [], course = {}, title = 'Les <rames>', finish = (html) => html }: Given = {}): string {
  const pages = [
    { id: 'quai', title: 'Le "quai"', minutes: 8, nodes },
    { id: 'voie', title: 'La voie', minutes: 0, nodes: [] },
  ];
  const module = { content: { title, courseTitle: 'Au dépôt', minutes: 0, activities: [] }, cover: { aims: [] }, pages };
  const notes = { quai: ['<p>Un.</p>', '<p>Deux.</p>'], gone: ['<p>Non.</p>'] };
  const theme = { name: 'vif', accent: '#0b5394' };
  const whole = { title: 'Au dépôt', organisation: 'École', lang: 'fr', competencies: [], theme, ...course };
  return roomSheet({ module, course: whole, notes } as unknown as RoomInput, engine, finish);
}

test('the file is a page with its own policy, title, style, screens and script', () => {
  const html = open();
  const hash = createHash('sha256').update('run()').digest('base64');
  expect(html.split('<style>')[0]).toBe(`<!DOCTYPE html>
<html lang="fr" data-look="vif">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>En salle – Les &lt;rames&gt;</title>
`);
  expect(html).toMatch(
    /<body>\n<svg class="c-sprite"[^>]*><symbol [\s\S]*<\/svg>\n<main class="r-stage" id="r-stage">\n<section class="r-screen" data-kind="cover"/,
  );
  expect(html.endsWith('<script>run()</script>\n</body>\n</html>\n')).toBe(true);
});

test('the page of an English course is in English', () => {
  const html = open({ course: { lang: 'en' } });
  expect(html).toContain('<html lang="en" data-look="vif">');
  expect([/<title>(.*?) –/.exec(html)?.[1], /"next":"(.*?)"/.exec(html)?.[1]]).toEqual([roomStrings('en').format('kind'), 'Next']);
});

test('the style has the look with its typeface, the types used and the accent', () => {
  const styleOf = (html: string): string => /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
  const style = styleOf(open({ nodes: [{ kind: 'block', type: 'scene', options: {} }] }));
  const font = Buffer.from('font').toString('base64');
  const look = `/*look*/@font-face{src:url(data:font/woff2;base64,${font});font-display:block}`;
  expect(style.startsWith(`/*base*//*scene*//*callout*/${look}`)).toBe(true);
  expect([style.endsWith('/*room*/'), style.includes('#0b5394')]).toEqual([true, true]);
  expect(styleOf(open()).startsWith(`/*base*//*callout*/${look}`)).toBe(true);
  expect(style.indexOf('#0b5394')).toBeGreaterThan(style.indexOf('/*look*/'));
  const twice = styleOf(open({ nodes: [{ kind: 'block', type: 'callout', options: {} }] }));
  expect(twice.split('/*callout*/')).toHaveLength(2);
  // The plain look has no typeface.
  const plain = styleOf(open({ course: { theme: { name: 'plain', accent: '#0b5394' } } }));
  expect([plain.startsWith('/*base*//*callout*/'), plain.includes('look'), plain.includes('woff2')]).toEqual([true, false, false]);
});

test('the notes of each page stand in its order, with its minutes', () => {
  expect(open()).toContain(
    '<div id="r-pages" hidden><div data-minutes="8" data-title="Le &quot;quai&quot;"><p>Un.</p>\n<p>Deux.</p></div>\n<div data-minutes="0" data-title="La voie"></div></div>',
  );
});

test('pictures are embedded, and none waits to be seen', () => {
  const nodes = [{ kind: 'prose', html: '<p><img src="MARKER" alt="" loading="lazy"><img src="MARKER" alt="" loading="lazy"></p>' }];
  const html = open({ nodes, finish: (text) => text.replaceAll('MARKER', 'data:x') });
  expect(html).toContain('<p><img src="data:x" alt=""><img src="data:x" alt=""></p>');
});

test('the words of the script and the licences are text, each licence once', () => {
  const html = open();
  const [, words = ''] = /<script type="application\/json" id="r-words">(.*?)<\/script>/s.exec(html) ?? [];
  expect([words.includes('<'), JSON.parse(words).next]).toEqual([false, 'Suivant']);
  expect(/<script type="text\/plain" id="r-licences">(.*?)<\/script>/s.exec(html)?.[1]).toBe(
    'Typeface\nLicence \\u003cof> the typeface\n\nDrawings\nLicence of the drawings\n\nOther\n\n\nFaces\n',
  );
  expect(open({ course: { theme: { name: 'plain', accent: '#0b5394' } } })).toContain(
    '<script type="text/plain" id="r-licences">Drawings\nLicence of the drawings\n\nOther\n\n\nFaces\n</script>',
  );
});

test('the cover names the course and its organisation', () => {
  const kick = (course: object): string | undefined => /class="r-kick">(.*?)</.exec(open({ course, title: 'Jour 1 : Les rames' }))?.[1];
  expect([kick({}), kick({ organisation: '' })]).toEqual(['Jour 1 · Au dépôt · École', 'Jour 1 · Au dépôt']);
});

test('icons of embedded pictures are in the sprite, and a page of any name has its notes alone', () => {
  const html = open({ finish: (text) => `${text}<use href="#i-flag"></use>` });
  expect(html).toContain('<symbol id="i-flag"');
  const pages = [{ id: 'constructor', title: 'La voie', minutes: 0, nodes: [] }];
  const module = { content: { title: 'T', courseTitle: 'C', minutes: 0, activities: [] }, cover: { aims: [] }, pages };
  const course = { title: 'C', organisation: '', lang: 'fr', competencies: [], theme: { name: 'vif', accent: '#0b5394' } };
  const sheet = roomSheet({ module, course, notes: {} } as unknown as RoomInput, engine, (text) => text);
  expect(sheet).toContain('<div data-minutes="0" data-title="La voie"></div>');
});
