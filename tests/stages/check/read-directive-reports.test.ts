import { expect, test } from 'vitest';
import { check } from '../../../build/pipeline.ts';
import { depot, type Files, rames, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { lookAtPage } from '../../helpers/look-at.ts';

const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';
const asking = (body: string): string => CHOICE.replace('Quel frein ?', `${body}\n\nQuel frein ?`);
const reports = (body: string, more: Files = {}): unknown[] =>
  lookAtPage(body, more).list.map(({ severity, code, at, values }) => [severity, code, `${at.line}:${at.column}`, values]);

test.each<[string, string, unknown[]]>([
  ['words for afterwards on a page', ':::after\nBien vu.\n:::', ['error', 'inner-activity', '8:1', { name: 'after', outer: '#' }]],
  ['a note in a question', asking(':::trainer\nLa pause.\n:::'), ['error', 'inner-activity', '9:1', { name: 'trainer', outer: 'choice' }]],
  ['a block in a question', asking(':::callout\nNon.\n:::'), ['error', 'inner-activity', '9:1', { name: 'callout', outer: 'choice' }]],
  [
    'a block in a quiz',
    `::::quiz{#tour}\n:::callout\nNon.\n:::\n${CHOICE}\n::::`,
    ['error', 'inner-activity', '9:1', { name: 'callout', outer: 'quiz' }],
  ],
  [
    'a blank in a question',
    CHOICE.replace('Quel frein', 'Quel [[frein]]'),
    ['error', 'stray-blank', '9:6', { text: 'frein', box: '[[frein]]' }],
  ],
  [
    'words for afterwards in a block',
    ':::callout\n:::after\nNon.\n:::\n:::',
    ['error', 'inner-activity', '9:1', { name: 'after', outer: 'callout' }],
  ],
  ['texts for a score on a page', ':::band{from=0}\nRelisez.\n:::', ['error', 'band-outside-quiz', '8:1', {}]],
  ['texts for a score in a question', asking(':::band{from=0}\nRelisez.\n:::'), ['error', 'band-outside-quiz', '9:1', {}]],
  ['a page in a block', ':::callout\n# Le frein\n\nUn patin.\n:::', ['error', 'heading-in-activity', '9:1', {}]],
  [
    'a level that is skipped in a note',
    ':::trainer\n#### Pause\n\nUn patin.\n:::',
    ['warning', 'heading-jump', '9:1', { title: 'Pause', has: '####', above: '##', fit: '###' }],
  ],
  ['a box in a note', ':::trainer\n- [ ] Pause\n:::', ['error', 'stray-box', '9:3', { text: '', box: '[[ ]]' }]],
])('%s', (_, body, expected) => {
  expect(reports(body)[0]).toEqual(expected);
});

test('a blank is reported once, in a question or among blocks', () => {
  const codes = (body: string): readonly string[] => lookAtPage(body).found;
  expect([codes(CHOICE.replace('Quel frein', 'Quel [[frein]]')), codes(':::accordion{#replis}\n## Avant\n\nLe [[patin]].\n:::')]).toEqual([
    ['stray-blank 9'],
    ['stray-blank 11'],
  ]);
});

test('a name that is like one brings that', () => {
  const values = { name: 'chioce', near: 'choice' };
  expect(reports(':::chioce{#frein}\nQuel frein ?\n:::')).toEqual([['error', 'unknown-directive', '8:1', values]]);
  expect(reports(asking(':::chioce\nNon.\n:::'))).toEqual([['error', 'unknown-directive', '9:1', values]]);
});

test('a tag of nobody is reported where it is written', () => {
  const cohort = { 'cohorts/mardi.yaml': 'title: Mardi\ntags: [mardi]\n' };
  expect(reports(`Une rame.\n\n${CHOICE.replace('#frein', '#frein points=2 only=lundi')}`, cohort)).toEqual([
    ['warning', 'tag-of-nobody', '10:27', { tag: 'lundi', near: '' }],
  ]);
  expect(reports(CHOICE.replace('#frein', '#frein only=paper'), cohort)).toEqual([
    ['error', 'medium-of-no-block', '8:18', { value: 'paper' }],
  ]);
});

test('an activity or a note can’t come from a file that a cohort replaces; a text and a block can', () => {
  const files = (body: string): Files => ({
    'cohorts/nord.yaml': 'title: Nord\nincludes: { commun/un.md: commun/deux.md }\n',
    'commun/un.md': `${body}\n`,
    'commun/deux.md': 'Une rame.\n',
  });
  const included = (body: string) => reports('::include{file="commun/un.md"}', files(body));
  expect([included('Un tram.'), included(':::callout\nUn tram.\n:::')]).toEqual([[], []]);
  expect(included(CHOICE)).toEqual([['error', 'replaced-not-text', '1:1', { name: 'choice' }]]);
  expect(included(':::trainer\nUn tram.\n:::')).toEqual([['error', 'replaced-not-text', '1:1', { name: 'trainer' }]]);
});

test('texts of two files stay apart where a cohort replaces one', () => {
  const files: Files = {
    'cohorts/nord.yaml': 'title: Nord\nincludes: { commun/un.md: commun/deux.md }\n',
    'commun/un.md': 'Un tram.\n',
    'commun/deux.md': 'Deux trams.\n',
  };
  const callout = lookAtPage('::include{file="commun/un.md"}', { ...files, 'commun/un.md': ':::callout\nUn tram.\n:::\n' }).nodes;
  expect(callout.map((node) => [node.kind, node.kind !== 'activity' && node.cohorts])).toEqual([
    ['block', expect.anything()],
    ['prose', ['nord']],
  ]);
  const { nodes } = lookAtPage('Avant.\n\n::include{file="commun/un.md"}\n\nAprès.', files);
  expect(nodes.map((node) => [node.kind === 'prose' && node.html, node.kind === 'prose' && node.cohorts])).toEqual([
    ['<p>Avant.</p>', undefined],
    ['<p>Un tram.</p>', expect.anything()],
    ['<p>Deux trams.</p>', ['nord']],
    ['<p>Après.</p>', undefined],
  ]);
});

test('a warning about a missing question waits until everything else is right', () => {
  const bare = CHOICE.replace('Quel frein ?\n\n', '');
  const codes = (body: string): unknown[] => reports(body).map((one) => (one as unknown[])[1]);
  expect([codes(bare), codes(bare.replace('#frein', '#frein title=Freins'))]).toEqual([['no-question'], []]);
  expect(codes(bare.replace('#frein', '#frein points=deux'))).toEqual(['bad-attribute', 'no-question']);
});

const codesOf = (body: string, more: Files = {}): readonly string[] => lookAtPage(body, more).found;
const accordion = (body: string): string => `:::accordion{#replis}\n## Avant\n\n${body}\n:::`;

test('headings inside a directive begin a level deeper than those of a page', () => {
  expect([codesOf(accordion('### Plus\n\nUn patin.')), codesOf(accordion('#### Plus\n\nUn patin.'))]).toEqual([[], ['heading-jump 11']]);
  expect([codesOf('## Plus\n\nUn patin.'), codesOf('### Plus\n\nUn patin.')]).toEqual([[], ['heading-jump 8']]);
});

test('a note inside a directive is one of its page, behind those before it', () => {
  const note = (text: string): string => `:::trainer\n${text}\n:::\n\n`;
  const { found, module } = lookAtPage(`${note('Un.')}${accordion(`On regarde.\n\n${note('Deux.')}`)}\n\n${note('Trois.')}`);
  expect([found, module?.notes]).toEqual([[], { quai: ['<p>Un.</p>', '<p>Deux.</p>', '<p>Trois.</p>'] }]);
});

test('a quotation is reported where no form reads it, not in a block or among activities', () => {
  const quote = '> Un mot.';
  expect([codesOf(`:::callout\n${quote}\n:::`), codesOf(accordion(quote)), codesOf(`${CHOICE.slice(0, -4)}\n\n${quote}\n:::`)]).toEqual([
    [],
    [],
    ['stray-quote 14'],
  ]);
});

test('a mistake in a line is reported at that line, one of the whole activity at its start', () => {
  const numeric = (lines: string): readonly string[] => codesOf(`:::numeric{#pente}\nQuelle pente ?\n\n${lines}\n:::`);
  expect([numeric('- [x] 3\n- [ ] deux'), numeric('- [ ] 3')]).toEqual([['not-a-number 12'], ['missing-attribute 8']]);
});

test('a reference to a footnote in a line is reported', () => {
  expect(codesOf(`${CHOICE.replace('Le patin', 'Le patin[^1]')}\n\n[^1]: Une note.`)).toEqual(['footnote-place 11']);
});

test('a directive in a text for afterwards is reported as such', () => {
  const after = ':::after\nBien vu.\n\n:::callout\nNon.\n:::\n:::';
  expect(reports(CHOICE.replace(/:::$/, `${after}\n:::`))).toEqual([
    ['error', 'inner-activity', '16:1', { name: 'callout', outer: 'after' }],
  ]);
});

test('links between scenes are kept apart from those to pages, and other activities have none', () => {
  const story = ':::branching{#choix}\n## Un {#un}\nUn tram.\n\n- [Oui](#fin)\n- [Non](#fin)\n\n## Fin {#fin ending=good}\nFin.\n:::';
  const { found, activity } = lookAtPage(story);
  expect([found, activity?.ownLinks?.map(({ line, column }) => [line, column])]).toEqual([
    [],
    [
      [12, 9],
      [13, 9],
    ],
  ]);
  expect(lookAtPage(CHOICE).activity).not.toHaveProperty('ownLinks');
});

test('a type of the project that can’t be used is not unknown', () => {
  const broken = { ...engine, own: { broken: new Set(['chioce']), problems: [] } } as unknown as typeof engine;
  const found = (body: string): unknown[] => {
    const files = rames(`# Le quai {#quai}\n\n${body}\n`);
    return check(requestFor(depot(files)), broken).diagnostics.list.map(({ code, at }) => `${code} ${at.line}`);
  };
  expect([found(':::chioce{#frein}\nx\n:::'), found(asking(':::chioce\nx\n:::'))]).toEqual([[], ['inner-activity 9']]);
});
