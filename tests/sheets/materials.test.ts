import { expect, test } from 'vitest';
import { assetMarker } from '../../build/model/markers.ts';
import type { Node } from '../../build/model/source.ts';
import { notedMaterials, openedMaterials } from '../../build/sheets/materials.ts';
import { readNotes } from '../../build/sheets/note-parts.ts';
import { engine } from '../helpers/engine.ts';
import { keyWords } from './key-words.ts';
import { paperOf } from './one-paper.ts';

const materialsIn = (note: string): string[] => notedMaterials(readNotes([note]).parts);

test.each([
  ['<p><strong>À préparer.</strong> Douze tickets. À plier.</p>', ['Douze tickets']],
  ['<p><strong>En salle.</strong> Papiers au mur, regroupement silencieux en deux minutes, puis on nomme.</p>', ['Papiers au mur']],
  [
    '<p><strong>Débat.</strong> Pour ou contre ? En salle, deux chaises face à face, le chef et le voyageur, trois répliques chacun.</p>',
    ['Deux chaises face à face'],
  ],
  ['<p><strong>9 minutes.</strong> Have a real toaster on the table, and a glass.</p>', ['Have a real toaster on the table, and a glass']],
])('what a note asks for: %s', (note, materials) => {
  expect(materialsIn(note)).toEqual(materials);
});

test('what is on the screen, or for those who are not in the room, is no material', () => {
  expect(materialsIn('<p>Le tableau permet de comparer, puis le nom s’affiche.</p>')).toEqual([]);
  expect(materialsIn('<p><strong>À distance.</strong> Une feuille suffit.</p>')).toEqual([]);
});

test('media and documents of a page are to be opened once', async () => {
  const { words } = await paperOf(
    '::audio{src=assets/timbre.wav title="Le timbre" transcript=assets/timbre.md}\n\n::document{src=assets/plan.pdf title="Le plan"}',
    'conducteur',
    { 'assets/timbre.wav': 'x', 'assets/timbre.md': 'Ding.', 'assets/plan.pdf': '%PDF-1.4' },
  );
  expect(words).toContain("Page 1 : Un enregistrement : l'écouter une fois");
  expect(words).toContain('Page 1 : Un document à ouvrir ou à imprimer : plan.pdf');
});

test.each(
  [
    'Bandelettes, papier, une feuille, les feuilles, une affiche, les affiches, un feutre, des chaises, un badge, des ciseaux',
    'Un post-it, le chronomètre, un minuteur, le vidéoprojecteur, imprimer, imprimez, photocopier, photocopiez, photocopie',
    'Au mur, au tableau, sur la table, a flip chart, a flipchart, some paper, a poster, two chairs, a marker, a pen, scissors',
    'Sticky notes, a stopwatch, the projector, printed cards, hand out, on the wall, on the board, on the table',
  ].flatMap((words) => words.split(', ')),
)('“%s” is material', (words) => {
  const [item = ''] = materialsIn(`<p><strong>Débat.</strong> On prend ${words}.</p>`);
  expect(item.toLowerCase()).toBe(`on prend ${words.toLowerCase()}`);
});

test.each(['imprimeur', 'repeindre', 'chaisière', 'pension', 'marqueur', 'open', 'newspaper'])('“%s” is none', (word) => {
  expect(materialsIn(`<p><strong>Débat.</strong> On voit ${word}.</p>`)).toEqual([]);
});

test('an item of 64 characters stays a sentence; of a longer one the part with the material remains', () => {
  const item = (length: number): string | undefined =>
    materialsIn(`<p><strong>Débat.</strong> Deux chaises, ${'x'.repeat(length - 14)}.</p>`)[0];
  expect([item(64)?.length, item(65)]).toEqual([64, 'Deux chaises']);
});

test('media, documents and other sites of a page are listed once, at any depth, in the order of the text', () => {
  const block = (type: string, options: object = {}): Node => ({ kind: 'block', type, options }) as unknown as Node;
  const opened = (...nodes: Node[]): string[] => openedMaterials(nodes, engine.types, keyWords);
  const src = assetMarker('assets/Plan.PDF');
  expect(
    opened(
      { kind: 'prose', html: '<p></p>' } as Node,
      block('document', { src }),
      block('callout', { nodes: [block('video', { src: assetMarker('assets/a.webm') }), block('document', { src })] }),
      block('audio', { src: assetMarker('assets/a.wav'), transcript: 'x' }),
      block('embed', { url: 'https://example.org' }),
      block('video'),
    ),
  ).toEqual(['run.document name=Plan.PDF', 'run.video', 'run.sound', 'run.embed']);
  expect(
    opened(
      block('figure', { src: assetMarker('assets/a.svg') }),
      block('document', { src: '' }),
      block('embed', { url: '' }),
      block('own'),
    ),
  ).toEqual([]);
  expect(opened(block('document', { src: assetMarker('assets/planpdf') }), block('audio', { transcript: assetMarker('t.pdf') }))).toEqual([
    'run.sound',
    'run.document name=t.pdf',
  ]);
  const question = { kind: 'activity', activity: { id: 'a', type: 'choice', options: { nodes: [block('audio')] } } } as unknown as Node;
  const film = { kind: 'activity', activity: { id: 'b', type: 'video', options: {} } } as unknown as Node;
  expect([opened(question), opened(film)]).toEqual([['run.sound'], ['run.video']]);
});

test('a labelled item is cut after its first sentence, a named one before a bracket', () => {
  const long = 'x'.repeat(30);
  expect(materialsIn(`<p><strong>À préparer.</strong> ${`${long} `.repeat(5)}</p>`)[0]).toBe(`${long} ${long} ${long}…`);
  expect(materialsIn(`<p><strong>Débat.</strong> On pose deux chaises (${long}, ${long}), sans bruit.</p>`)).toEqual([
    'On pose deux chaises',
  ]);
});

test('of several sentences or parts with material the first counts', () => {
  expect(materialsIn('<p><strong>Débat.</strong> Le quai est vide. On pose deux chaises. On plie une feuille.</p>')).toEqual([
    'On pose deux chaises',
  ]);
  const parts = `<p><strong>Débat.</strong> ${'x'.repeat(50)}, deux chaises face à face, une feuille.</p>`;
  expect(materialsIn(parts)).toEqual(['Deux chaises face à face']);
  const both = '<p><strong>Débat.</strong> On plie une feuille.</p><p><strong>À préparer.</strong> Douze tickets.</p>';
  expect(materialsIn(both)).toEqual(['Douze tickets', 'On plie une feuille']);
  expect(materialsIn('<p><strong>À préparer.</strong> Douze papiers.</p>')).toEqual(['Douze papiers']);
  const several = '<p><strong>Débat.</strong> On plie une feuille.</p><p><strong>Jeu.</strong> On pose deux chaises.</p>';
  expect(materialsIn(several)).toEqual(['On plie une feuille', 'On pose deux chaises']);
});

test('a named item has 90 characters at most, a labelled one 120', () => {
  const lengthOf = (label: string, start: string, length: number): number | undefined =>
    materialsIn(`<p><strong>${label}.</strong> ${start}${'x'.repeat(length - start.length)}</p>`)[0]?.length;
  expect([lengthOf('Débat', 'Deux chaises ', 90), lengthOf('Débat', 'Deux chaises ', 91)]).toEqual([90, 91]);
  expect(materialsIn(`<p><strong>Débat.</strong> ${'x'.repeat(78)} chaises noires.</p>`)).toEqual([`X${'x'.repeat(77)} chaises…`]);
  expect(materialsIn(`<p><strong>À préparer.</strong> ${'x'.repeat(60)} ${'y'.repeat(59)}</p>`)[0]).toHaveLength(120);
  expect(materialsIn(`<p><strong>À préparer.</strong> ${'x'.repeat(60)} ${'x'.repeat(50)} ${'y'.repeat(9)}</p>`)[0]).toHaveLength(112);
});
