import { expect, test } from 'vitest';
import { check } from '../../../build/pipeline.ts';
import { depot, type Files, rames, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { expectSound } from '../../helpers/sound-messages.ts';

/** The activity of a course of one session, and what is reported. */
function look(files: Files) {
  const { diagnostics, requested } = check(requestFor(depot(files)), engine);
  expectSound(diagnostics.list);
  const node = requested[0]?.course.modules[0]?.module.pages[0]?.nodes.find(({ kind }) => kind === 'activity');
  return {
    found: diagnostics.list.map(({ code, at }) => `${code} ${at.line}`),
    reports: diagnostics.list.map(({ code, at, values }) => [code, at.file.split('depot/').at(-1), at.line, at.column, values]),
    activity: node?.kind === 'activity' ? node.activity : undefined,
  };
}

const asking = (words: string, id = 'frein'): Files =>
  rames(`# Le quai {#quai}\n\n:::choice{#${id}}\n${words}\n\n- [x] Le patin\n- [ ] La cloche\n:::\n`);

/** Words of so many characters in all, the last one long enough to be cut. */
const wordsOf = (length: number): string => `Que dit le chef ${'x'.repeat(length)}`.slice(0, length);

test('a question of 250 characters is a title as it stands, one of 251 is cut after a word', () => {
  const titleOf = (length: number): string | undefined => look(asking(wordsOf(length))).activity?.title;
  expect(titleOf(249)).toBe(wordsOf(249));
  expect(titleOf(250)).toBe(wordsOf(250));
  expect(titleOf(251)).toBe('Que dit le chef…');
  const words = 'le chef dit '.repeat(30);
  const title = look(asking(words)).activity?.title ?? '';
  expect(title.length).toBeLessThanOrEqual(250);
  expect(title).toMatch(/(?:le chef dit )+le chef…$/);
});

test('an id has 150 characters at most', () => {
  const found = (length: number): readonly string[] => look(asking('Quel frein ?', `q${'a'.repeat(length - 1)}`)).found;
  expect([found(150), found(151)]).toEqual([[], ['invalid-id 8']]);
});

test('a title of a page or of a session has 200 characters at most', () => {
  const page = (length: number): string[] => look(rames(`# ${'x'.repeat(length)} {#quai}\n\nUne rame attend.\n`)).found;
  expect([page(200), page(201)]).toEqual([[], ['title-too-long 6']]);
  const session = (length: number): string[] =>
    look({ 'rames.md': `---\nid: rames\ntitle: ${'x'.repeat(length)}\ncompletion: visited\n---\n# A {#a}\n` }).found;
  expect([session(200), session(201)]).toEqual([[], ['title-too-long 3']]);
});

/** Codes with their lines in one page of the depot. */
const page = (body: string, front = '', more: Files = {}): string[] => {
  const files = rames(`# Le quai {#quai}\n\n${body}\n`);
  return look({ ...files, 'rames.md': String(files['rames.md']).replace('completion: visited', `completion: visited${front}`), ...more })
    .found;
};

test.each<[string, string, string[]]>([
  ['a variable of the course', 'Voir {{chef}}.', []],
  ['an unknown one', 'Voir {{chefs}}.', ['unknown-variable 8']],
  ['one that lacks a brace', 'Voir {chef}.', ['brace-too-few 8']],
  ['braces around another word', 'Voir {autre}.', []],
  ['a link to a page', 'Voir [ici](#quai).', []],
  ['a link to none', 'Voir [ici](#quais).', ['unknown-page 8']],
  ['a link from an activity that could not be read', ':::choise\n[ici](#quais)\n:::', ['unknown-directive 8']],
  ['a link behind it', ':::choise\nx\n:::\n\n[ici](#quais)', ['unknown-directive 8', 'unknown-page 12']],
])('%s', (_, body, found) => {
  expect(page(body)).toEqual(found);
});

test('what stands before the first page is reported once', () => {
  expect(look(rames('Une rame.\n\nUn tram.\n\n# Le quai {#quai}\n')).found).toEqual(['text-before-page 6']);
  expect(look(rames('Une rame.\n')).found).toEqual(['text-before-page 6', 'empty-module 1']);
});

test('the front matter of a session: its id, and competencies of the course', () => {
  expect(page('x', '\ncompetencies: [freiner]')).toEqual([]);
  expect(page('x', '\ncompetencies: [frener]')).toEqual(['unknown-competency 5']);
  expect(look({ 'rames.md': '---\nid: rame\ntitle: x\ncompletion: visited\n---\n# A {#a}\n' }).found).toEqual(['bad-value 2']);
  expect(look({ 'rames.md': '---\nid: rames\ntitle: x\ncompletion: visited\n---\n# A {#rames}\n' }).found).toEqual(['duplicate-id 6']);
  const other = (id: string): Files => ({ 'rames.md': `---\nid: rame\ntitle: x\ncompletion: visited\n---\n# A {#${id}}\n` });
  expect([look(other('rame')).found, look(other('rames')).found]).toEqual([['bad-value 2', 'duplicate-id 6'], ['bad-value 2']]);
});

test('a bank holds questions alone, and serves one quiz of a session', () => {
  const question = ':::choice{#sable}\nLe sable ?\n\n- [x] Oui\n- [ ] Non\n:::\n';
  const bank = (body: string): Files => ({ 'banks/q.md': `---\ntitle: Q\n---\n\n${body}` });
  const quiz = (id: string): string => `::quiz{#${id} bank="banks/q.md"}`;
  expect(page(quiz('a'), '', bank(question))).toEqual([]);
  expect(page(`${quiz('a')}\n\n${quiz('b')}`, '', bank(question))).toEqual(['bank-twice 10']);
  expect(page(quiz('a'), '', bank(`Un mot.\n\n${question}`))).toEqual(['text-in-bank 1']);
  expect(page(quiz('a'), '', bank(`:::trainer\nUn mot.\n:::\n\n${question}`))).toEqual(['text-in-bank 1']);
  expect(page(quiz('a'), '', bank(`:::callout\nUn mot.\n:::\n\n${question}`))).toEqual(['inner-activity 5']);
  expect(page(quiz('a'), '', bank(`# Page\n\n${question}\n# Autre\n`))).toEqual(['page-in-bank 5', 'page-in-bank 14']);
  expect(page(quiz('a'), '', bank(`# Page\n\n${question}`))).toEqual(['page-in-bank 5']);
  expect(page(quiz('a'), '', bank(`## Titre\n\n${question}`))).toEqual(['text-in-bank 1']);
  expect(page(quiz('a'), '', bank(`${question}\nVoir {{chefs}}.`)).sort()).toEqual(['text-in-bank 1', 'unknown-variable 12']);
});

/** The session of a course about the depot, as it was checked. */
const moduleOf = (front: string, body = 'Une rame attend.', more: Files = {}) => {
  const text = `---\nid: rames\ntitle: Les rames : un\n${front}---\n# Le quai {#quai}\n\n${body}\n`;
  return check(requestFor(depot({ 'rames.md': text, ...more })), engine).requested[0]?.course.modules[0]?.module;
};

test('a session has what its front matter says, else what the course says', () => {
  const plain = moduleOf('completion: visited\n');
  expect(plain).toMatchObject({
    title: 'Les rames\u00a0: un',
    pace: 'page',
    minutes: 0,
    completion: 'visited',
    onFail: 'incomplete',
    certificate: false,
  });
  expect(plain).not.toHaveProperty('pass');
  expect(plain).not.toHaveProperty('unread');
  const front = 'pace: steps\nduration: 90min\ncompletion: score\npass: 1\non-fail: failed\ncertificate: true\ncompetencies: [freiner]\n';
  const question = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';
  expect(moduleOf(front, question)).toMatchObject({
    pace: 'steps',
    minutes: 90,
    completion: 'score',
    pass: 1,
    onFail: 'failed',
    certificate: true,
    competencies: ['freiner'],
  });
});

test('a session has its cover, the texts for its score, and what could not be read, inside other directives, too', () => {
  const front = 'completion: visited\nlead: Freiner\naims: [Voir]\nbands: [{ from: 0, text: Bas }, { from: 70, text: Haut }]\n';
  const inner = (id: string, body = ''): string => `:::choise{#${id}}\n${body}:::\n`;
  const module = moduleOf(front, `${inner('un', inner('deux', inner('trois')))}\n::::callout\nUn tram.\n::::\n\n${inner('quatre')}`);
  expect([module?.cover, module?.bands.map(({ from }) => from), module?.file, module?.unread]).toEqual([
    { lead: 'Freiner', aims: [{ text: 'Voir' }] },
    [70, 0],
    'rames.md',
    ['un', 'deux', 'trois', 'quatre'],
  ]);
});

test('on a page that goes further an activity has no points', () => {
  const question = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';
  const [, further] = moduleOf('completion: visited\n', `Une rame.\n\n# Loin {#loin further}\n\n${question}`)?.pages ?? [];
  expect(further?.nodes).toMatchObject([{ activity: { id: 'frein', points: 0, required: false } }]);
});

test('pages that go further too early, and those that are too long, are reported', () => {
  expect(look(rames('# Le quai {#quai further}\n\nUne rame.\n\n# La voie {#voie}\n\nUn rail.\n')).found).toEqual(['further-too-early 6']);
  expect(page('rail '.repeat(400), '\npace: steps')).toEqual(['long-step 7']);
  expect(page('rail '.repeat(400))).toEqual([]);
});

test('a broken front matter has no other mistakes of its rule', () => {
  const front = (rule: string): string[] => look({ 'rames.md': `---\nid: rames\ntitle: x\n${rule}---\n# A {#a}\n\nUne rame.\n` }).found;
  expect(front('completion: score\n')).toEqual(['no-pass 4']);
  expect(front('completion: score\non-fail: deux\n')).toEqual(['bad-value 5']);
});

test('a page can’t come from a file that a cohort replaces; notes stand under the id of their page', () => {
  const files: Files = {
    'cohorts/nord.yaml': 'title: Nord\nincludes: { commun/un.md: commun/deux.md }\n',
    'commun/un.md': 'Un texte.\n',
    'commun/deux.md': '# Un quai {#autre}\n\nUne rame.\n',
  };
  expect(page('::include{file="commun/un.md"}', '', files)).toContain('replaced-not-text 1');
  expect(page('::include{file="commun/un.md"}', '', { ...files, 'commun/deux.md': '## Un quai\n\nUne rame.\n' })).toEqual([]);
  expect(moduleOf('completion: visited\n', ':::trainer\nLa pause.\n:::')?.notes).toEqual({ quai: ['<p>La pause.</p>'] });
});

test('a question in two banks is reported for the second quiz, with the bank', () => {
  const question = (id: string): string => `:::choice{#${id}}\nLe ${id} ?\n\n- [x] Oui\n- [ ] Non\n:::\n`;
  const files: Files = {
    'banks/a.md': `---\ntitle: A\n---\n\n${question('sable')}`,
    'banks/b.md': `---\ntitle: B\n---\n\n${question('rail')}`,
  };
  const quiz = (id: string, banks: string): string => `::quiz{#${id} bank="${banks}"}`;
  expect(page(`${quiz('un', 'banks/a.md')}\n\n${quiz('deux', 'banks/b.md')}`, '', files)).toEqual([]);
  expect(page(`${quiz('un', 'banks/a.md; banks/b.md')}\n\n${quiz('deux', 'banks/b.md')}`, '', files)).toEqual(['bank-twice 10']);
});

test('each report names what was written, and what is near it, at its own place', () => {
  const reports = (body: string, more: Files = {}) => look({ ...rames(`# Le quai {#quai}\n\n${body}\n`), ...more }).reports;
  expect(reports('Voir {{chefs}}, {chef} et [ici](#quais).')).toEqual([
    ['unknown-variable', 'rames.md', 8, 6, { name: 'chefs', near: 'chef' }],
    ['brace-too-few', 'rames.md', 8, 17, { name: 'chef' }],
    ['unknown-page', 'rames.md', 8, 33, { page: 'quais', near: 'quai' }],
  ]);
  const bank = {
    'banks/q.md': `---\ntitle: Q\n---\n\n# ${'x'.repeat(70)}\n\n:::choice{#sable}\nLe sable ?\n\n- [x] Oui\n- [ ] Non\n:::\n`,
  };
  const inside = {
    'banks/q.md': '---\ntitle: Q\n---\n\n:::callout\nUn mot.\n:::\n\n:::choice{#sable}\nLe sable ?\n\n- [x] Oui\n- [ ] Non\n:::\n',
  };
  expect(reports('::quiz{#a bank="banks/q.md"}', inside)).toEqual([
    ['inner-activity', 'banks/q.md', 5, 1, { name: 'callout', outer: 'quiz' }],
  ]);
  expect(reports('::quiz{#a bank="banks/q.md"}\n\n::quiz{#b bank="banks/q.md"}', bank)).toEqual([
    ['page-in-bank', 'banks/q.md', 5, 1, { title: 'x'.repeat(60) }],
    ['bank-twice', 'rames.md', 10, 1, { bank: 'banks/q.md' }],
  ]);
  const front = '---\nid: rame\ntitle: x\ncompletion: score\ncompetencies: [freiner, frener]\n---\n';
  expect(look({ 'rames.md': `${front}# A {#a}\n\n# B {#a}\n` }).reports).toEqual([
    ['bad-value', 'rames.md', 2, 5, { key: 'id', expected: 'rames' }],
    ['unknown-competency', 'rames.md', 5, 25, { id: 'frener', near: 'freiner' }],
    ['duplicate-id', 'rames.md', 9, 1, { id: 'a', where: 'rames.md:7' }],
    ['no-pass', 'rames.md', 4, 13, { rule: 'score' }],
  ]);
  expect(look({ 'rames.md': '---\nid: rames\ntitle: x\ncompletion: visited\n---\nUne rame.\n' }).reports).toEqual([
    ['text-before-page', 'rames.md', 6, 1, {}],
    ['empty-module', 'rames.md', 1, 1, {}],
  ]);
});

test('what one session reports does not keep the next from being checked for its time', () => {
  const text = (id: string, body: string): string =>
    `---\nid: ${id}\ntitle: ${id}\nduration: 1min\ncompletion: visited\n---\n# A {#a-${id}}\n\n${body}\n`;
  const words = 'rail '.repeat(400);
  const course = 'id: depot\ntitle: Dépôt\nlang: fr\nmodules: [rames, soir]\npace: page\n';
  const { reports } = look({ 'course.yaml': course, 'rames.md': text('rames', `{{chefs}} ${words}`), 'soir.md': text('soir', words) });
  expect(reports.map(([code, file]) => `${code} ${file}`)).toEqual(['unknown-variable rames.md', 'short-duration soir.md']);
  expect(look({ 'rames.md': text('rames', words) }).found).toEqual(['short-duration 4']);
  const alone = (body: string): string[] =>
    look({ 'rames.md': text('rames', `${body}\n\n${words}`) }).found.map((one) => one.split(' ')[0] ?? '');
  expect([alone('Un mot.'), alone(':::choice{#q'), alone('<b>Un</b> mot.')].map((codes) => codes.includes('short-duration'))).toEqual([
    true,
    false,
    false,
  ]);
});

test('each page has the blocks and the notes below it', () => {
  const module = moduleOf('completion: visited\n', ':::trainer\nUn.\n:::\n\n# La voie {#voie}\n\nUn rail.\n\n:::trainer\nDeux.\n:::');
  expect(module?.notes).toEqual({ quai: ['<p>Un.</p>'], voie: ['<p>Deux.</p>'] });
  expect(module?.pages.map(({ id, nodes }) => [id, nodes.length])).toEqual([
    ['quai', 0],
    ['voie', 1],
  ]);
});

test('a quiz that shares two banks names the first of them', () => {
  const question = (id: string): string => `---\ntitle: Q\n---\n\n:::choice{#${id}}\nLe ${id} ?\n\n- [x] Oui\n- [ ] Non\n:::\n`;
  const banks: Files = { 'banks/a.md': question('sable'), 'banks/b.md': question('rail') };
  const quiz = (id: string, names: string): string => `::quiz{#${id} bank="${names}"}\n\n`;
  const body = quiz('un', 'banks/a.md; banks/b.md') + quiz('deux', 'banks/b.md; banks/a.md');
  expect(look({ ...rames(`# Le quai {#quai}\n\n${body}`), ...banks }).reports).toEqual([
    ['bank-twice', 'rames.md', 10, 1, { bank: 'banks/b.md' }],
  ]);
});
