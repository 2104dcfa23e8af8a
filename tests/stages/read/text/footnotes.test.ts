import { expect, test } from 'vitest';
import { CHOICE, page } from '../../../bad-input/cases.ts';
import { depot, type Files, rames } from '../../../bad-input/depot-project.ts';
import { depotMessages, depotPage, depotQuestion, renderDepot } from '../../../helpers/depot-page.ts';
import { BANK, dayProject } from '../../../helpers/one-course.ts';
import { readZip } from '../../../helpers/read-zip.ts';
import { buildSheets } from '../../../sheets/built-sheets.ts';

/** Ids that stand twice in a page, and links inside it that lead nowhere. */
function wrongIds(html: string): string[] {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  const links = [...html.matchAll(/ href="#(a-[^"]*_[^"]*)"/g)].map(([, id = '']) => id);
  return [...twice, ...links.filter((id) => !ids.includes(id))];
}

/** Texts of the notes, with how many links lead back from each. */
function notesIn(html: string): string[] {
  return [...html.matchAll(/<li id="a-[^"]*" tabindex="-1">(.*?)<\/li>(?=\n<li id|\n<\/ol>\n<\/div>)/gs)].map(([, note = '']) => {
    return `${note
      .replace(/<a [^>]*doc-backlink.*?<\/a>/gs, '')
      .replace(/<[^>]*>/g, '')
      .trim()} ${note.match(/doc-backlink/g)?.length}`;
  });
}

test('notes are numbered in the order of their references, and stand at the end of the page', () => {
  const text = `Une rame[^b] attend[^a], comme hier[^b].\n\n${CHOICE}\nElle part.\n\n[^a]: Sur la *voie 2*.\n[^b]: Un tram.`;
  const html = depotPage(text);
  expect(html.split('<section class="c-activity')[0]).toMatchInlineSnapshot(`
    "<p>Une rame<sup class="c-noteref"><a href="#a-quai_1" id="a-quai_1-1" role="doc-noteref" aria-label="Note 1">1</a></sup> attend<sup class="c-noteref"><a href="#a-quai_2" id="a-quai_2-1" role="doc-noteref" aria-label="Note 2">2</a></sup>, comme hier<sup class="c-noteref"><a href="#a-quai_1" id="a-quai_1-2" role="doc-noteref" aria-label="Note 1">1</a></sup>.</p>
    "
  `);
  expect(html.slice(html.indexOf('<p>Elle part.'))).toMatchInlineSnapshot(`
    "<p>Elle part.</p>
    <div class="c-notes" role="group" aria-label="Notes">
    <ol>
    <li id="a-quai_1" tabindex="-1"><p>Un tram. <a href="#a-quai_1-1" role="doc-backlink" aria-label="Retour au texte, note 1, appel 1">↩︎</a> <a href="#a-quai_1-2" role="doc-backlink" aria-label="Retour au texte, note 1, appel 2">↩︎</a></p></li>
    <li id="a-quai_2" tabindex="-1"><p>Sur la <em>voie 2</em>. <a href="#a-quai_2-1" role="doc-backlink" aria-label="Retour au texte, note 2">↩︎</a></p></li>
    </ol>
    </div>"
  `);
});

test('a note has several paragraphs, a list, or what another file says of it', () => {
  const html = depotPage('Un[^1] et deux[^2].\n\n[^1]: Premier.\n\n    Second, voir www.example.org.\n[^2]:\n    - un point\n\nLa suite.');
  expect(notesIn(html)).toEqual(['Premier.\nSecond, voir www.example.org. 1', 'un point 1']);
  expect(html).toMatch(/<p>La suite\.<\/p>\s*<div class="c-notes"/);
});

const TEXTS = `:::accordion{#lettres}
## Une
Une lettre[^1].

## Deux
Une autre[^1].
:::

:::choice{#frein}
Quel frein[^2] ?

- [x] Le patin
> Il frotte[^1].
- [ ] La cloche
> Elle sonne[^2].

:::after
Bien vu[^1].
:::
:::

[^1]: Écrite au dépôt.
[^2]: De service.
`;

test('each text of an activity has its own notes, and no id stands twice', () => {
  const rendered = renderDepot(page(TEXTS));
  const { title, feedback, after } = depotQuestion(rendered);
  const [letters = '', question = ''] = rendered.html.split('data-activity="frein"');
  expect(notesIn(letters)).toEqual(['Écrite au dépôt. 1', 'Écrite au dépôt. 1']);
  expect(notesIn(question)).toEqual(['De service. 1']);
  expect([...feedback, after].map(notesIn)).toEqual([['Écrite au dépôt. 1'], ['De service. 1'], ['Écrite au dépôt. 1']]);
  expect(title).toBe('Quel frein\u202f?');
  expect(wrongIds([rendered.html, ...feedback, after].join('\n'))).toEqual([]);
});

test('the text without script, the guide and the handout have the notes too', async () => {
  const quiz = `:::quiz{#bilan}\nUn bilan[^1].\n\n${CHOICE.replace('frein', 'rail').replace('Quel frein', 'Quel rail[^2]')}:::\n\n:::trainer\nÀ dire[^2].\n:::\n`;
  const { paper, out } = await buildSheets(depot(page(`${quiz}\n${TEXTS}`)), { targets: ['web'], sheets: true });
  const guide = paper('depot/rames', 'guide');
  const handout = paper('depot/rames', 'cahier');
  const text = (await readZip(`${out}/depot/rames.web.zip`)).find(({ name }) => name === 'text.html')?.content.toString() ?? '';
  expect([guide, handout, text].map(wrongIds)).toEqual([[], [], []]);
  expect(notesIn(handout)).toEqual(['Écrite au dépôt. 1', 'De service. 1', 'Écrite au dépôt. 1', 'Écrite au dépôt. 1', 'De service. 1']);
  expect(notesIn(text)).toEqual(notesIn(handout));
  expect(notesIn(guide).length).toBe(notesIn(handout).length + 4);
});

test('a part that a cohort doesn’t have takes its notes along', () => {
  const files: Files = {
    ...page('Un[^1].\n\n:::callout{only=soir}\nDeux[^2].\n:::\n\nTrois[^3].\n\n[^1]: Le un.\n[^2]: Le deux.\n[^3]: Le trois.'),
    'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n',
  };
  expect(notesIn(renderDepot(files).html)).toEqual(['Le un. 1', 'Le trois. 1']);
  expect(notesIn(renderDepot(files, 'soir').html)).toEqual(['Le un. 1', 'Le deux. 1', 'Le trois. 1']);
});

test('a file that stands on two pages has its notes on both', () => {
  const include = '::include{file="commun/contact.md"}';
  const { plain: html } = renderDepot({
    ...rames(`# Le quai {#quai}\n\n${include}\n\n# La voie {#voie}\n\n${include}\n`),
    'commun/contact.md': 'Un contact[^1].\n\n[^1]: {{chef}}, voir [le quai](#quai).\n',
  });
  expect(notesIn(html)).toEqual(['le chef de dépôt, voir le quai. 1', 'le chef de dépôt, voir le quai. 1']);
  expect(wrongIds(html)).toEqual([]);
});

test('a question that two chapters draw has no id twice', async () => {
  const bank = `${BANK.replace('Le sable ?', 'Le sable[^1] ?')}\n[^1]: Du quartz.\n`;
  const { out } = await buildSheets(dayProject({ 'banks/fonds.md': bank }), { names: ['depot'] });
  const text = (await readZip(`${out}/depot/depot.scorm12.zip`)).find(({ name }) => name.endsWith('text.html'))?.content.toString() ?? '';
  expect(notesIn(text)).toEqual(['Du quartz. 1', 'Du quartz. 1']);
  expect(wrongIds(text)).toEqual([]);
});

test('English pages have English names for them', () => {
  const { html } = renderDepot({
    ...page('A tram[^1].\n\n[^1]: On rails.'),
    'course.yaml': 'id: depot\ntitle: Depot\nlang: en\nmodules: [rames]\n',
  });
  expect(html).toMatch(/aria-label="Note 1">1<\/a><\/sup>/);
  expect(html).toMatch(/aria-label="Back to the text, note 1"/);
});

test('what is wrong with notes is reported', () => {
  expect(depotMessages(page('Le patin[^1].'))).toMatchInlineSnapshot(`
    "error footnote rames.md:8:9
    « [^1] » appelle une note qui n’est pas écrite : il serait montré tel quel. Écrivez la note sur une ligne à elle, entre deux lignes vides : [^1]: Le texte de la note. Si ce n’est pas un appel de note, mettez « \\ » devant.
    “[^1]” refers to a note that is not written: it would be shown as it is. Write the note on a line of its own, between two empty lines: [^1]: The text of the note. If this is not a reference, put “\\” before it."
  `);
  expect(depotMessages(page(`${CHOICE.replace('Le patin', 'Le patin[^1]')}\n[^1]: Il frotte.`))).toMatchInlineSnapshot(`
    "error footnote-place rames.md:11:15
    La note « [^1] » ne peut pas être appelée ici : rien ne pourrait la suivre. Appelez-la dans une phrase de la page, de la consigne ou d’un retour ; ici, mettez-la entre parenthèses.
    The note “[^1]” can’t be referred to here: nothing could follow it. Refer to it in a sentence of the page, of the instructions or of feedback; here, put it in brackets."
  `);
  expect(depotMessages(page('Le patin[^1].\n\n[^1]: Il frotte.\n[^1]: Il freine.'))).toMatchInlineSnapshot(`
    "error footnote-twice rames.md:11:1
    La note « [^1] » est écrite deux fois. Gardez-en une, ou donnez un autre nom à la seconde, ici et là où elle est appelée.
    The note “[^1]” is written twice. Keep one of them, or give the second another name, here and where it is referred to."
  `);
  expect(depotMessages(page('Le patin.\n\n[^1]: Il frotte.'))).toMatchInlineSnapshot(`
    "error footnote-unused rames.md:10:1
    Rien n’appelle la note « [^1] » : les apprenants ne la verraient pas. Écrivez [^1] dans le texte, là où la note est appelée, ou retirez cette ligne.
    Nothing refers to the note “[^1]”: learners would not see it. Write [^1] in the text, where the note belongs, or remove this line."
  `);
});

test.each<[string, string, string[]]>([
  ['in the title of a page', '[^1]: Il frotte.\n\n# La voie[^1] {#voie}\n\nElle est libre.', ['footnote-place rames.md:10:10']],
  [
    'in a title of a card',
    ':::cards{#mots}\n## Frein[^1] | Patin\n\n## Rail | Barre\n:::\n\n[^1]: Il frotte.',
    ['footnote-place rames.md:9:9'],
  ],
  ['in a text with blanks', ':::cloze{#trou}\nLe[^1] [[patin]].\n:::\n\n[^1]: Il frotte.', ['footnote-place rames.md:9:3']],
  ['in a link', '[le patin[^1]](https://example.org)\n\n[^1]: Il frotte.', ['footnote-place rames.md:8:10']],
  ['in a link of a cell', '| a |\n|---|\n| b |\n| [le[^1]](https://example.org) |\n\n[^1]: Il frotte.', ['footnote-place rames.md:11:6']],
  ['in words for a picture', '![le patin[^1]](https://example.org/a.png)\n\n[^1]: Il frotte.', ['footnote-place rames.md:8:11']],
  ['more than a hundred times', `${'Le patin[^1].\n'.repeat(101)}\n[^1]: Il frotte.`, ['footnote-place rames.md:108:9']],
  ['in the note itself', 'Le patin[^1].\n\n[^1]: Il frotte[^1].', ['footnote-place rames.md:10:1']],
  ['in another note', 'Le[^1] patin[^2].\n\n[^1]: Il frotte[^2].\n[^2]: Il freine.', ['footnote-place rames.md:10:1']],
])('a reference %s is reported', (_where, body, expected) => {
  const found = [...depotMessages(page(body)).matchAll(/^error ((?!remote-picture).*)$/gm)].map(([, place]) => place);
  expect(found).toEqual(expected);
});

test('a note has a name of up to twenty characters', () => {
  const note = (length: number): string => `Un[^${'a'.repeat(length)}].\n\n[^${'a'.repeat(length)}]: Il frotte.`;
  expect(notesIn(depotPage(note(20)))).toEqual(['Il frotte. 1']);
  expect(depotPage(note(21))).not.toContain('c-notes');
});

test('three spaces may stand before a note; four make it code', () => {
  expect(notesIn(depotPage('Un[^1].\n\n   [^1]: Il frotte.'))).toEqual(['Il frotte. 1']);
  expect(depotPage('Un.\n\n    [^1]: Il frotte.')).toContain('<code>[^1]: Il frotte.\n</code>');
});

test('a reference in brackets that are no link is one', () => {
  expect(notesIn(depotPage('[Le[^1] patin] et ![le frein.\n\n[^1]: Il frotte.'))).toEqual(['Il frotte. 1']);
});

test('brackets that a mark or code makes text are text', () => {
  expect(depotPage('Un \\[^1] et `[^2]`.\n\n```\n[^3]: code\n```')).toBe(
    '<p>Un [^1] et <code>[^2]</code>.</p>\n<pre class="c-scroll" tabindex="0"><code>[^3]: code\n</code></pre>',
  );
});
