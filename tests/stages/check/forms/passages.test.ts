import { expect, it } from 'vitest';
import { tokenMarker } from '../../../../build/model/markers.ts';
import type { PassagesBody } from '../../../../build/stages/check/forms/passages.ts';
import { definition } from '../../../../templates/mark-text/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const TEXT = `:::mark-text{#cle}
Choisissez ce qui freine.

Le tram arrive à quai, et [[le patin serre le rail]], puis la cloche sonne deux fois. À 14:30 il repart.
:::`;

const read = (text: string) => {
  const { options, found, reports, activity } = readActivity('mark-text', definition, text);
  return { found, reports, parts: activity?.parts, ...(options as unknown as PassagesBody) };
};

it('makes a passage of each clause of three words or more, and of each marked piece', () => {
  const { found, passages, prompt, parts } = read(TEXT);
  expect([found, prompt]).toEqual([[], '<p>Choisissez ce qui freine.</p>']);
  expect(passages.map(({ text, right }) => [text, right])).toEqual([
    ['Le tram arrive à quai', false],
    ['le patin serre le rail', true],
    ['puis la cloche sonne deux fois', false],
    ['À 14:30 il repart', false],
  ]);
  expect(parts?.map(({ key }) => key)).toEqual([undefined, 'x', undefined, undefined]);
  expect(passages.map(({ token }) => token)).toEqual([0, 1, 2, 3].map(tokenMarker));
});

it('loses no character of the text between the passages', () => {
  const { passages, html } = read(TEXT);
  expect(passages.map(({ lead }) => lead)).toEqual(['<p>', ', et ', ', ', '. ']);
  expect(html).toBe('.</p>');
});

it('typesets a marked passage, shows it as text, and keeps the source for the lock', () => {
  const { passages, parts } = read(TEXT.replace('le patin serre le rail', "l'arrêt : <b"));
  expect(passages[1]).toMatchObject({ text: 'l’arrêt\u00a0: <b', html: 'l’arrêt\u00a0: &lt;b' });
  expect(parts?.[1]).toEqual({ text: "l'arrêt : <b", key: 'x' });
});

it.each([
  ['an empty passage', TEXT.replace('[[le patin serre le rail]]', '[[ ]]'), 'empty-blank:4:1'],
  ['a variable in a passage', TEXT.replace('[[le patin', '[[{{chef}}'), 'answer-in-variable:4:1 name=chef'],
  ['a variable with spaces around it', TEXT.replace('[[le patin', '[[{{ chef }}'), 'answer-in-variable:4:1 name=chef'],
  ['a passage that is only closed', TEXT.replace('[[le patin serre le rail]]', 'le patin]] serre [[le rail]]'), 'unclosed-blank:4:1'],
  ['an unclosed passage', TEXT.replace('rail]]', 'rail'), ['unclosed-blank:4:1', 'no-blank:1:1']],
])('reports %s', (_, text, reports) => expect(read(text).reports).toEqual([reports].flat()));

it('lets code contain brackets', () => {
  expect(read(TEXT.replace('Le tram', 'Le `[[` tram')).found).toEqual([]);
});

const pieces = (text: string): unknown[] =>
  read(`:::mark-text{#cle}\n${text}\n:::`).passages.map(({ text: words, right }) => [words, right]);

it('takes two words for a part of the text around them, three for a passage', () => {
  expect(pieces('[[Un patin]], le tram, le tram rouge, fin')).toEqual([
    ['Un patin', true],
    ['le tram rouge', false],
  ]);
});

it('keeps several marked passages in the order of the text, and takes all blocks before them for the question', () => {
  expect(pieces('[[Le tram]], [[le bus]] et [[le vélo]]')).toEqual([
    ['Le tram', true],
    ['le bus', true],
    ['le vélo', true],
  ]);
  const { prompt, passages } = read(':::mark-text{#cle}\nLisez.\n\nCherchez.\n\n[[Un]].\n\n[[Deux]].\n:::');
  expect([prompt, passages.map(({ text }) => text)]).toEqual(['<p>Lisez.</p>\n<p>Cherchez.</p>', ['Un', 'Deux']]);
});

it('ends a clause at its punctuation, but not inside numbers, times and entities', () => {
  expect(pieces('[[Un]]. Le tram part ! Le tram revient… Il y va ; il y est : il y reste ? Il pèse 12,5 kg & 3 g net')).toEqual([
    ['Un', true],
    ['Le tram part', false],
    ['Le tram revient', false],
    ['Il y va', false],
    ['il y est', false],
    ['il y reste', false],
    [expect.stringMatching(/^Il pèse 12,5.kg & 3 g net$/), false],
  ]);
});

it('ends a clause at a quotation, whose marks stay outside as brackets do', () => {
  expect(pieces('[[Un]]. « Le tram part » (et le bus revient). Le feu est vert «\u00a0oui\u00a0», fin')).toEqual([
    ['Un', true],
    ['Le tram part', false],
    ['et le bus revient', false],
    ['Le feu est vert «\u00a0oui', false],
  ]);
});

it('leaves quotation marks and brackets around a clause, and tags between pieces', () => {
  const { passages, html } = read(':::mark-text{#cle}\nIl dit « le tram part » (et **le tram revient** [[ici]]).\n:::');
  expect(passages.map(({ text }) => text)).toEqual(expect.arrayContaining(['le tram revient', 'ici']));
  expect(passages.map(({ lead }) => lead).join('')).toContain('<strong>');
  expect(html).toBe(').</p>');
});

it('leaves quotations and directives out of the question, and keeps the source of a clause as text', () => {
  const { prompt, parts, passages } = read(
    ':::mark-text{#cle}\n> Un mot.\n\n:::mark-text{#b}\n[[x]]\n:::\n\nLisez.\n\n[[Un]]. Le kilo R&D pèse 3-4 g.\n:::',
  );
  expect([prompt, parts?.map(({ text }) => text)]).toEqual(['<p>Lisez.</p>', ['Un', expect.stringMatching(/^Le kilo R&D pèse 3-4.g$/)]]);
  expect(passages[1]?.html).toMatch(/^Le kilo R&amp;D pèse <span class="c-whole">3-4<\/span>.g$/);
});

it('keeps the whole sign that ends a clause, and leaves its punctuation outside', () => {
  const { passages, html } = read(':::mark-text{#cle}\n[[Un]]. Le bus est R&. Le tram est <; Le feu est > !\n:::');
  expect(passages.map((one) => [one.lead, one.html, one.text])).toEqual([
    ['<p>', 'Un', 'Un'],
    ['. ', 'Le bus est R&amp;', 'Le bus est R&'],
    ['. ', 'Le tram est &lt;', 'Le tram est <'],
    [expect.stringMatching(/^;\s$/), 'Le feu est &gt;', 'Le feu est >'],
  ]);
  expect(html).toMatch(/^\s!<\/p>$/);
});

it('leaves code alone, reports a directive, and ignores quotations', () => {
  expect(read(':::mark-text{#cle}\n[[Le tram]] part.\n\n```\n[[x\ny]] ]]\n```\n\nPuis `]]`, `[[`.\n:::').found).toEqual([]);
  expect(read(':::mark-text{#cle}\nLe conducteur écrit vite `[[x]]`, puis [[le tram]] part de nouveau.\n:::').found).toEqual([]);
  expect(read(':::mark-text{#cle}\n[[Le tram]] part.\n\n:::mark-text{#b}\nx\n:::\n:::').found).toContain('inner-activity:4');
});

it('has no question where the first paragraph has a passage, and everything is text where none has', () => {
  expect(read(':::mark-text{#cle}\n[[Le tram]] part.\n\nIl revient à quai.\n:::')).toMatchObject({ prompt: '' });
  expect(read(':::mark-text{#cle}\nLe tram part.\n\nIl revient.\n:::').found).not.toEqual([]);
});
