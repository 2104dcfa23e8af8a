import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../build/exchange/read/markdown/markdown.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

function read(source: string) {
  const reading = new Reading('fr', 'assets/depot', (path) =>
    path === 'plan.png' ? Uint8Array.from([0x89, 80, 78, 71, 13, 10, 26, 10]) : undefined,
  );
  const pieces = readMarkdown(source, reading);
  const questions = pieces.flatMap((piece) => (piece.kind === 'question' ? [piece.question] : []));
  return { pieces, questions, remarks: reading.remarks.map(({ level, key, line }) => `${level} ${key}:${line}`) };
}

test('LiaScript: several answers, hints and a solution', () => {
  const { questions, remarks } = read(
    'Quelles rames sortent ?\n\n    [[X]] la 12\n    [[ ]] la 13\n    [[X]] la 14\n    [[?]] Regardez le tableau.\n    ****************\n\n    Les paires.\n\n    ****************\n\nLa suite.',
  );
  expect(questions).toMatchObject([
    {
      kind: 'multiple',
      text: 'Quelles rames sortent ?',
      line: 1,
      choices: [
        { text: 'la 12', weight: 50 },
        { text: 'la 13', weight: -50 },
        { text: 'la 14', weight: 50 },
      ],
    },
  ]);
  expect(questions[0]?.after).toBe('Les paires.');
  expect(remarks).toEqual(['lost xml.hint:1']);
});

test('LiaScript: one answer, a typed answer, a selection, a free text', () => {
  const { questions } = read(
    'Qui conduit ?\n\n[( )] le chef\n[(X)] la conductrice\n\nQuelle tension ?\n\n[[750]]\n\nQuel frein ?\n\n[[ à main | (à air) | à pied ]]\n\nRacontez.\n\n[[___ ___]]',
  );
  expect(questions).toMatchObject([
    { kind: 'single', text: 'Qui conduit ?', choices: [{ weight: 0 }, { text: 'la conductrice', weight: 100 }] },
    { kind: 'short', text: 'Quelle tension ?', answers: [{ text: '750', weight: 100 }] },
    {
      kind: 'single',
      choices: [
        { text: 'à air', weight: 100 },
        { text: 'à main', weight: 0 },
        { text: 'à pied', weight: 0 },
      ],
    },
    { kind: 'essay', text: 'Racontez.', line: 14 },
  ]);
});

test('LiaScript: boxes may be the items of a list', () => {
  const { questions } = read('Qui conduit ?\n\n- [( )] le chef\n- [(X)] la conductrice\n\nQui sort ?\n\n- [[X]] la 12\n- [[ ]] la 13');
  expect(questions).toMatchObject([
    { kind: 'single', choices: [{ weight: 0 }, { text: 'la conductrice', weight: 100 }] },
    { kind: 'multiple', choices: [{ text: 'la 12', weight: 100 }, { weight: -100 }] },
  ]);
});

test('GitHub: a numbered question loses its number, a list of two its none', () => {
  const { questions } = read('1. Prêt ?\n   - [x] oui\n   - [ ] non\n\n1. Un\n2. Deux\n   - [x] oui\n   - [ ] non');
  expect(questions.map(({ text }) => text)).toEqual(['Prêt ?', '1. Un\n2. Deux']);
});

test('LiaScript: quizzes in a sentence are blanks', () => {
  expect(read('    Le sable est [[sec]].').questions).toMatchObject([{ text: 'Le sable est [[sec]].' }]);
  expect(read('Le frein est [[ à main | (à air) ]] et le sable [[sec]].').questions).toMatchObject([
    { kind: 'cloze', text: 'Le frein est [[à air]] et le sable [[sec]].', isList: false },
  ]);
});

test('GitHub: a list with boxes, feedback under its lines; without a tick it has to be reviewed', () => {
  const { questions, remarks } = read('Prêt ?\n\n- [x] oui\n> Bien.\n- [ ] non\n  pas encore\n\nEt là ?\n\n1. [ ] un\n2. [ ] deux');
  expect(questions).toMatchObject([
    {
      kind: 'single',
      choices: [
        { text: 'oui', weight: 100, feedback: 'Bien.' },
        { text: 'non pas encore', weight: 0 },
      ],
    },
    { kind: 'single', choices: [{ weight: 0 }, { weight: 0 }] },
  ]);
  expect(remarks).toEqual(['review no-right:8']);
});

test('empty lines between choices, and around a cloze, are no text', () => {
  const [first, ...rest] = read('Prêt ?\n \n- [x] oui\n\n- [ ] non\n\nFin.').pieces;
  expect(first).toMatchObject({ kind: 'question', question: { text: 'Prêt ?', choices: [{ text: 'oui' }, { text: 'non' }] } });
  expect(rest).toMatchObject([{ kind: 'prose', text: 'Fin.' }]);
  const cloze = read('#  \n\nUn mot.\n\nLe frein est [[à main|(à air)]] et le sable [[sec]].\n\nFin.').pieces;
  expect(cloze.map(({ kind }) => kind)).toEqual(['prose', 'question', 'prose']);
});

test('headings, text, pictures beside the file, code', () => {
  const { pieces } = read('---\ntitle: Dépôt\n---\n# Le **matin**\n\nUn <u>plan</u> : ![Plan](plan.png)\n\n```js\n[[X]] code\n```\n');
  expect(pieces).toEqual([
    { kind: 'heading', level: 1, text: 'Le **matin**', line: 4 },
    { kind: 'prose', text: 'Un *plan* : ![Plan](assets/depot/plan.png)\n\n```\n[[X]] code\n```', line: 5 },
  ]);
});

test('what only LiaScript understands is removed or kept as text, and reported', () => {
  const { pieces, remarks } = read(
    '<!--\nauthor: Zoé\n-->\n{{1}} Apparaît @macro(x)\n\n!?[film](https://example.org/a.mp4)\n\n![](loin.png)',
  );
  expect(pieces).toMatchObject([{ text: 'Apparaît @macro(x)\n\n[film](https://example.org/a.mp4)' }]);
  expect(remarks).toEqual([
    'note md.head:0',
    'note md.animation:0',
    'note md.macro:4',
    'lost text.media:6',
    'review text.missing-picture:4',
  ]);
});
