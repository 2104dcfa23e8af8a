import { describe, expect, test } from 'vitest';
import { depot, type Files, rames } from '../bad-input/depot-project.ts';
import { buildSheets, wordsOf } from './built-sheets.ts';

/** A running order of the tram depot: its words and its markup. */
async function conductorOf(body: string, more: Files = {}): Promise<{ html: string; words: string }> {
  const sheets = await buildSheets(depot({ ...rames(body), ...more }), { coursePackages: false, sheets: true });
  const html = sheets.paper('depot/rames', 'conducteur');
  const words = wordsOf(html)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll('’', "'");
  return { html, words };
}

const ASK = ':::choice{#feu}\nQuel feu ?\n\n- [x] Vert\n- [ ] Rouge\n:::\n';
const note = (text: string): string => `:::trainer\n${text}\n:::\n`;

describe('a page with a note', () => {
  const body = `# Le quai {#quai}\n\n${ASK}\n${note(
    '**8 minutes.** 3 min pour lire, 5 min pour trier.\n\n**À dire.** « Regardez le feu. »\n\n**Réponses attendues.** Le vert.\n\n**En salle.** Deux chaises face à face.',
  )}\n# La nuit {#nuit}\n\nOn rentre.\n\n${note('**65 minutes.** On ferme.')}`;

  test('has its clock, its words, its key and its material, each from the text', async () => {
    const { html, words } = await conductorOf(body);
    for (const sentence of [
      'Page 1 : Deux chaises face à face',
      '0:00 8 min 1. Le quai 3 min pour lire, 5 min pour trier « Regardez le feu. » Le vert. En salle. Deux chaises face à face.',
      'Corrigés 1 Vert',
      '0:08 65 min 2. La nuit On ferme.',
      '1:13 Fin de la séance',
    ])
      expect(words).toContain(sentence);
    expect(html).toContain('<p class="r-spoken">«\u00a0Regardez le feu.\u00a0»</p>');
  });

  test('leaves what goes further to the guide, and its clock runs on', async () => {
    const { words } = await conductorOf(`${body}\n# Le tunnel {#tunnel further}\n\nUn mot.\n\n${note('On y va le soir.')}`);
    expect(words).toContain('1:13 Fin de la séance');
    expect(words).toContain('Pour aller plus loin, hors des minutes, dans le guide du formateur : Le tunnel.');
    expect(words).not.toMatch(/On y va le soir|3\. Le tunnel|L'horloge s'arrête/);
  });

  test('leads to the guide: pages and questions exist there', async () => {
    const sheets = await buildSheets(depot(rames(body)), { coursePackages: false, sheets: true });
    const guide = sheets.paper('depot/rames', 'guide');
    const links = [...sheets.paper('depot/rames', 'conducteur').matchAll(/href="([^"#]*)#([^"]*)"/g)];
    expect(links.length).toBeGreaterThan(2);
    for (const [, file, id] of links) {
      expect(file).toBe('rames.guide.html');
      expect(guide).toContain(`id="${id}"`);
    }
  });
});

test('without notes there is no empty column, and a sentence shows what to write', async () => {
  const { html, words } = await conductorOf(`# Le quai {#quai}\n\n${ASK}`);
  const heads = [...html.matchAll(/<th scope="col"[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(heads).toEqual(['Page', 'Corrigés']);
  expect(words).toContain('écrivez dans chaque page une note :::trainer qui commence par &#42;&#42;8 minutes.');
  expect(html).toContain('<code>&#42;&#42;8 minutes.&#42;&#42;</code>');
});

test('notes without minutes give no clock, and a sentence shows how to have it', async () => {
  const { html, words } = await conductorOf(`# Le quai {#quai}\n\n${ASK}\n${note('**À dire.** « Partez. »')}`);
  expect(html).not.toContain('class="r-clock"');
  expect(words).toContain("Pour avoir ici l'horloge de la séance");
});

test('behind a page without minutes no clock is guessed', async () => {
  const page = (n: number, text: string): string => `# Page ${n} {#p${n}}\n\nLire.\n\n${note(text)}\n`;
  const { words } = await conductorOf(page(1, '**5 minutes.**') + page(2, 'On attend.') + page(3, '**4 minutes.**'));
  expect(words).toContain('0:00 5 min 1. Page 1');
  expect(words).toContain('0:05 2. Page 2');
  expect(words).toContain(' 4 min 3. Page 3');
  expect(words).not.toMatch(/0:09|Fin de la séance/);
  expect(words).toContain('(page 2)');
});

test('a quiz that draws its questions leaves its keys to the guide; a short model answer is shown', async () => {
  const question = (n: number): string => `:::choice{#q${n}}\nQuestion ${n} ?\n\n- [x] Oui ${n}\n- [ ] Non\n:::\n`;
  const bank = `---\ntitle: Banque\n---\n\n${[1, 2, 3].map(question).join('\n')}`;
  const model = (id: string, text: string): string => `:::open-question{#${id}}\nPourquoi ?\n\n:::after\n${text}\n:::\n:::\n`;
  const { words } = await conductorOf(
    `# Le quai {#quai}\n\n:::quiz{#bilan bank="banks/q.md" draw=2}\n:::\n\n${model('court', 'Le feu d’abord.')}\n${model('long', 'Le feu, puis le quai. '.repeat(9))}`,
    { 'banks/q.md': bank },
  );
  expect(words).toContain('Quiz : 2 questions tirées parmi 3, corrigés dans le guide.');
  expect(words).not.toContain('Oui 1');
  expect(words).toMatch(/4 Le feu d'abord\./);
  expect(words).not.toContain('puis le quai');
});

test('what is too long is cut where a sentence ends, and what has no room is named', async () => {
  const long = 'La rame attend que le quai soit vide et que le feu soit vert. ';
  const page = (n: number, times: number): string =>
    `# Page ${n} {#p${n}}\n\n${note(`**2 minutes.**\n\n**À dire.** ${long.repeat(times)}\n\n**En salle.** ${long.repeat(times)}`)}\n`;
  const session = (pages: number, times: number): string => Array.from({ length: pages }, (_, n) => page(n + 1, times)).join('\n');
  const short = await conductorOf(session(2, 1));
  expect(short.words).not.toMatch(/vert\. …|la suite est dans le guide/);
  const cut = await conductorOf(session(12, 12));
  expect(cut.words).toContain('soit vert. …');
  expect(cut.words).toContain('la suite est dans le guide');
  const bare = await conductorOf(session(60, 12));
  expect(bare.words).toContain('laisse au guide du formateur : ');
  expect(bare.words).toContain('1:58 2 min 60. Page 60');
});

test('titles and notes are text: no markup of an author or a cohort gets in', async () => {
  const chef = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
  const { html } = await conductorOf(`# Le {{chef}} {#quai}\n\n${ASK}\n${note('**8 minutes.**\n\n**À dire.** {{chef}}, au mur.')}`, {
    'course.yaml': `id: depot\ntitle: Le dépôt\nlang: fr\nmodules: [rames]\nvariables: { chef: '${chef}' }\n`,
  });
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('&lt;script&gt;');
});

test('the competencies of a session stand in front, below their heading; without any there is none', async () => {
  const page = '# Le quai {#quai}\n\nUne rame.\n';
  const front = (more: string): Files => ({ 'rames.md': `---\nid: rames\ntitle: Les rames\ncompletion: visited\n${more}---\n${page}` });
  expect((await conductorOf('', front('competencies: [freiner]\n'))).words).toContain('Compétences : Freiner à temps');
  expect((await conductorOf('', front(''))).words).not.toContain('Compétences');
});

test('a row is two lines high only where keys stand below it', async () => {
  const { html } = await conductorOf(
    `# Le quai {#quai}\n\n${ASK}\n${note('**8 minutes.**\n\n**À dire.** « Partez. »')}\n# La nuit {#nuit}\n\n${note('**2 minutes.**\n\n**À dire.** « Restez. »')}`,
  );
  const rows = html.split('<tr').filter((row) => row.includes('class="r-page"') && row.includes('href='));
  expect(rows.map((row) => row.match(/rowspan="2"/g)?.length ?? 0)).toEqual([2, 0]);
});

test('fourteen things to prepare are listed; of more, their number', async () => {
  const pages = (count: number): string =>
    Array.from({ length: count }, (_, n) => `# Page ${n + 1} {#p${n + 1}}\n\n${note(`**En salle.** Poser ${n + 2} chaises.`)}\n`).join(
      '\n',
    );
  expect((await conductorOf(pages(14))).words).not.toMatch(/… et .*dans le guide/);
  const { words } = await conductorOf(pages(15));
  expect(words).toContain('Page 14 : Poser 15 chaises');
  expect(words).toContain('… et une autre chose, dans le guide');
});

test('documents to open are named with their page, but not those of a page that goes further', async () => {
  const page = (id: string, further = ''): string =>
    `# Page ${id} {#${id}${further}}\n\n::document{src=assets/${id}.pdf title="Le plan"}\n`;
  const files = Object.fromEntries(['quai', 'voie', 'tunnel'].map((id) => [`assets/${id}.pdf`, '%PDF-1.4']));
  const { words } = await conductorOf(
    `${page('quai')}\n${note('**Matériel.** Une craie.')}\n${page('voie')}\n${page('tunnel', ' further')}`,
    files,
  );
  expect(words).toContain('Page 1 : Une craie Page 1 : Un document à ouvrir ou à imprimer : quai.pdf');
  expect(words).toContain('Page 2 : Un document à ouvrir ou à imprimer : voie.pdf');
  expect(words).not.toContain('tunnel.pdf');
});
