import { describe, expect, it } from 'vitest';
import { tokenMarker } from '../../../../build/model/markers.ts';
import { definition as cloze } from '../../../../templates/cloze/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

interface Blank {
  readonly token: string;
  readonly html: string;
  readonly lead: string;
  readonly trail: string;
  readonly accepted: readonly string[];
  readonly text: string;
}

const clozeOf = (body: string, attributes = '') => readActivity('cloze', cloze, `:::cloze{#fournil ${attributes}}\n${body}\n:::`);
const blanksOf = (body: string, attributes = '') => clozeOf(body, attributes).options.blanks as Blank[];

const BODY = `Complétez la recette.

On pétrit la [[farine / farine de blé]] avec de **[[eau]]**, puis on laisse lever la pâte.

- Le four est à [[et/ou]] degrés`;

describe('blanks', () => {
  it('parts the text at each blank and keeps what stands before as the question', () => {
    const { options, found, activity } = clozeOf(BODY);
    const blanks = options.blanks as Blank[];
    expect(found).toEqual([]);
    expect(options.prompt).toBe('<p>Complétez la recette.</p>');
    expect(blanks.map(({ accepted }) => accepted)).toEqual([['farine', 'farine de blé'], ['eau'], ['et/ou']]);
    expect(blanks[0]?.html).toBe('<p>On pétrit la ');
    expect(blanks[1]?.html).toBe(' avec de <strong>');
    expect(blanks[2]?.html).toMatch(/^<\/strong> puis on laisse lever la pâte\.<\/p>\n<ul>\n<li>Le four est à $/);
    expect(options.html).toMatch(/^ degrés<\/li>\n<\/ul>$/);
    expect(options.size).toBe(13);
    expect(blanks.map(({ token }) => token)).toEqual([0, 1, 2].map(tokenMarker));
    expect(activity?.parts).toEqual([{ text: 'farine / farine de blé' }, { text: 'eau' }, { text: 'et/ou' }]);
  });

  it('has no question where the first paragraph has a blank', () => {
    const { options } = clozeOf('Le tram rentre au [[dépôt]].\n\nIl y dort.');
    expect(options.prompt).toBe('');
    expect(options.html).toBe('</p>\n<p>Il y dort.</p>');
  });

  it('keeps adjacent punctuation with a blank, and nothing else', () => {
    const held = (text: string) => blanksOf(text).map(({ html, lead, trail }) => [html.replaceAll('\u00a0', '~'), lead, trail]);
    expect(held("C'est l'[[eau]], « [[la *mie*]] » ; **([[sel]])**! Un [[pain]] chaud")).toEqual([
      ['<p>C’est ', 'l’', ','],
      [' ', '«\u00a0', '\u00a0»\u202f;'],
      [' <strong>', '(', ')'],
      ['</strong>! Un ', '', ''],
    ]);
    expect(held('Un *([[a]])*, **« [[b]] »**.')).toEqual([
      ['<p>Un <em>', '(', ')'],
      ['</em>, <strong>', '«\u00a0', '\u00a0»'],
    ]);
    expect(held('*[[a]]*, « ***[[b]]*** » et R&[[c]]')).toEqual([
      ['<p><em>', '', ','],
      ['</em> <em><strong>', '«\u00a0', '\u00a0»'],
      ['</strong></em> et R&amp;', '', ''],
    ]);
    expect(held('Un [[a]]{{chef}}, {{chef}}[[b]] et [[c]]&lt; "[[d]]"')).toEqual([
      ['<p>Un ', '', ''],
      [expect.stringMatching(/^\uE000chef\uE005, \uE000chef\uE005$/), '', ''],
      [' et ', '', ''],
      ['&lt; ', '&quot;', '&quot;'],
    ]);
  });

  it('keeps at most six signs on either side', () => {
    const [first, second] = blanksOf(`Un ${'('.repeat(7)}[[a]]${')'.repeat(7)} et (([[b]]))`);
    expect([first?.html, first?.lead, first?.trail]).toEqual(['<p>Un (', '('.repeat(6), ')'.repeat(6)]);
    expect([second?.html, second?.lead, second?.trail]).toEqual([') et ', '((', '))']);
  });

  it('reads an entity in an answer as its character', () => {
    expect(blanksOf('Le service [[R&amp;D / R&eacute;D]].')[0]?.accepted).toEqual(['R&D', 'RéD']);
  });

  it('shows what stands around a blank, and which blank it is', () => {
    const [flour, water] = blanksOf(BODY);
    expect(flour?.text).toBe('On pétrit la [?] avec de …, puis on laisse lever la pâte.');
    expect(water?.text).toContain('avec de [?], puis');
    const [far] = blanksOf(`${'mot '.repeat(60)}[[pain]] ${'mot '.repeat(60)}`);
    expect(far?.text).toMatch(/^… (mot ){10,16}\[\?\] (mot ){10,16}…$/);
  });

  it('keeps 60 characters on either side, and cuts longer texts between words', () => {
    const words = (first: number): string => `${'a'.repeat(first)} ${'b'.repeat(29)}`;
    const text = (body: string): string | undefined => blanksOf(body)[0]?.text;
    expect(text(`${words(29)} [[x]]`)).toBe(`${words(29)} [?]`);
    expect(text(`${words(30)} [[x]]`)).toBe(`… ${'b'.repeat(29)} [?]`);
    expect(text(`[[x]] ${words(29)}`)).toBe(`[?] ${words(29)}`);
    expect(text(`[[x]] ${words(30)}`)).toBe(`[?] ${'a'.repeat(30)} …`);
  });

  it('shows what stands around each of several blanks, with a mark for the others', () => {
    expect(blanksOf('Un [[a]] et [[b]], puis [[c]] fin.').map(({ text }) => text)).toEqual([
      'Un [?] et …, puis … fin.',
      'Un … et [?], puis … fin.',
      'Un … et …, puis [?] fin.',
    ]);
    expect(blanksOf(`${'a'.repeat(61)} ${'b'.repeat(58)} [[x]] ${'c'.repeat(58)} [[y]] ${'d'.repeat(58)}`).map(({ text }) => text)).toEqual(
      [`… ${'b'.repeat(58)} [?] ${'c'.repeat(58)} …`, `… ${'c'.repeat(58)} [?] ${'d'.repeat(58)}`],
    );
  });

  it('parts the words of cells and lines around a blank', () => {
    expect(blanksOf('| Le | four |\n|---|---|\n| [[pain]] | chaud |')[0]?.text).toBe('Le four [?] chaud');
    expect(blanksOf('Le\\\nbon [[pain]]')[0]?.text).toBe('Le bon [?]');
  });

  it('never cuts a variable in two', () => {
    const [blank] = blanksOf(`${'mot '.repeat(13)}{{un-nom-de-boulanger}} cuit le [[pain]].`);
    expect(blank?.text.match(/\uE001/g)?.length).toBe(blank?.text.match(/\uE005/g)?.length);
    expect(blank?.text).not.toContain('\uE000');
  });

  it('offers the first answers and the distractors, each once, in alphabetical order', () => {
    const { options } = clozeOf('[[zeste / écorce]], [[Écume]], [[eau]], [[eau]]', 'mode=list distractors="sel; zeste; éclair"');
    expect(options.words).toEqual(['eau', 'éclair', 'Écume', 'sel', 'zeste']);
    expect(clozeOf('[[eau]]').options).not.toHaveProperty('words');
    expect(clozeOf('[[sel]] et [[eau]]', 'mode=list').options.words).toEqual(['eau', 'sel']);
  });

  it('offers the first of several spellings of a word', () => {
    expect(clozeOf('[[Eau]], [[sel]], [[eau]]', 'mode=list distractors="SEL"').options.words).toEqual(['Eau', 'sel']);
  });

  it('is 6 to 16 characters wide, by the longest answer', () => {
    const size = (...answers: number[]) => clozeOf(answers.map((length) => `[[${'x'.repeat(length)}]]`).join(' et ')).options.size;
    expect([size(5), size(6), size(7), size(16), size(17), size(9, 3), size(3, 9)]).toEqual([6, 6, 7, 16, 16, 9, 9]);
  });

  it('takes all blocks before the first blank for the question', () => {
    const { options } = clozeOf('Lisez.\n\nComplétez.\n\nLe [[pain]].\n\nLe [[sel]].');
    expect(options.prompt).toBe('<p>Lisez.</p>\n<p>Complétez.</p>');
    expect((options.blanks as Blank[]).map(({ html }) => html)).toEqual(['<p>Le ', '</p>\n<p>Le ']);
  });

  it('leaves quotations out, and keeps answers without empty ones', () => {
    const { options, found, activity } = clozeOf('> Un mot.\n\nLe [[pain / / miche]].');
    expect([options.prompt, found, activity?.parts]).toEqual(['', ['stray-quote:2'], [{ text: 'pain / miche' }]]);
  });

  it('leaves code alone', () => {
    const { options, found } = clozeOf('Écrivez `[[x]]` pour un [[blanc]].');
    expect(found).toEqual([]);
    expect(options.blanks).toHaveLength(1);
    const block = clozeOf('Le [[pain]].\n\n```\n[[x\ny]] ]]\n```\n\nEt `]]`, `[[`.');
    expect([block.found, (block.options.blanks as Blank[]).length]).toEqual([[], 1]);
  });

  it.each([
    ['no blank', 'Le pain est cuit.', '', 'no-blank:1:1'],
    ['an empty blank', 'Le [[ ]] et le [[pain]].', '', 'empty-blank:2:1'],
    ['a blank that is only closed', 'Le pain]] et le [[sel]].', '', 'unclosed-blank:2:1'],
    ['a blank left open', 'Le [[pain] et le [[sel]].', '', 'unclosed-blank:2:1'],
    ['a variable in an answer', 'Le [[{{pain}}]].', '', 'answer-in-variable:2:1 name=pain'],
    ['a variable with spaces around it', 'Le [[{{ pain }}]].', '', 'answer-in-variable:2:1 name=pain'],
    ['one word to choose from', 'Le [[pain]].', 'mode=list', 'too-few-words:1:1'],
    ['distractors without a list', 'Le [[pain]].', 'distractors="sel; eau"', 'distractors-unused:1:1'],
    ['an unknown mode', 'Le [[pain]].', 'mode=drag', 'bad-attribute:1:19 key=mode value=drag example=mode=type, mode=list'],
    ['feedback on a line', '- Le [[pain]]\n> Oui.', '', 'stray-quote:2:1'],
    ['feedback on the first of two lines', '- Le [[pain]]\n> Oui.\n- Le sel', '', 'stray-quote:2:1'],
    ['feedback on the second of two lines', '- Le [[pain]]\n- Le sel\n> Oui.', '', 'stray-quote:3:1'],
    ['feedback on a numbered line', '1. Le [[pain]]\n> Oui.', '', 'stray-quote:2:1'],
    ['feedback on a deeper line', '- Le [[pain]]\n- Le sel\n  - Un [[four]]\n    > Oui.', '', 'stray-quote:4:1'],
    ['a directive', 'Le [[pain]].\n\n:::cloze{#dedans}\n:::', '', 'inner-activity:4:1 name=cloze outer=cloze'],
  ])('reports %s', (_, body, attributes, reports) => expect(clozeOf(body, attributes).reports).toEqual([reports]));
});
