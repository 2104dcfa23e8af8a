import { expect, test } from 'vitest';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import strings from '../../build/sheets/strings/fr.json' with { type: 'json' };
import type { Files } from '../bad-input/depot-project.ts';
import { paperOf } from './one-paper.ts';

const { 'guide.free': FREE, 'guide.own': OWN } = strings;

test('the guide shows one answer as its author would print it, and in small what else is taken', async () => {
  const answers = "l'aiguille / l'aiguille de voie / aiguillage";
  const { html, words } = await paperOf(`:::short-text{#mot answer="${answers}"}\nQue tourne-t-on ?\n:::`, 'guide');
  expect(html).toContain('<span class="s-value">l’aiguille</span> <small>accepté aussi\u00a0: l’aiguille de voie, aiguillage</small>');
  // The key has the answer alone.
  expect(words.split('Corrigé en bref')[1]).toMatch(/ 1 l'aiguille $/);
  expect(html).not.toMatch(/>[^<]*\w'\w[^<]*</);
});

test('the key in brief is whole, however long an answer', async () => {
  const long = 'La rame attend que le quai soit vide, que les portes soient closes et que le feu passe au vert';
  const { words } = await paperOf(`:::choice{#depart}\nQuand part-on ?\n\n- [x] ${long}\n- [ ] Tout de suite\n:::`, 'guide');
  expect(words.split('Corrigé en bref')[1]).toContain(`1 ${long}`);
});

test('the guide asks a question inside a text once: the text has its number', async () => {
  const body = ':::accordion{#replis}\n## Avant\n\nOn regarde.\n\n:::choice{#dedans}\nEst-ce dedans ?\n\n- [x] Oui\n- [ ] Non\n:::\n:::';
  const guide = await paperOf(body, 'guide');
  expect(guide.words.match(/Est-ce dedans \?/g)).toHaveLength(1);
  expect(guide.html).toContain('<p class="s-asked"><a href="#q-rames-dedans"><span class="s-number">1</span> Question à choix</a></p>');
  expect((await paperOf(body)).words.match(/Est-ce dedans \?/g)).toHaveLength(1);
});

const COMPETENCIES = (one: string, other: string): Files => ({
  'course.yaml': `id: depot\ntitle: Le dépôt\nlang: fr\ncompetencies:\n  - { id: freiner, title: ${one} }\n  - { id: parler, title: ${other} }\nmodules: [rames]\n`,
});

test.each([
  ['C1.2 Freiner à temps', 'C1.3 Parler', '1 point C1.2 Vite ?'],
  ['Freiner en 3 temps', 'C1.3 Parler', '1 point Freiner en 3 temps Vite ?'],
  ['C1 Freiner', 'C1 Parler', '1 point C1 Freiner Vite ?'],
])('the guide calls a competency by its number where each has one: %s, %s', async (one, other, meta) => {
  const { words } = await paperOf(
    ':::choice{#feu competency=freiner}\nVite ?\n\n- [x] Oui\n- [ ] Non\n:::',
    'guide',
    COMPETENCIES(one, other),
  );
  expect(words).toContain(`Question à choix ${meta}`);
  expect(words).toContain(one);
});

test('a weight that all questions of a quiz have is shown once', async () => {
  const question = (id: string, more = ''): string => `:::choice{#${id}${more}}\n${id} ?\n\n- [x] Oui\n- [ ] Non\n:::`;
  const quiz = (last: string): string => `:::quiz{#bilan}\n${question('un')}\n\n${question('deux', last)}\n:::`;
  const alike = await paperOf(quiz(''), 'guide');
  expect(alike.words).toContain('Pour chacune : 1 point · 1 essai.');
  expect(alike.words.match(/1 essai/g)).toHaveLength(1);
  const unlike = await paperOf(quiz(' points=2'), 'guide');
  expect(unlike.words).not.toContain('Pour chacune');
  expect(unlike.words).toContain('2 points 1 essai');
});

test('the guide shows a text with its blanks filled in, then numbers what was expected', async () => {
  const body = ':::cloze{#trous}\nComplétez.\n\nLa rame [[freine / ralentit]] avant le [[quai]].\n:::';
  const { html, words } = await paperOf(body, 'guide');
  expect(words).toContain('La rame freine avant le quai .');
  expect(html).toContain('<strong class="s-filled">freine</strong>');
  expect(html).toMatch(/<ol class="s-rows">\s*<li><span class="s-name"><\/span> <span class="s-value">freine<\/span> <small>accepté aussi/);
  expect(words.split('Corrigé en bref')[1]).toContain('1 freine | quai');
  expect(words).not.toMatch(/\[\?\]|à compléter/);
  expect((await paperOf(body)).words).not.toMatch(/freine|ralentit/);
});

test('the guide shows a table with its cells filled in', async () => {
  const table = '| Rame | Ce qui la tient |\n|---|---|\n| A | [[Le frein]] |\n| B | [[La cale]] |';
  const { html } = await paperOf(`:::compare{#cases}\nComplétez.\n\n${table}\n:::`, 'guide');
  expect([...html.matchAll(/<td>\s*<strong class="s-filled">(.*?)<\/strong>/g)].map(([, value]) => value)).toEqual(['Le frein', 'La cale']);
});

test('minutes of a few pages are not presented as those of the session', async () => {
  const body = 'Une rame attend.\n\n:::trainer\n**10 minutes.** Bref.\n:::';
  const timed = { 'rames.md': '---\nid: rames\ntitle: Les rames\nduration: 60\ncompletion: visited\n---\n' };
  const pages = `# Le quai {#quai}\n\n${body}\n`;
  const totalOf = async (text: string): Promise<string | undefined> =>
    /En tout (.*?) \d+ 1\. /.exec((await paperOf('', 'guide', { 'rames.md': timed['rames.md'] + text })).words)?.[1];
  expect(await totalOf(pages)).toBe('10 min');
  expect(await totalOf(`${pages}\n# La nuit {#nuit}\n\nOn dort.\n`)).toBe('10 min notées, sur 60');
});

test('the guide says of a text whether the trainer will read it', async () => {
  const of = async (more: string): Promise<string> => (await paperOf(`:::open-question{#mot${more}}\nUn mot ?\n:::`, 'guide')).html;
  const [read, own] = [await of(''), await of(' seen-by=me')];
  expect([read.includes(FREE), read.includes(OWN), own.includes(FREE), own.includes(OWN)]).toEqual([true, false, false, true]);
});

test('the guide shows the texts for each outcome, with their condition', async () => {
  const body =
    ':::choice{#feu}\nQuel feu ?\n\n- [x] Vert\n- [x] Blanc\n- [ ] Rouge\n\n:::after{when=right}\nBien vu.\n:::\n\n:::after{when="partly; wrong"}\nRegardez mieux.\n:::\n:::';
  const { words } = await paperOf(body, 'guide');
  expect(words).toContain('Si la réponse est juste Bien vu. Si la réponse est en partie juste ou fausse Regardez mieux.');
  // The handout has none of them.
  expect((await paperOf(body)).words).not.toMatch(/Bien vu|Regardez mieux/);
});

test('the guide shows what each choice is worth', async () => {
  const lines = '- [x] Vert {weight=100}\n- [ ] Blanc {weight=33,3}\n- [ ] Rouge {weight=-50}';
  const { words } = await paperOf(`:::choice{#feu}\nQuel feu ?\n\n${lines}\n:::`, 'guide');
  expect(words).toContain('✓ juste Vert 100 % ◐ en partie juste Blanc 33,3 % ✗ faux Rouge -50 %');
});

test('the guide shows accepted lines with what they are worth, and mistakes with their feedback', async () => {
  const text = ':::short-text{#mot}\nQuoi ?\n\n- [x] feu vert\n> Oui.\n- [x] feu* {weight=33,3}\n- [ ] quai\n> Non.\n:::';
  const number = ':::numeric{#age unit=km}\nCombien ?\n\n- [x] 3,5 ± 0,5\n- [x] 1..9 {weight=50}\n> Presque.\n:::';
  const { words } = await paperOf(`${text}\n\n${number}`, 'guide');
  expect(words).toContain('feu vert feu vert 100 % Oui. feu* 33,3 % quai Non.');
  expect(words).toContain('de 3 à 4 km 1..9 50 % Presque.');
});

test('the guide shows the texts for a score, each with the score from which it holds', async () => {
  const quiz =
    ':::quiz{#bilan}\n:::true-false{#feu}\n- [x] Vert.\n:::\n\n:::band{from=0}\nRelisez.\n:::\n\n:::band{from=70}\nBien.\n:::\n:::';
  const { words } = await paperOf(quiz, 'guide');
  expect(words).toContain('À partir de 70 % Bien. À partir de 0 % Relisez.');
  expect((await paperOf(quiz)).words).not.toMatch(/Relisez|Bien\./);
});

test('the guide says of a quiz how many of its questions are drawn, or that all are asked', async () => {
  const question = (id: string): string => `:::choice{#${id}}\nQuestion ${id} ?\n\n- [x] Oui\n- [ ] Non\n:::\n`;
  const quiz = (more: string): string => `:::quiz{#bilan${more}}\n${question('un')}\n${question('deux')}\n${question('trois')}:::`;
  const output = async (more: string): Promise<boolean[]> => {
    const { words } = await paperOf(quiz(more), 'guide');
    const sheet = sheetStrings('fr');
    const has = (text: string): boolean => words.includes(text.replace(/[\s\u00a0\u202f]+/g, ' ').replaceAll('’', "'"));
    return [has(sheet.format('guide.drawn', { n: 3, asks: 2 })), has(sheet.format('guide.all', { n: 3, asks: 0 }))];
  };
  expect([await output(' draw=2'), await output('')]).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('the words before the questions of a quiz stand above them', async () => {
  const question = ':::choice{#feu}\nVite ?\n\n- [x] Oui\n- [ ] Non\n:::';
  const { html } = await paperOf(`:::quiz{#bilan}\nRelisez le plan.\n\n${question}\n:::`, 'guide');
  expect(html).toMatch(/<h3>[^<]+<\/h3><p>Relisez le plan\.<\/p><p class="s-meta">/);
});

test('each text of a page is in the guide once, before or behind the question', async () => {
  const question = ':::choice{#feu}\nVite ?\n\n- [x] Oui\n- [ ] Non\n:::';
  const { words } = await paperOf(`Une rame attend.\n\n${question}\n\nUn quai dort.`, 'guide');
  expect([words.match(/Une rame attend/g), words.match(/Un quai dort/g)]).toEqual([['Une rame attend'], ['Un quai dort']]);
  expect(words.indexOf('Une rame attend')).toBeLessThan(words.indexOf('Vite ?'));
  expect(words.indexOf('Un quai dort')).toBeGreaterThan(words.indexOf('Vite ?'));
});

test('the minutes of a page stand in its heading, where its note gives them', async () => {
  const { html } = await paperOf('Une rame.\n\n:::trainer\n**8 minutes.** On attend.\n:::', 'guide');
  expect(html).toMatch(/<h2 id="p-quai">1\. Le quai <span class="s-minutes">8.min<\/span><\/h2>/);
  expect((await paperOf('Une rame.', 'guide')).html).toContain('<h2 id="p-quai">1. Le quai</h2>');
});

test.each([
  [':::choice{#a}\nVite ?\n\n- [x] Oui\n- [ ] Non\n:::', 's-boxes'],
  [':::true-false{#a}\nVrai ?\n\n- [x] Un\n- [ ] Deux\n:::', 's-ticks'],
  [':::matching{#a}\nReliez.\n\n| a | b |\n|---|---|\n| un | 1 |\n| deux | 2 |\n:::', 's-pairs'],
  [':::order{#a}\nRangez.\n\n1. Un\n2. Deux\n3. Trois\n:::', 's-letters'],
  [':::numeric{#a answer=12}\nCombien ?\n:::', 's-blank'],
  [':::short-text{#a answer=rail}\nQuoi ?\n:::', 's-blank'],
])('the guide has the answers in the place of a form that would only repeat them: %s', async (body, form) => {
  const has = async (kind: 'guide' | 'cahier'): Promise<boolean> =>
    (await paperOf(body, kind)).html.replace(/<style>.*?<\/style>/gs, '').includes(`class="${form}"`);
  expect([await has('cahier'), await has('guide')]).toEqual([true, false]);
});
