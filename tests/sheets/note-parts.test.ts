import { describe, expect, test } from 'vitest';
import { readNotes } from '../../build/sheets/note-parts.ts';

describe('how the minutes are spent', () => {
  test.each([
    ['<p><strong>8 minutes.</strong> 2 min de frise, 6 min de tri.</p>', '2 min de frise, 6 min de tri', []],
    ['<p><strong>6 minutes</strong> (4 pour le tri, 2 pour la suite). Soyez bref.</p>', '4 pour le tri, 2 pour la suite', ['Soyez bref.']],
    ['<p><strong>12 minutes</strong> pour lancer la trame. On la finit après.</p>', 'Pour lancer la trame', ['On la finit après.']],
    ['<p><strong>11 minutes au moins</strong> : 2 pour la définition.</p>', '2 pour la définition', []],
    ['<p><strong>6 minutes.</strong> Play the scene aloud. Ask why.</p>', '', ['Play the scene aloud. Ask why.']],
    ['<p><strong>4 minutes.</strong></p>', '', []],
    ['<p><strong>120 minutes.</strong> 2 min de frise. Soyez bref. Parlez peu.</p>', '2 min de frise', ['Soyez bref. Parlez peu.']],
    ['<p><strong>4 minutes.</strong></p><p>Un\ntour.</p><p>Deux.</p>', '', ['Un tour.', 'Deux.']],
    ['<p><strong>6 minutes.</strong> Lire 2 pages (en silence). Soyez bref.</p>', 'Lire 2 pages (en silence)', ['Soyez bref.']],
  ])('%s', (note, plan, texts) => {
    const read = readNotes([note]);
    expect(read.plan).toBe(plan);
    expect(read.parts.map(({ text }) => text)).toEqual(texts);
  });
});

test('each label opens a part of its own, in either language, also in the middle of a paragraph', () => {
  const note = `<p><strong>À dire.</strong> « Regardez le feu. »</p>
<p><strong>Réponses attendues à l’enquête.</strong> Le quai. <strong>En salle.</strong> Debout. <strong>À distance.</strong> Par écrit.</p>
<p><strong>Expected.</strong> “The platform.”</p>
<ul><li><strong>Matériel :</strong> deux chaises</li></ul>
<p>Un <strong>mot :</strong> Expected <strong>answers.</strong></p>
<p><strong>Expected answers.</strong> Yes.</p><p><strong>Expected answer.</strong> No.</p>
<p>Un <strong>mot</strong> en gras n’est pas un titre.</p>`;
  expect(readNotes([note]).parts).toEqual([
    { kind: 'say', label: '', text: '« Regardez le feu. »' },
    { kind: 'expected', label: 'À l’enquête', text: 'Le quai.' },
    { kind: 'room', label: 'En salle', text: 'Debout.' },
    { kind: 'remote', label: 'À distance', text: 'Par écrit.' },
    { kind: 'expected', label: '', text: '“The platform.”' },
    { kind: 'prepare', label: '', text: 'deux chaises' },
    { kind: 'hint', label: '', text: 'Un mot : Expected answers.' },
    { kind: 'expected', label: '', text: 'Yes.' },
    { kind: 'expected', label: '', text: 'No.' },
    { kind: 'hint', label: '', text: 'Un mot en gras n’est pas un titre.' },
  ]);
});

test.each([
  ['Si le temps manque', 'late'],
  ['En retard', 'late'],
  ['If time is short', 'late'],
  ['Attention', 'attention'],
  ['Watch out', 'attention'],
  ['L’essentiel', 'essential'],
  ['Key points', 'essential'],
  ['À préparer', 'prepare'],
  ['Bring', 'prepare'],
  ['What to say', 'say'],
  ['In class', 'room'],
  ['Remotely', 'remote'],
  ['Bringing it home', 'hint'],
  ['Vous êtes en retard', 'hint'],
  ['Un mot à dire', 'hint'],
  ['Pas en salle', 'hint'],
  ['Faites attention', 'hint'],
  ['Voici l’essentiel', 'hint'],
  ['Mes réponses attendues', 'hint'],
  ['Rien à préparer', 'hint'],
  ['Aussi à distance', 'hint'],
])('the label « %s » opens a part of kind %s', (label, kind) => {
  const own = ['late', 'attention', 'room', 'remote', 'hint'].includes(kind) ? label : '';
  expect(readNotes([`<p><strong>${label}.</strong> Le quai.</p>`]).parts).toEqual([{ kind, label: own, text: 'Le quai.' }]);
});

const WORDS: Readonly<Record<string, string>> = {
  say: 'À dire, Dites, Say, To say, What to say',
  essential: "L’essentiel, L'essentiel, Key point, Key points, The point, The essential, The essentials",
  expected: 'Réponse attendue, Réponses attendues, Expected, Expected answer, Expected answers',
  prepare: 'À prévoir, À préparer, Préparation, Matériel, To prepare, Prepare, Preparation, Material, Materials, Bring',
  attention: 'Attention, Careful, Beware, Watch out',
  room: 'En salle, En présence, En présentiel, In class, In the room',
  remote: 'À distance, Online, Remotely, At a distance',
  late: 'Si le temps manque, En retard, En cas de retard, If time is short, If you are late',
  hint: 'Sayings, Carefully, Onlines, Keys, Expectedly, Matérielé, Préparations, The points, Essentiel, Réponses, Distance, Retard',
};

test.each(Object.entries(WORDS))('labels of kind %s are recognised by whole words, in capitals, too', (kind, words) => {
  const kindOf = (label: string): unknown => readNotes([`<p><strong>${label}.</strong> Le quai.</p>`]).parts.map((part) => part.kind);
  for (const label of words.split(', ')) expect([label, kindOf(label), kindOf(label.toUpperCase())]).toEqual([label, [kind], [kind]]);
});

test.each('p li h1 h6 th td dt dd caption figcaption pre summary'.split(' '))('what stands in a <%s> is a line', (tag) => {
  const note = `<${tag}>Un.</${tag}><${tag}><strong>Attention.</strong> Deux.</${tag}>`;
  expect(readNotes([note]).parts.map(({ kind, text }) => [kind, text])).toEqual([
    ['hint', 'Un.'],
    ['attention', 'Deux.'],
  ]);
});

test('« À prévoir : » needs no bold, and other words before a colon are no label', () => {
  const note = '<p>À prévoir : des carnets.</p><p>Débat possible : pour ou contre ?</p><p>Attention : le quai.</p>';
  expect(readNotes([note]).parts).toEqual([
    { kind: 'prepare', label: '', text: 'Des carnets.' },
    { kind: 'hint', label: '', text: 'Débat possible : pour ou contre ?' },
    { kind: 'hint', label: '', text: 'Attention : le quai.' },
  ]);
});

test('a label may follow how the minutes are spent', () => {
  const note = '<p><strong>6 minutes</strong> (à deux). <strong>Attention.</strong> Le quai.</p>';
  expect(readNotes([note])).toEqual({ plan: 'À deux', parts: [{ kind: 'attention', label: 'Attention', text: 'Le quai.' }] });
});

test('without notes there is nothing', () => {
  expect(readNotes([])).toEqual({ plan: '', parts: [] });
});

test('the minutes of several notes are planned in their order', () => {
  const notes = ['<p><strong>2 min.</strong> lire. Soyez bref.</p>', '<p><strong>10 min</strong> (à deux)</p>'];
  expect(readNotes(notes)).toEqual({ plan: 'Lire · À deux', parts: [{ kind: 'hint', label: '', text: 'Soyez bref.' }] });
  const empty = '<p><strong>4 min.</strong></p>';
  expect(readNotes([empty, ...notes, empty]).plan).toBe('Lire · À deux');
});

test('a label has 60 characters at most, without bold 30', () => {
  const bold = (length: number): string | undefined =>
    readNotes([`<p><strong>Attention ${'x'.repeat(length - 10)}.</strong> Le quai.</p>`]).parts[0]?.kind;
  const plain = (length: number): string | undefined =>
    readNotes([`<p>Matériel ${'x'.repeat(length - 9)} : des carnets.</p>`]).parts[0]?.kind;
  expect([bold(60), bold(61), plain(30), plain(31)]).toEqual(['attention', 'hint', 'prepare', 'hint']);
});
