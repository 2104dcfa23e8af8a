import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../build/exchange/read/markdown/markdown.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

function read(...lines: readonly string[]) {
  const reading = new Reading('fr', 'assets/depot');
  const pieces = readMarkdown(lines.join('\n'), reading);
  return { pieces, remarks: reading.remarks.map(({ level, key, line, values }) => [level, key, line, ...Object.values(values)]) };
}

const question = (line: number, text: string, body: object) => ({
  kind: 'question',
  question: { name: '', text, points: 1, category: [], tags: [], line, ...body },
});
const single = (...choices: readonly object[]) => ({ kind: 'single', choices, shuffle: false });
const short = (text: string) => ({ kind: 'short', answers: [{ text, weight: 100 }] });
const prose = (line: number, text: string) => ({ kind: 'prose', text, line });

test('a question is the last paragraph above its choices; hints and scripts below them are reported', () => {
  const hint = 'x'.repeat(250);
  const found = read(
    'Texte.',
    '',
    'Un',
    'deux ?',
    '',
    '- [x] oui',
    '  > Bien.',
    '  >Oui.',
    '- [ ] non',
    `[[?]] ${hint}`,
    '',
    '[[!]]',
    'Fin.',
  );
  expect(found).toEqual({
    pieces: [
      prose(1, 'Texte.'),
      question(3, 'Un deux ?', single({ text: 'oui', weight: 100, feedback: 'Bien. Oui.' }, { text: 'non', weight: 0 })),
      prose(13, 'Fin.'),
    ],
    remarks: [
      ['lost', 'xml.hint', 3, hint.slice(0, 200)],
      ['lost', 'text.script', 3, '[[!]]'],
    ],
  });
});

test('each hint is reported, whatever the empty lines before it', () => {
  expect(read('Que dit-on ?', '[[oui]]', '', '', '[[?]] Un', '[[?]] Deux', '', 'Fin.')).toEqual({
    pieces: [question(1, 'Que dit-on ?', short('oui')), prose(7, 'Fin.')],
    remarks: [
      ['lost', 'xml.hint', 1, 'Un'],
      ['lost', 'xml.hint', 1, 'Deux'],
    ],
  });
});

test('headings have one to six signs, and a space behind them', () => {
  expect(read('# Un ##', '#Deux', '   ### Trois #x', '    # Quatre', '####### Sept', '###### `a` [b](c)')).toEqual({
    pieces: [
      { kind: 'heading', level: 1, text: 'Un', line: 1 },
      prose(2, '\\#Deux'),
      { kind: 'heading', level: 3, text: 'Trois #x', line: 3 },
      prose(4, '```\n# Quatre\n```\n\n\\####### Sept'),
      { kind: 'heading', level: 6, text: '`a` b', line: 6 },
    ],
    remarks: [['lost', 'text.link', 6, 'c']],
  });
});

test('boxes of another kind are another question; one without a tick is to be reviewed', () => {
  const multiple = { kind: 'multiple', choices: [{ text: 'deux', weight: -100 }], shuffle: false };
  expect(read('- [x] un', '[[ ]] deux', '', '[(x)] trois', '* [ ] quatre')).toEqual({
    pieces: [
      question(1, '', single({ text: 'un', weight: 100 })),
      question(2, '', multiple),
      question(4, '', single({ text: 'trois', weight: 100 })),
      question(5, '', single({ text: 'quatre', weight: 0 })),
    ],
    remarks: [
      ['review', 'no-right', 2],
      ['review', 'no-right', 5],
    ],
  });
});

test('an indented box of another kind does not go on with a choice', () => {
  expect(read('- [x] un', '  suite', '  [[x]] deux').pieces).toEqual([
    question(1, '', single({ text: 'un suite', weight: 100 })),
    question(3, '', { kind: 'multiple', choices: [{ text: 'deux', weight: 100 }], shuffle: false }),
  ]);
});

test('choices end at two empty lines, and at a text', () => {
  expect(read('Un', '', '- [x] a', '', '', '- [x] b', '  suite', '', '- [ ] c', 'Deux').pieces).toEqual([
    question(1, 'Un', single({ text: 'a', weight: 100 })),
    question(6, '', single({ text: 'b suite', weight: 100 }, { text: 'c', weight: 0 })),
    prose(10, 'Deux'),
  ]);
});

test('code is part of a question or of its solution, and hides what looks like one', () => {
  expect(read('Où ?', '', '```', '[[X]] a', '', '# b', '```', '', '[[ici]]', '***', '```', '***', '```', 'sans fin').pieces).toEqual([
    prose(1, 'Où ?'),
    question(3, '```\n[[X]] a\n\n# b\n```', { ...short('ici'), after: '```\n***\n```\n\nsans fin' }),
  ]);
  expect(read('Le [[a]] et', '`b` [[c]].', '', '***', '  Car', '    si', '***', '', '```', 'Le [[d]]', '```')).toEqual({
    pieces: [
      question(1, 'Le [[a]] et `b` [[c]].', { kind: 'cloze', isList: false, distractors: [], after: 'Car si' }),
      prose(8, '```\nLe [[d]]\n```'),
    ],
    remarks: [],
  });
});

test('quotes above choices are part of the question, those below are feedback', () => {
  expect(read('Q', '> avis', '- [x] a', '> un', '>', '> deux', '- [ ] b').pieces).toEqual([
    question(1, 'Q\n\navis', single({ text: 'a', weight: 100, feedback: 'un\n\ndeux' }, { text: 'b', weight: 0 })),
  ]);
  expect(read('1) Un ?', '- [x] a').pieces).toEqual([question(1, 'Un ?', single({ text: 'a', weight: 100 }))]);
});

test('a list without boxes is text; feedback belongs to the choice above it, an indented script to none', () => {
  expect(read('- un', '- deux', '', 'Où ?', '    [[X]] a', '    [[ ]] b', '> Non.', '    [[!]]', 'Fin.')).toEqual({
    pieces: [
      prose(1, '- un\n- deux'),
      question(4, 'Où ?', {
        kind: 'multiple',
        choices: [
          { text: 'a', weight: 100 },
          { text: 'b', weight: -100, feedback: 'Non.' },
        ],
        shuffle: false,
      }),
      prose(9, 'Fin.'),
    ],
    remarks: [['lost', 'text.script', 4, '[[!]]']],
  });
});

test('empty boxes in a sentence are no blanks', () => {
  expect(read('Le [[x]] est [[ ]] et [[!]]').pieces).toEqual([prose(1, 'Le \\[\\[x\\]\\] est \\[\\[ \\]\\] et \\[\\[!\\]\\]')]);
});
