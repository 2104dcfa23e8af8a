import { expect, test } from 'vitest';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import { paperOf } from './one-paper.ts';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>';

const STORY = `:::branching{#panne state="retard=2; calme=0"}
Une rame est en panne.

## Le quai se remplit {#plein}
On vous regarde.

- [J'explique](#suite) {calme+1}
- [Je me tais](#suite) {retard+3 calme-1}
- [Je vide le quai](#suite) {retard=0}

## La suite {#suite}
La rame repart-elle ?

- [On repart](#fin) {if="retard<=2; calme>0"}
- [On attend](#fin) {if="retard>2"}
- [On pousse](#fin)

## La fin {#fin ending=good}
Tout le monde est à bord.
:::`;

test('a story keeps on paper what it begins with, on which condition a decision is open, and, after its end, what each changes', async () => {
  const { html, words } = await paperOf(STORY);
  for (const sentence of [
    'retard, au départ 2 :',
    'calme, au départ 0 :',
    "A. J'explique → Scène 2 B. Je me tais → Scène 2 C. Je vide le quai → Scène 2",
    'A. Seulement si retard vaut 2 ou moins et si calme dépasse 0 : On repart → Scène 3',
    'Seulement si retard dépasse 2 : On attend → Scène 3',
    'Scène 3. Fin. La fin',
  ]) {
    expect(words).toContain(sentence);
  }
  const [story = '', effects = ''] = words.split('Ce que changent vos décisions');
  expect(story).not.toMatch(/[+−]\d|passe à/);
  expect(story).toContain('Tout le monde est à bord.');
  expect(effects).toContain('Scène 1 : A calme +1 · B retard +3, calme −1 · C retard passe à 0');
  expect(effects).toContain('Scène 2 : A ne change rien · B ne change rien · C ne change rien');
  expect(effects).not.toContain('Scène 3');
  // Two values to keep count of; the decision without a condition has none.
  expect(html.match(/class="s-tally"/g)).toHaveLength(2);
  expect(words).toContain('On attend → Scène 3 C. On pousse → Scène 3');
});

test('a story without values asks for no count', async () => {
  const { words } = await paperOf(STORY.replace(/ state="[^"]*"/, '').replace(/ \{[^#}]*\}$/gm, ''));
  expect(words).not.toMatch(/au départ|laissent une trace|Seulement si|passe à|changent vos/);
});

test('each fact of a slider has the name of its line', async () => {
  const { html } = await paperOf(':::sliders{#etat facts}\nEn quel état ?\n\n- Le rail\n- La cloche\n:::');
  const [, list = ''] = /<ul class="s-named">(.*?)<\/ul>/s.exec(html) ?? [];
  expect([...list.matchAll(/<li><span>(.*?)<\/span> <span class="s-blank"/g)].map(([, name]) => name)).toEqual(['Le rail', 'La cloche']);
});

test('pictures of a gallery are side by side, each above its text', async () => {
  const { html, words } = await paperOf(':::gallery\n![Un quai](assets/a.svg)\n![Un dépôt](assets/b.svg)\n:::', 'cahier', {
    'assets/a.svg': PICTURE,
    'assets/b.svg': PICTURE,
  });
  expect(html).toMatch(/<div class="s-gallery"><p>(?:<span class="s-picture"><img[^>]*><span[^>]*>[^<]*<\/span><\/span>\s*){2}<\/p>/);
  expect(words).toContain('Un quai Un dépôt');
});

test.each([
  ['min-words=1', 'Au moins 1 mot.'],
  ['min-words=12', 'Au moins 12 mots.'],
  ['max-words=1', '1 mot au plus.'],
  ['max-words=80', '80 mots au plus.'],
  ['min-words=12 max-words=80', 'De 12 à 80 mots.'],
])('how much to write is said in a sentence: %s', async (limits, sentence) => {
  const { words } = await paperOf(`:::open-question{#avis ${limits}}\nEt vous ?\n:::`);
  expect(words).toContain(`Et vous ? ${sentence}`);
});

test('a field without a number of words has lines by its characters, and no more than usual', async () => {
  const lines = async (attributes: string): Promise<number> =>
    (await paperOf(`:::open-question{#avis ${attributes}}\nEt vous ?\n:::`)).html.match(/<i><\/i>/g)?.length ?? 0;
  expect([await lines('max-characters=200'), await lines('max-characters=4000'), await lines('max-words=25')]).toEqual([4, 8, 4]);
});

test('what recalls an earlier answer says so on paper', async () => {
  const first = ':::open-question{#idee}\nUne idée ?\n:::';
  const { words } = await paperOf(`${first}\n\n:::open-question{#reprise recall=idee}\nEt maintenant ?\n:::`);
  expect(words).toContain("Et maintenant ? Relisez d'abord votre réponse d'avant.");
});

test('a cell and a label have lines for the longest answer, all the same number', async () => {
  const table = (answer: string): string =>
    `:::compare{#cases}\nComplétez.\n\n| Rame | Ce qui la tient |\n|---|---|\n| A | [[Le frein]] |\n| B | [[${answer}]] |\n:::`;
  const linesIn = async (body: string, files = {}): Promise<number[]> => {
    const { html } = await paperOf(body, 'cahier', files);
    return [...html.matchAll(/<span class="s-blank" data-room [^>]*>((?:<i><\/i>)*)<\/span>/g)].map(([, lines = '']) => lines.length / 7);
  };
  expect(await linesIn(table('La cale'))).toEqual([1, 1]);
  expect(await linesIn(table('La cale de bois que le conducteur pose sous la roue'))).toEqual([3, 3]);
  const labels =
    '| Étiquette | x | y |\n|---|---|---|\n| Le feu | 10 | 10 |\n| La cale de bois que le conducteur pose sous la roue | 80 | 80 |';
  const body = `:::label-image{#plan}\nQue voit-on ?\n\n![Un quai](assets/a.svg)\n\n${labels}\n:::`;
  expect(await linesIn(body, { 'assets/a.svg': PICTURE })).toEqual([2, 2]);
});

test.each([
  ['timeline', '1982 – Le premier tram Il a deux voitures. 2002 – Le retour'],
  ['reveal', '1982 – Le premier tram Il a deux voitures. 2002 Le retour'],
])('what has its own numbers gets no others: %s', async (type, expected) => {
  const { html, words } = await paperOf(`:::${type}{#dates}\n## 1982 | Le premier tram\n\nIl a deux voitures.\n\n## 2002 | Le retour\n:::`);
  expect(words).toContain(expected);
  expect(html).not.toContain('<ol');
});

test('what a word means ends with no full stop inside its brackets', async () => {
  const { html } = await paperOf('On freine par le :term[sablage]{def="Du sable, jeté sur le rail."}. Puis le :term[feu]{def="Vert..."}.');
  expect(html).toContain('data-def="Du sable, jeté sur le rail"');
  expect(html).toContain('>feu</dfn>.');
});

const asked = (id: string, more = ''): string => `:::choice{#${id}${more}}\nQuestion ${id} ?\n\n- [x] Oui\n- [ ] Non\n:::`;

test('questions are numbered in the order of the text, whatever they stand in', async () => {
  const body = `${asked('un', ' title="Le premier"')}\n\n:::accordion{#replis}\n## Avant\n\n${asked('deux')}\n:::\n\n${asked('trois')}`;
  const { words } = await paperOf(body);
  expect(words).toMatch(/1 Le premier .*Question un \?.* 2 .*Question deux \?.* 3 .*Question trois \?/);
});

test('a quiz that draws has one round on paper, and says so', async () => {
  const quiz = (more: string): string => `::::quiz{#bilan${more}}\n${['un', 'deux', 'trois'].map((id) => asked(id)).join('\n\n')}\n::::`;
  const announced = sheetStrings('fr')
    .format('cahier.drawn', { n: 3, asks: 2 })
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll('’', "'");
  const [drawn, all] = [await paperOf(quiz(' draw=2')), await paperOf(quiz(''))];
  expect([drawn.words.includes(announced), all.words.includes(announced)]).toEqual([true, false]);
  expect([drawn.words.match(/Question (?:un|deux|trois) \?/g)?.length, all.words.match(/Question (?:un|deux|trois) \?/g)?.length]).toEqual([
    2, 3,
  ]);
});

test('what asks nothing has no number; what is folded is open', async () => {
  const { html, words } = await paperOf(':::accordion{#replis}\n## Avant\n\nOn regarde.\n:::');
  expect(html).not.toContain('<details>');
  expect(words).toContain('On regarde.');
  expect(html).not.toContain('class="s-number"');
});
