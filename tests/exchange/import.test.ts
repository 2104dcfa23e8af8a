import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Importer, LARGEST_IMPORT } from '../../build/exchange/import.ts';
import { reportText } from '../../build/exchange/report.ts';
import { imported, importFile } from '../helpers/import-file.ts';
import { importedCourse } from '../helpers/imported-course.ts';
import { makeDocx } from '../helpers/make-docx.ts';
import { isLong, isWhole } from '../helpers/sweep.ts';

const GIFT = `// Le fournil
$CATEGORY: $course$/top/Pains

::Levain:: Que fait le levain ? {=Il lève.#Oui. ~%50%Il goûte. ~Il colore. ####Voir la fiche.}

[html]<p>Le <b>four</b> est chaud.</p> {T#Non.#Oui.}

Combien ? {#250:10}

Qui pétrit ? {=le boulanger =%50%boulang*}

$CATEGORY: $course$/top/Vente

Reliez. {=seigle -> tourte =beurre -> brioche}

Racontez une nuit. {}`;
const AIKEN = 'Qui sort ?\nA. la rame 12\nB. la rame 13\nANSWER: B\n\nQuelle ligne ?\nA) la A\nB) la B\nC) la C\nANSWER: A\n';
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<quiz><question type="category"><category><text>$course$/top/Pains</text></category></question>
<question type="multichoice"><name><text>sel</text></name><questiontext format="html"><text><![CDATA[<p>Du <em>sel</em> ?</p>]]></text></questiontext>
<single>true</single><answer fraction="100" format="html"><text>oui</text><feedback format="html"><text>Bien.</text></feedback></answer><answer fraction="0" format="html"><text>non</text></answer></question>
<question type="cloze"><name><text>trou</text></name><questiontext format="html"><text>Le {1:SHORTANSWER:=levain} lève.</text></questiontext></question>
<question type="calculated"><name><text>calcul</text></name><questiontext format="html"><text>{a} + {b} ?</text></questiontext></question></quiz>`;
const LIA =
  '# Le dépôt\n\n## Matin\n\nTexte **gras**.\n\nQui sort ?\n\n[[X]] la 12\n[[ ]] la 13\n\nLe frein est [[à air]].\n\n- [x] oui\n- [ ] non\n';

test('a bank of questions becomes banks by category and a session that asks them', async () => {
  const one = await imported('fournil.gift', GIFT);
  expect(one.files.map(({ path }) => path)).toEqual(['banks/fournil-pains.md', 'banks/fournil-vente.md', 'fournil.md']);
  expect([one.found, one.made, one.session, one.remarks]).toEqual([6, 6, 'fournil', []]);
  expect(one.text('fournil.md')).toContain('::quiz{#fournil-quiz bank="banks/fournil-pains.md; banks/fournil-vente.md"}');
  expect(one.text('fournil.md')).toContain(':::open-question{#racontez-une-nuit}');
  expect(importedCourse(one).errors).toEqual([]);
});

test('as a bank: banks alone, and the open question is reported', async () => {
  const one = await imported('fournil.gift', GIFT, 'bank');
  expect(one.files.map(({ path }) => path)).toEqual(['banks/fournil-pains.md', 'banks/fournil-vente.md']);
  expect([one.found, one.made, one.session]).toEqual([6, 5, undefined]);
  expect(one.remarks).toMatchObject([{ level: 'refused', key: 'write.bank', text: 'Racontez une nuit.' }]);
});

test('as a session: each category is a page', async () => {
  const one = await imported('fournil.gift', GIFT, 'session');
  expect(one.text('fournil.md').match(/^# .*$/gm)).toEqual(['# Pains {#pains}', '# Vente {#vente}']);
  expect(importedCourse(one).errors).toEqual([]);
});

test('a bank of twenty questions is asked as a whole', async () => {
  const many = Array.from({ length: 20 }, (_, index) => `Question ${index} au four {T}`).join('\n\n');
  const one = await imported('x.gift', many);
  expect([one.text('x.md').includes('draw='), one.remarks]).toEqual([false, []]);
});

test('where no question was made, the first reason is shown', async () => {
  const { fault } = (await importFile('x.gift', '\nUn {=a\n\nDeux {=b')) as { fault: { values: object } };
  expect(fault).toMatchObject({ key: 'file.none-made', values: { n: 2, line: 2 } });
});

test('a file of the largest size is read', async () => {
  expect(await importFile('x.gift', new Uint8Array(LARGEST_IMPORT))).toMatchObject({ fault: { key: 'file.binary' } });
});

test('a bank of more than twenty questions is drawn from', async () => {
  const many = Array.from({ length: 21 }, (_, index) => `Question ${index} au four {T}`).join('\n\n');
  expect((await imported('x.gift', many)).text('x.md')).toContain('bank="banks/x.md" draw=20}');
});

test('names that are taken are left alone', async () => {
  const taken = new Set(['fournil.md', 'banks/fournil-import-pains.md']);
  const one = await imported('fournil.gift', GIFT, undefined, { isTaken: (path) => taken.has(path), ids: ['levain'] });
  expect(one.files.map(({ path }) => path)).toEqual([
    'banks/fournil-import-pains-2.md',
    'banks/fournil-import-vente.md',
    'fournil-import.md',
  ]);
  expect(one.text('banks/fournil-import-pains-2.md')).toContain('{#levain-2 ');
});

test('the report has the whole text of what is left out: question, answers and feedback', async () => {
  const typed = await imported('x.gift', 'Sûr {T}\n\nQuel pain ? {=%50%le seigle#Presque. =%40%le pain####Voir la fiche.}');
  expect(typed.remarks).toMatchObject([{ text: 'Quel pain ?\n- le seigle (50\u00a0%) > Presque.\n- le pain (40\u00a0%)\nVoir la fiche.' }]);
  const dragged = await imported(
    'x.xml',
    `${XML.replace('</quiz>', '')}<question type="ddimageortext"><name><text>four</text></name><questiontext><text>&lt;p&gt;Où ?&lt;/p&gt;</text><file name="a.png">AAAA</file></questiontext><drag><text>la sole</text></drag><drag><text>la voûte</text></drag></question></quiz>`,
  );
  expect(dragged.remarks.at(-1)).toMatchObject({ text: 'four — Où ?\nla sole\nla voûte' });
  const cut = await imported('x.xml', XML.replace('</question></quiz>', ` ${'mot '.repeat(400)}`));
  expect(cut.remarks.at(-1)?.text?.match(/mot/g)).toHaveLength(400);
});

test('questions on one line keep their own remarks, by their number', async () => {
  const one = await imported('x.xml', XML.replaceAll('\n', '').replace('<em>', '<img src="four.png"><em>'));
  const [review, refused] = one.remarks;
  expect([one.place, review?.line, review?.id, refused?.line, refused?.id]).toEqual(['question', 1, 'sel', 3, undefined]);
  expect(one.text('banks/x-pains.md').match(/<!--/g)).toHaveLength(1);
  expect(reportText(one, 'fr')).toContain('- **Question 3**');
  expect(await importFile('x.xml', '<quiz><question type="a"/><question type="b"/></quiz>')).toMatchObject({
    fault: { key: 'file.none-made-elsewhere', values: { n: 2 } },
  });
});

test('the report follows the order of the file', async () => {
  const one = await imported('x.gift', 'Sûr {T}\n\nUn {=%50%a}\n\nDeux {=a');
  const report = reportText(one, 'fr');
  expect(report.indexOf('Ligne 3')).toBeLessThan(report.indexOf('Ligne 5'));
});

test('what a description of a category says is reported; a note for the trainer follows its question', async () => {
  const about = '</category><info format="html"><text>&lt;p&gt;Du mardi&lt;/p&gt;</text></info>';
  const essay =
    '\n<question type="essay"><questiontext><text>Racontez.</text></questiontext><graderinfo format="html"><text>Trois nuits.</text></graderinfo></question></quiz>';
  const one = await imported('x.xml', XML.replace('</category>', about).replace('</quiz>', essay));
  expect(one.remarks).toContainEqual(
    expect.objectContaining({ level: 'lost', key: 'xml.category', line: 2, values: { text: 'Du mardi' } }),
  );
  expect(one.text('x.md')).toContain('Racontez.\n:::\n\n:::trainer\nTrois nuits.\n:::');
  expect(importedCourse(one).errors).toEqual([]);
});

test('text below the title of a document is a page of that name', async () => {
  const one = await imported('x.md', '# Le *dépôt*\n\nTexte.\n\n## Matin\n\nTexte.\n\n## Soir\n\nTexte.\n');
  expect(one.text('x.md').match(/^# .*$/gm)).toEqual(['# Le *dépôt* {#le-depot}', '# Matin {#matin}', '# Soir {#soir}']);
});

test('what is to review in a text is marked there', async () => {
  const one = await imported('x.md', '# Dépôt\n\n![Un quai](quai.png)\n');
  expect(one.text('x.md')).toContain('<!-- À revoir\u00a0: une image manque. Son adresse était\u00a0: quai.png -->\nUn quai');
  expect(reportText(one, 'fr')).toContain('Aucune question trouvée');
});

const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(`\ufeff${text}`, (one) => one.charCodeAt(0)).buffer);

test.each([
  ['UTF-16', utf16('Le pâté lève. {T}'), 'utf-16le'],
  ['the old Windows encoding', Uint8Array.from('Le pâté lève. {T}', (one) => one.charCodeAt(0)), 'windows-1252'],
])('%s is read, and reported', async (_, bytes, encoding) => {
  const one = await imported('x.gift', bytes);
  expect(one.text('banks/x.md')).toContain('Le pâté lève.');
  expect(one.remarks).toMatchObject([{ level: 'note', key: 'encoding', values: { encoding } }]);
});

const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);

test.each([
  ['x.gift', '', 'file.empty'],
  ['x.gift', bytes(0x50, 0x4b, 3, 4, 0, 0), 'file.zip'],
  ['x.docx', bytes(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'file.old-word'],
  ['x.txt', '%PDF-1.7 …', 'file.pdf'],
  ['x.gift', Uint8Array.from({ length: 600 }, (_, index) => (index * 37) % 251), 'file.binary'],
  ['x.gift', XML, 'file.is-xml'],
  ['x.xml', GIFT, 'file.not-xml'],
  ['x.xml', '<?xml version="1.0"?><html><body/></html>', 'file.is-html'],
  ['x.xml', '<?xml version="1.0"?><a/>', 'file.no-quiz'],
  ['x.docx', 'du texte', 'file.not-docx'],
  ['x.txt', 'Bonjour à tous.', 'file.unknown'],
  ['x.gift', '// rien\n', 'file.no-questions'],
  ['x.md', '\n\n', 'file.no-questions'],
  ['x.gift', 'Un {=a\n\nDeux {=b', 'file.none-made'],
  ['x.xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><quiz><question type="essay"/></quiz>', 'file.doctype'],
  [
    'x.xml',
    `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};">`).join('')}]><quiz>&l20;</quiz>`,
    'file.doctype',
  ],
  ['x.gift', new Uint8Array(LARGEST_IMPORT + 1), 'file.large'],
])('%s with other content is refused with a sentence', async (name, content, key) => {
  expect(await importFile(name, content)).toMatchObject({ fault: { key, values: { file: name } } });
});

test('a question may be about a DOCTYPE, in any of its texts', async () => {
  const text = (words: string): string => `<text><![CDATA[${words}]]></text>`;
  const source = `<quiz><question type="essay"><name>${text('un')}</name><questiontext>${text('À quoi sert <!DOCTYPE html> ?')}</questiontext></question></quiz>`;
  expect(await imported('x.xml', source, 'session')).toMatchObject({ made: 1 });
});

test('entities in a question are not expanded', async () => {
  const source =
    '<quiz><question type="essay"><questiontext format="plain_text"><text>&b; &amp; &#233;</text></questiontext></question></quiz>';
  const one = await imported('x.xml', source, 'session');
  expect(one.text('x.md')).toContain('&amp;b; & é');
});

/** Changes a text: something is removed, repeated or inserted. */
const change = fc.record({
  at: fc.nat({ max: 2000 }),
  length: fc.nat({ max: 40 }),
  kind: fc.constantFrom('remove', 'repeat', 'insert'),
  what: fc.constantFrom(
    '{',
    '}',
    '=',
    '~',
    '#',
    '\n\n',
    '%',
    '::',
    '->',
    '<',
    '>',
    '</question>',
    '<question>',
    ']]>',
    '[[',
    ']]',
    '&',
    '\\',
    'ANSWER:',
    '\u0000',
    '\ud800',
  ),
});

function changed(text: string, changes: readonly { at: number; length: number; kind: string; what: string }[]): string {
  return changes.reduce((now, { at, length, kind, what }) => {
    const from = at % Math.max(1, now.length);
    const piece = now.slice(from, from + length);
    if (kind === 'remove') return now.slice(0, from) + now.slice(from + length);
    return now.slice(0, from) + (kind === 'repeat' ? piece : what) + now.slice(from);
  }, text);
}

test('whatever is broken: no question is lost silently, and the build reads what was made', async () => {
  const sources = fc.constantFrom(['x.gift', GIFT] as const, ['x.txt', AIKEN] as const, ['x.xml', XML] as const, ['x.md', LIA] as const);
  await fc.assert(
    fc.asyncProperty(sources, fc.array(change, { minLength: 1, maxLength: 6 }), async ([name, source], changes) => {
      const result = await importFile(name, changed(source, changes));
      if ('fault' in result) return;
      const refused = result.remarks.filter(({ level }) => level === 'refused').length;
      expect(result.found).toBe(result.made + refused);
      const isWaiting = result.remarks.some(({ key }) => key === 'no-right');
      if (!isWaiting) expect(importedCourse(result).errors).toEqual([]);
    }),
    { numRuns: isWhole ? 10_000 : isLong ? 500 : 100 },
  );
});

test('a broken Word document is refused or read, never half', async () => {
  const whole = makeDocx(['Que faire ?', { text: 'attendre', level: 0, isBold: true }, { text: 'partir', level: 0 }]);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), async (at, byte, isCut) => {
      const broken = isCut ? whole.slice(0, at) : whole.map((one, index) => (index === at ? byte : one));
      const result = await importFile('x.docx', broken);
      if (!('fault' in result)) expect(result.files.every(({ data }) => data.length > 0)).toBe(true);
    }),
    { numRuns: isWhole ? 1000 : 60 },
  );
});

test.each([
  ['x.gift', '<a '],
  ['x.gift', '<b "'],
  ['x.gift', '{'],
  ['x.txt', '\n'],
  ['x.xml', '<quiz><question type="cloze"><questiontext><text>{1:SA:='],
  ['x.md', '['],
  ['x.md', '[[a]] '],
])('%s: what repeats a hundred thousand times is still read', async (name, piece) => {
  expect(await importFile(name, piece.repeat(100_000))).toBeDefined();
});

test.each([
  ['questions that a bank can contain', 'Le four est chaud. {T}', ['banks/x.md']],
  ['an open question', 'Le four est chaud. {T}\n\nRacontez. {}', ['banks/x.md', 'x.md']],
  ['a text between them', 'Le four est chaud. {T}\n\nLisez ceci.\n', ['banks/x.md', 'x.md']],
])('for a course that has sessions, only a bank is made of %s', async (_, text, paths) => {
  const importer = new Importer({ lang: 'fr', ids: [], competencies: [], isTaken: () => false });
  const made = await importer.take({ name: 'x.gift', bytes: new TextEncoder().encode(text) }, undefined, 'bank');
  expect('files' in made && made.files.map(({ path }) => path)).toEqual(paths);
});
