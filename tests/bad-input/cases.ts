import { writeLock } from '../../build/stages/number/lock.ts';
import { type Files, rames } from './depot-project.ts';

/** A mistake and the expected reports in order, as `code file:line:column`. */
export type Case = readonly [name: string, files: Files, found: readonly string[]];

export const page = (body: string): Files => rames(`# Le quai {#quai}\n\n${body}\n`);
export const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n';
const course = (text: string): Files => ({ 'course.yaml': text });
const BASE = 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames]\n';

const STORY =
  ':::branching{#nuit OPTIONS}\nUne nuit.\n\n## Le quai\nIl pleut.\n\n- [Attendre](#attente) {calme+1}\n- [Partir](#voie)\n\n## L’attente {#attente}\nRien.\n\n- [Partir](#voie) {if="calme>=1"}\n- [Rester](#voie)\n\n## La voie {#voie ending=good}\nElle est libre.\n:::\n';

/** A slip in one activity, and what follows it on the page and on the next one: sound, but for a link that leads nowhere. */
const beside = (typo: string): Files =>
  page(
    `${typo}\n\n:::cards{#freins}\n## Le patin | Il freine\n\n## La cloche | Elle sonne\n:::\n\n# La nuit {#la-nuit}\n\n${STORY.replace('OPTIONS', 'state="calme=0"')}\n[plus loin](#quais)`,
  );

/** An activity that could not be read makes no other false. */
const lonelyCases: readonly Case[] = [
  [
    'a story of which an attribute is wrong',
    page(STORY.replace('OPTIONS', 'state="calme=0" points=deux')),
    ['bad-attribute rames.md:8:36'],
  ],
  ['a story whose values are wrong', page(STORY.replace('OPTIONS', 'state="calme=zéro"')), ['bad-attribute rames.md:8:20']],
  ['a story whose values have a wrong name', page(STORY.replace('OPTIONS', 'states="calme=0"')), ['unknown-attribute rames.md:8:20']],
  ['a story whose name is wrong', page(STORY.replace('OPTIONS', '').replace('branching', 'branchin')), ['unknown-directive rames.md:8:1']],
  [
    'a colon apart from the others',
    beside(':: :memory{#jeu}\n| a | b |\n|---|---|\n| un | 1 |\n| deux | 2 |\n:::'),
    ['not-a-directive rames.md:8:1', 'unknown-page rames.md:42:13'],
  ],
  [
    'a directive whose braces are none',
    beside(':::memory #jeu\n| a | b |\n|---|---|\n| [un](#nulle-part) | 1 |\n:::'),
    ['not-a-directive rames.md:8:1', 'unknown-page rames.md:41:13'],
  ],
  [
    'two colons where three close',
    beside(CHOICE.replace(/:::\n$/, '::\n')),
    ['not-a-directive rames.md:13:1', 'unknown-page rames.md:43:13'],
  ],
  [
    'two colons before a text',
    beside('::cards{#quais-2}\n## Un quai | Long\n\n## Deux quais | Longs\n:::'),
    ['body-after-two-colons rames.md:8:1', 'unknown-page rames.md:41:13'],
  ],
  [
    'two colons before a text that has words for afterwards',
    beside(`${CHOICE.replace(':::choice', '::choice').replace(/:::\n$/, '')}\n:::after\nBien vu.\n:::\n:::`),
    ['body-after-two-colons rames.md:8:1', 'unknown-page rames.md:46:13'],
  ],
  [
    'a quotation in a story that is not closed',
    page(`${STORY.replace('OPTIONS', 'state="calme=0"').replace('Il pleut.', ':::quote\nIl pleut.')}\n[plus loin](#quais)`),
    ['unclosed-directive rames.md:8:1'],
  ],
  [
    'a note that is not closed, before an activity',
    page(`:::trainer\nUn mot.\n\n${CHOICE}\n# La voie {#voie}\n\n[plus loin](#quais)`),
    ['unclosed-over-page rames.md:8:1', 'unknown-page rames.md:20:13'],
  ],
  [
    'an activity that is named elsewhere, and an id in it',
    page(':::open-questio{#avis}\nUn avis ?\n:::\n\n:::recap{#bilan words="avis; avi"}\n:::'),
    ['unknown-directive rames.md:8:1', 'unknown-activity rames.md:12:1'],
  ],
  [
    'a quiz whose only question has a wrong name',
    page(`:::quiz{#bilan}\n${CHOICE.replace('choice', 'chioce')}:::`),
    ['unknown-directive rames.md:9:1'],
  ],
  [
    'a quiz whose bank has a question with a wrong name',
    {
      ...page('::quiz{#bilan bank="banks/a.md" draw=2}'),
      'banks/a.md': `---\ntitle: A\n---\n${CHOICE}\n${CHOICE.replace('choice', 'chioce').replace('frein', 'rail')}`,
    },
    ['unknown-directive banks/a.md:11:1'],
  ],
  [
    'points that are none on the only activity that counts',
    { 'rames.md': `---\nid: rames\ntitle: Rames\npass: 50\n---\n# A {#a}\n\n${STORY.replace('OPTIONS', 'point=2 state="calme=0"')}` },
    ['unknown-attribute rames.md:8:20'],
  ],
];

/** Slips of the text itself. */
export const textCases: readonly Case[] = [
  ...lonelyCases,
  ['a heading without a space after its sign', page('Un quai.\n\n#La nuit\n\nTout dort.'), ['no-space-after-sign rames.md:10:1']],
  [
    'signs that are text, by what follows or by a mark before',
    page('\\#nuit, c’est *ici*\n-5 °C\n*Ici* aussi, voyez [x](y z)\n\n`![a](b c.svg)` et `-[x]`\n\n    -[x] code'),
    [],
  ],
  [
    'a picture and a file whose addresses have spaces',
    { ...page('Un ![quai](plan du quai.svg), [une grille](la grille.pdf) et [un site](https://example.org/a b).'), 'plan du quai.svg': '' },
    ['blank-in-address rames.md:8:12', 'blank-in-address rames.md:8:44', 'blank-in-address rames.md:8:72'],
  ],
  ['a directive that does not exist', page(':::chioce{#a}\n:::'), ['unknown-directive rames.md:8:1']],
  ['an attribute that does not exist', page(CHOICE.replace('{#frein}', '{#frein essais=2}')), ['unknown-attribute rames.md:8:18']],
  ['an attribute with a wrong value', page(CHOICE.replace('{#frein}', '{#frein attempts=deux}')), ['bad-attribute rames.md:8:18']],
  ['an attribute twice', page(CHOICE.replace('{#frein}', '{#frein points=1 points=2}')), ['attribute-twice rames.md:8:27']],
  ['an attribute with nothing behind its sign', page(CHOICE.replace('{#frein}', '{#frein points= }')), ['missing-value rames.md:8:25']],
  [
    'spaces around the sign of an attribute',
    page(CHOICE.replace('{#frein}', '{#frein points = 2 attempts=2}')),
    ['space-in-attribute rames.md:8:18'],
  ],
  [
    'spaces around the sign of a change, and before a number',
    page(
      STORY.replace('OPTIONS', 'state="calme=0"')
        .replace('{calme+1}', '{calme + 1}')
        .replace('(#voie)\n\n## L', '(#voie) {calme -1}\n\n## L'),
    ),
    ['space-in-attribute rames.md:14:25', 'space-in-attribute rames.md:15:20'],
  ],
  [
    'something that is no attribute, before and behind others',
    page(STORY.replace('OPTIONS', '.large state="calme=0" points=deux calme+un')),
    ['unreadable-attribute rames.md:8:20', 'bad-attribute rames.md:8:43'],
  ],
  ['a value that is missing, before others', page(STORY.replace('OPTIONS', 'points= state="calme=0"')), ['missing-value rames.md:8:27']],
  [
    'a value that is missing where it must be there',
    page(':::short-text{#mot answer= }\nQuel mot ?\n:::'),
    ['missing-value rames.md:8:27'],
  ],
  [
    'quotes that are not closed, before others',
    page(STORY.replace('OPTIONS', 'title="La nuit state=calme=0')),
    ['unclosed-quote rames.md:8:26'],
  ],
  [
    'something that is no change',
    page(STORY.replace('OPTIONS', 'state="calme=0"').replace('{calme+1}', '{calme+un}').replace('- [Rester](#voie)\n', '')),
    ['unreadable-attribute rames.md:14:25'],
  ],
  ['something that is no attribute', page(CHOICE.replace('{#frein}', '{#frein !}')), ['unreadable-attribute rames.md:8:18']],
  ['an attribute that must be there', page(':::short-text{#mot}\nQuel mot ?\n:::'), ['missing-attribute rames.md:8:1']],
  ['quotes that are not closed', page(CHOICE.replace('{#frein}', '{#frein title="Le frein}')), ['unclosed-quote rames.md:8:24']],
  ['a brace that is not closed', page(CHOICE.replace('{#frein}', '{#frein')), ['unclosed-brace rames.md:8:10']],
  ['a brace of a page that is not closed', rames('# Le quai {#quai\n\n[ici](#quai)\n'), ['unclosed-brace rames.md:6:11']],
  [
    'a brace of a part that is not closed, of a heading and of a line',
    page(
      ':::writing{#lettre}\n## La situation{#situation min-words=5\nDécrivez.\n:::\n\n### Plus bas {#bas\n\n:::branching{#nuit state="calme=0"}\n## Le quai\nIl pleut.\n\n- [Partir](#voie) {calme+1\n\n## La voie {#voie ending=good}\nElle est libre.\n:::\n',
    ),
    ['unclosed-brace rames.md:9:16', 'unclosed-brace rames.md:13:14', 'unclosed-brace rames.md:19:19', 'heading-jump rames.md:13:1'],
  ],
  ['braces that are words', page('## Le signe `{`, et {{chef}} {#signe}\n\n## Un ensemble { 1, 2\n\n## Encore `{a`\n\n## Ou \\\\{a\n'), []],
  [
    'a variable that does not exist, wherever it stands',
    page('Demandez à {{chefs}} ou {{chefs}}\npuis *{{chefs}}*.\n\n{{chefs}}'),
    ['8:12', '8:25', '9:7', '11:1'].map((at) => `unknown-variable rames.md:${at}`),
  ],
  [
    'a variable that does not exist in a definition',
    page('Un :term[bogie]{def="Ce que dit {{chefs}}"} et ![le {{plans}}](https://exemple.fr/x).'),
    ['remote-picture rames.md:8:64', 'unknown-variable rames.md:8:33', 'unknown-variable rames.md:8:53'],
  ],
  ['a key in a variable', page(':::short-text{#mot answer="{{chef}}"}\nQui ?\n:::'), ['answer-in-variable rames.md:8:1']],
  ['a missing id', page(CHOICE.replace('{#frein}', '')), ['missing-id rames.md:8:1']],
  ['a missing id of a page', rames('# Le quai\n\nUne rame.\n'), ['missing-id rames.md:6:1']],
  ['an id twice', page(`${CHOICE}\n${CHOICE}`), ['duplicate-id rames.md:15:1']],
  ['an id too long for an LMS', page(CHOICE.replace('#frein', `#${'frein-'.repeat(26)}`)), ['invalid-id rames.md:8:11']],
  ['an id with an accent', page(CHOICE.replace('#frein', '#dépôt')), ['invalid-id rames.md:8:11']],
  [
    'a backslash in a path',
    { ...page('::figure{src=media\\plan.png alt="Le plan"}'), 'media/plan.png': 'x' },
    ['missing-asset rames.md:8:10'],
  ],
  ['a picture that is not there', page('![Le plan](assets/plan.png)'), ['missing-asset rames.md:8:12']],
  ['a picture without words', { ...page('![](plan.png)'), 'plan.png': 'x' }, ['missing-alt rames.md:8:5']],
  [
    'a list nested without end',
    page(Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- ${depth}`).join('\n')),
    ['text-too-deep rames.md:28:1'],
  ],
  ['a picture that is a page', { ...page('![Le plan](plan.png)'), 'plan.png': '<html>' }, ['not-that-picture rames.md:8:12']],
  ['a picture of no bytes', { ...page('![Le plan](plan.png)'), 'plan.png': '' }, ['not-that-picture rames.md:8:12']],
  [
    'a drawing with a script',
    { ...page('![Le plan](plan.svg)'), 'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' },
    ['active-picture rames.md:8:12'],
  ],
  [
    'a drawing that leads elsewhere',
    {
      ...page('![Le plan](plan.svg)'),
      'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg"><a href="https://exemple.fr"><path d="M0 0"/></a></svg>',
    },
    ['active-picture rames.md:8:12'],
  ],
  ['a picture of another site', page('![Le plan](https://exemple.fr/p.png)'), ['remote-picture rames.md:8:12']],
  ['a note for the trainer with an attribute', page(':::trainer{only=soir}\nUn mot.\n:::'), ['unread-braces rames.md:8:11']],
  [
    'words for afterwards with an attribute',
    page(CHOICE.replace(/:::\n$/, ':::after{only=soir}\nUn mot.\n:::\n:::')),
    ['unread-braces rames.md:13:9'],
  ],
  [
    'a link to a page that is left out',
    rames('# Le quai {#quai}\n\n[la nuit](#nuit)\n\n# La nuit {#nuit only=soir}\n\nTout dort.\n'),
    ['page-left-out rames.md:6:1'],
  ],
  ['a file outside the folder', page('[Le plan](../../secret.pdf)'), ['outside-folder rames.md:8:11']],
  [
    'HTML',
    page('Une <b>rame</b>.\n\n<script>alert(1)</script>'),
    ['raw-html rames.md:8:5', 'raw-html rames.md:8:12', 'raw-html rames.md:10:1'],
  ],
  [
    'an address that runs',
    page('[ici](javascript:alert(1)) et [là](data:text/html,x)'),
    ['refused-address rames.md:8:7', 'refused-address rames.md:8:36'],
  ],
  ['a link to a page that is not there', page('[plus loin](#quais)'), ['unknown-page rames.md:8:13']],
  ['a link to an empty variable', page('[le plan]({{plan}})'), ['empty-address rames.md:6:1']],
  ['a directive that is not closed', page(CHOICE.replace(/:::\n$/, '')), ['unclosed-directive rames.md:8:1']],
  [
    'a directive that swallows a page',
    rames('# Le quai {#quai}\n\n:::callout\nAttention\n\n# La voie {#voie}\n\nElle est libre.\n'),
    ['unclosed-over-page rames.md:8:1'],
  ],
  ['a fence that closes too early', page(`${CHOICE}\n:::`), ['nothing-to-close rames.md:15:1']],
  ['a line that is no directive', page('::: {#rien}'), ['not-a-directive rames.md:8:1']],
  ['a directive in a list', page('- une rame\n\n  > citée\n  > ::: non'), ['directive-in-list rames.md:11:5']],
  ['directives nested without end', page(`${':::callout\n'.repeat(14)}${':::\n'.repeat(12)}`), expect14()],
  [
    'a page heading in an activity',
    page(CHOICE.replace('Quel frein ?', 'Quel frein ?\n\n# La voie')),
    ['heading-in-activity rames.md:11:1'],
  ],
  [
    'headings that leave out a level, on a page and in its activities',
    page(
      '### Trop bas\n\n#### Juste dessous\n\n## La voie\n\n:::callout\n#### Encore\n:::\n\n##### Bien trop bas\n\n##### De même\n\n## Le dépôt\n\n:::accordion{#rames-2}\n## Une rame\n#### Ses freins\nUn patin.\n:::',
    ),
    [
      'heading-jump rames.md:8:1',
      'heading-jump rames.md:10:1',
      'heading-jump rames.md:18:1',
      'heading-jump rames.md:20:1',
      'heading-jump rames.md:15:1',
      'heading-jump rames.md:26:1',
    ],
  ],
  [
    'headings of which each goes one level deeper, and back up as far as it likes',
    page(
      '## La voie\n\n### Le rail\n\n#### Sa pose\n\n## Le quai\n\n:::accordion{#rames-2}\n## Une rame\n### Ses freins\nUn patin.\n#### Le patin\nEn bois.\n:::\n\n### Le bord',
    ),
    [],
  ],
  ['text before the first page', rames('Bonjour.\n\n# Le quai {#quai}\n'), ['text-before-page rames.md:6:1']],
  ['a module without a page', rames(''), ['empty-module rames.md:1:1']],
  ['a stray quote', page(CHOICE.replace('\n- [x]', '\n> Une citation\n\n- [x]')), ['stray-quote rames.md:11:1']],
  ['a row with too many cells', page('| a | b |\n|---|---|\n| 1 | 2 | 3 |'), ['too-many-cells rames.md:10:1']],
  [
    'HTML twice in a paragraph',
    page('Un <b>mot</b> et\nun <b>autre</b>.'),
    ['8:4', '8:10', '9:4', '9:12'].map((at) => `raw-html rames.md:${at}`),
  ],
  ['a slip in a table', page('`<b>`\n\n| a |\n|---|\n| <b> |'), ['raw-html rames.md:12:3']],
  ['a term without a definition', page('Un :term[bogie].'), ['term-without-definition rames.md:8:4']],
  ['a language without a code', page('Un :lang[tram]{anglais}.'), ['lang-without-code rames.md:8:4']],
  [
    'a competency that does not exist',
    page(CHOICE.replace('{#frein}', '{#frein competency=freinner}')),
    ['unknown-competency rames.md:8:1'],
  ],
  [
    'an activity where none may stand',
    page(CHOICE.replace('\n- [x]', `\n${':::callout\nAh\n:::\n'}\n- [x]`)),
    ['inner-activity rames.md:11:1'],
  ],
  ['an include that is not there', page('::include{file="commun/quai.md"}'), ['missing-asset rames.md:8:1']],
  [
    'an include for some cohorts',
    { ...page('::include{file="quai.md" only=soir}'), 'quai.md': 'Un quai.\n' },
    ['unread-braces rames.md:8:26'],
  ],
  ['an include without a file', page('::include{}'), ['missing-attribute rames.md:8:1']],
  [
    'an include that loops',
    { ...page('::include{file="a.md"}'), 'a.md': '::include{file="b.md"}\n', 'b.md': '::include{file="a.md"}\n' },
    ['include-loop b.md:1:1'],
  ],
  ['an include that leaves the folder', page('::include{file="../autre.md"}'), ['outside-folder rames.md:8:1']],
];

function expect14(): string[] {
  return ['too-deep rames.md:20:1', 'too-deep rames.md:21:1', 'inner-activity rames.md:9:1'];
}

/** Slips in YAML, cohorts, files and rules. */
export const fileCases: readonly Case[] = [
  ['broken YAML', course(`${BASE}variables: &a *a\n`), ['broken-yaml course.yaml:5:15']],
  ['a quote in YAML that is not closed', course(`${BASE}variables: { a: "x\n`), ['yaml-not-closed course.yaml:6:1']],
  ['a YAML key written twice', course(`${BASE}lang: en\n`), ['yaml-key-twice course.yaml:5:1']],
  ['a YAML line that begins with a tab', course(`${BASE}variables:\n\tplan: x\n`), ['yaml-tab course.yaml:6:1']],
  ['a colon in a bare YAML text', course(`${BASE}organisation: Tramways : nuit\n`), ['yaml-indent course.yaml:5:15']],
  [
    'a tab in YAML that moves the line after it',
    course(`${BASE}competencies:\n\t- { id: freiner, title: Freiner }\n  - { id: ouvrir, title: Ouvrir }\n`),
    ['yaml-tab course.yaml:6:1'],
  ],
  [
    'quotes of a text around one in YAML',
    course(BASE.replace('Au dépôt', '« Tramways : le dépôt »')),
    ['yaml-curly-quotes course.yaml:2:8'],
  ],
  ['a reserved sign in YAML', course(BASE.replace('title: ', 'title: @')), ['yaml-bare-sign course.yaml:2:8']],
  [
    'a session that the course does not list',
    { 'bogies.md': '\ufeff\n---\nid: bogies\ntitle: Bogies\n---\n' },
    ['unlisted-module course.yaml:7:10'],
  ],
  ['a key that does not exist', course(`${BASE}titel: x\n`), ['unknown-key course.yaml:5:1']],
  [
    'a slip in front matter that empty lines stand before',
    { 'rames.md': '\n \t\n---\nid: rames\ntitel: Rames\ncompletion: visited\n---\n# A {#a}\n\n<b>x\n' },
    ['unknown-key rames.md:5:1', 'raw-html rames.md:10:1'],
  ],
  [
    'a key of the course that does not exist, which hides none of the texts',
    { ...course(`${BASE}couleur: bleu\n`), ...rames('# Le quai {#quai}\n\n:::choic{#q}\nQui ?\n:::\n') },
    ['unknown-key course.yaml:5:1', 'unknown-directive rames.md:8:1'],
  ],
  [
    'misspelt keys of the course, whose values are those that are meant',
    {
      ...course(
        `${BASE.replace('title:', 'titel:')}competences: [{ id: freiner, title: Freiner }]\nvariable: { chef: "" }\ntheme: { acent: x }\n`,
      ),
      ...rames('# Le quai {#quai}\n\n{{chef}}\n\n:::true-false{#q competency=freiner}\n- [x] Vrai.\n:::\n'),
      'cohorts/soir.yaml': 'title: Soir\nvariables: { chef: Zoé }\n',
    },
    ['unknown-key course.yaml:7:10', 'unknown-key course.yaml:2:1', 'unknown-key course.yaml:5:1', 'unknown-key course.yaml:6:1'],
  ],
  ['a key that is missing', course('id: depot\nlang: fr\nmodules: [rames]\n'), ['missing-key course.yaml:1:1']],
  ['a value that does not fit', course(BASE.replace('lang: fr', 'lang: de')), ['bad-value course.yaml:3:7']],
  ['a module without a file', course(BASE.replace('[rames]', '[rames, bogies]')), ['missing-module course.yaml:4:18']],
  [
    'a title that is too long',
    { 'rames.md': `---\nid: rames\ntitle: ${'x'.repeat(201)}\n---\n# A {#a}\n` },
    ['title-too-long rames.md:3:8'],
  ],
  [
    'slips in front matter, and others in the rest of the file',
    {
      'rames.md':
        '---\nid: rames\ntitel: Rames\nduration: deux heures\ncompletion: scores\npass: 60\n---\n# A {#a}\n\n<b>\n\n[plus loin](#b)\n\n:::choice{#frein attempts=deux}\nQuel frein ?\n\n- [x] Le patin\n:::\n',
    },
    [
      'bad-value rames.md:4:11',
      'bad-value rames.md:5:13',
      'unknown-key rames.md:3:1',
      'raw-html rames.md:10:1',
      'bad-attribute rames.md:14:18',
      'too-few-choices rames.md:14:1',
      'unknown-page rames.md:12:13',
    ],
  ],
  [
    'front matter that can not be read, and a slip further on',
    { 'rames.md': '---\nid: rames\ntitle: "Rames\n---\n# A {#a}\n\n[plus loin](#b)\n' },
    ['yaml-not-closed rames.md:3:14', 'unknown-page rames.md:7:13'],
  ],
  [
    'front matter of a bank with a slip, and one in a question',
    { ...page('::quiz{#bilan bank="banks/a.md"}'), 'banks/a.md': `---\ntitle: A\nduration: 5\n---\n${CHOICE.replace('[x]', '[ ]')}` },
    ['unknown-key banks/a.md:3:1', 'no-right-choice banks/a.md:5:1'],
  ],
  [
    'an id that is not the file name',
    { 'rames.md': '---\nid: bogies\ntitle: Rames\ncompletion: visited\n---\n# A {#a}\n' },
    ['bad-value rames.md:2:5'],
  ],
  ['text that is not UTF-8', { 'rames.md': new Uint8Array([0x23, 0x20, 0xe9, 0x0a]) }, ['not-text rames.md:1:3']],
  ['invisible characters', rames('# Le quai {#quai}\n\nUne \u0001rame\n'), ['forbidden-sign rames.md:8:5']],
  ['a file that is too large', { 'rames.md': 'x'.repeat(2 * 1024 * 1024 + 1) }, ['too-large course.yaml:7:11']],
  ['a colour that is hard to read', course(`${BASE}theme: { accent: "#FFD84D" }\n`), ['poor-contrast course.yaml:5:18']],
  [
    'a slip in a cohort’s file, which hides none of the texts',
    { ...rames('# Le quai {#quai}\n\n:::choic{#q}\nQui ?\n:::\n'), 'cohorts/soir.yaml': 'title: Soir\ntag: [soir]\n' },
    ['unknown-key cohorts/soir.yaml:2:1', 'unknown-directive rames.md:8:1'],
  ],
  ['a cohort that touches an id', { 'cohorts/soir.yaml': 'title: Soir\nid: autre\n' }, ['cohort-key cohorts/soir.yaml:2:1']],
  [
    'a cohort that touches a key',
    { 'cohorts/soir.yaml': 'title: Soir\nmodules: { rames: { answers: x } }\n' },
    ['cohort-key cohorts/soir.yaml:2:21'],
  ],
  [
    'a cohort with a variable of its own',
    { 'cohorts/soir.yaml': 'title: Soir\nvariables: { cheff: x }\n' },
    ['unknown-variable cohorts/soir.yaml:2:14'],
  ],
  [
    'a session of which a cohort sees nothing, and a page on which nothing is left for it',
    {
      ...course(`${BASE.replace('[rames]', '[rames, voies]')}package: one-sco\n`),
      ...rames('# La nuit {#nuit only=soir}\n\nTout dort.\n'),
      'voies.md':
        '---\nid: voies\ntitle: Voies\ncompletion: visited\n---\n# Le soir {#soir}\n\n:::callout{only=soir}\nIl pleut.\n:::\n\n# Rien {#rien}\n',
      'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n',
      'cohorts/matin.yaml': 'title: Matin\n',
    },
    ['empty-for-cohort rames.md:3:8', 'empty-for-cohort rames.md:3:8', 'empty-page voies.md:6:1', 'empty-page voies.md:6:1'],
  ],
  [
    'a cohort with a module of its own',
    { 'cohorts/soir.yaml': 'title: Soir\nmodules: { rame: { pass: 50 } }\n' },
    ['unknown-module cohorts/soir.yaml:2:12'],
  ],
  [
    'a competency named as a module of a course that is one SCO',
    course('id: depot\ntitle: Au dépôt\npackage: one-sco\ncompetencies: [{ id: rames, title: Ranger }]\nmodules: [rames]\n'),
    ['competency-named-as-module course.yaml:4:16'],
  ],
  ['a module twice', course(BASE.replace('[rames]', '[rames, rames]')), ['duplicate-id rames.md:2:5', 'duplicate-id rames.md:6:1']],
  [
    'a page and an activity that two modules have',
    {
      ...course(BASE.replace('[rames]', '[rames, voies]')),
      ...page(CHOICE),
      'voies.md': `---\nid: voies\ntitle: Voies\ncompletion: visited\n---\n\n# Le quai {#quai}\n\n${CHOICE}`,
    },
    ['duplicate-id voies.md:7:1', 'duplicate-id voies.md:9:1'],
  ],
  [
    'a lock whose part on the whole course can not be read',
    { 'course.lock.yaml': '{"version":1,"modules":{},"course":{"modules":[]}}' },
    ['lock-broken course.lock.yaml:1:1'],
  ],
  [
    'a lock in which a merge left its marks',
    { 'course.lock.yaml': '# a\n{\n<<<<<<< HEAD\n  "version": 1,\n=======\n>>>>>>> b\n' },
    ['lock-conflict course.lock.yaml:3:1'],
  ],
  [
    'a lock with another order of pages than its sum knows',
    {
      'course.lock.yaml': writeLock({ version: 2, line: 'tests', modules: { rames: { pages: ['a', 'b'], activities: [] } } }).replace(
        '"a","b"',
        '"b","a"',
      ),
    },
    ['lock-altered course.lock.yaml:1:1'],
  ],
  [
    'a lock of a later version',
    { 'course.lock.yaml': writeLock({ version: 2, line: 'tests', modules: {} }).replace('"version": 2', '"version": 3') },
    ['lock-newer course.lock.yaml:1:1'],
  ],
  ['a course without keys', course('- depot\n'), ['yaml-no-keys course.yaml:1:1']],
  [
    'films and sounds that are none',
    {
      ...page('::video{src=a.mp4 captions=s.vtt transcript=t.md title="Le tram"}\n\n::audio{src=b.mp3 transcript=t.md title="Le son"}'),
      ...{
        'a.mp4': '',
        'b.mp3': '\n<!DOCTYPE html>',
        't.md': 'On entend un tram.',
        's.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nUn tram.\n',
      },
    },
    ['not-that-media rames.md:8:9', 'not-that-media rames.md:10:9'],
  ],
  [
    'captions that show nothing',
    {
      ...page('::video{src=a.mp4 captions=vide.vtt transcript=t.md}\n\n::video{src=a.mp4 captions=faux.vtt transcript=t.md}'),
      ...{ 'a.mp4': 'x', 't.md': 'Un tram.', 'vide.vtt': '', 'faux.vtt': 'WEBVTT\n\n1 --> 3\nUn tram.\n' },
    },
    ['captions-without-lines rames.md:8:19', 'captions-without-lines rames.md:10:19'],
  ],
  [
    'captions of which some would not be shown',
    {
      ...page('::video{src=a.mp4 captions=media/tram.vtt transcript=t.md}'),
      ...{ 'a.mp4': 'x', 't.md': 'Un tram.' },
      'media/tram.vtt':
        'WEBVTT\n\n00:01.000 --> 00:02.000\nUn tram.\n\n  1 --> 3\nUn autre.\n\n00:06.000 --> 00:05.000\nIl sonne.\n\n00:07.000 --> 00:08.000\n\nIl part.\n',
    },
    ['lost-caption media/tram.vtt:6:3', 'lost-caption media/tram.vtt:9:1', 'lost-caption media/tram.vtt:12:1'],
  ],
  ['a lock that can not be read', { 'course.lock.yaml': 'modules: [' }, ['lock-broken course.lock.yaml:1:1']],
  [
    'nothing to complete',
    { 'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: activities\n---\n# A {#a}\n' },
    ['nothing-required rames.md:4:13'],
  ],
  [
    'nothing to complete but a quiz that is optional, whose questions are not asked for by themselves',
    {
      'rames.md': `---\nid: rames\ntitle: Rames\ncompletion: activities\n---\n# A {#a}\n\n:::quiz{#bilan required=no}\n${CHOICE}:::\n`,
    },
    ['nothing-required rames.md:4:13'],
  ],
  [
    'nothing to complete, perhaps, since an activity could not be read',
    { 'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: activities\n---\n# A {#a}\n\n:::chioce{#b}\n:::\n' },
    ['unknown-directive rames.md:8:1'],
  ],
  ['a score without a mark', { 'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: score\n---\n# A {#a}\n' }, ['no-pass rames.md:4:13']],
  [
    'a mark and nothing scored',
    { 'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: visited\npass: 50\n---\n# A {#a}\n' },
    ['nothing-scored rames.md:4:13'],
  ],
  ['a bank that is not there', page('::quiz{#bilan bank="banks/a.md"}'), ['missing-bank rames.md:8:1', 'empty-quiz rames.md:8:1']],
  [
    'a bank smaller than its draw',
    { ...page('::quiz{#bilan bank="banks/a.md" draw=3}'), 'banks/a.md': `---\ntitle: A\n---\n${CHOICE}` },
    ['draw-too-large rames.md:8:1'],
  ],
  [
    'a second chance after the answers',
    { ...page('::quiz{#bilan bank="banks/a.md" review=now second-chance}'), 'banks/a.md': `---\ntitle: A\n---\n${CHOICE}` },
    ['second-chance-too-late rames.md:8:1'],
  ],
  [
    'a bank in two quizzes',
    { ...page('::quiz{#bilan bank="banks/a.md"}\n\n::quiz{#encore bank="banks/a.md"}'), 'banks/a.md': `---\ntitle: A\n---\n${CHOICE}` },
    ['bank-twice rames.md:10:1'],
  ],
  [
    'text in a bank',
    { ...page('::quiz{#bilan bank="banks/a.md"}'), 'banks/a.md': `---\ntitle: A\n---\nUn mot.\n\n${CHOICE}` },
    ['text-in-bank banks/a.md:1:1'],
  ],
  ['a quiz without a question', page(':::quiz{#bilan}\nRépondez.\n:::'), ['empty-quiz rames.md:8:1']],
  ['text between questions', page(`:::quiz{#bilan}\n${CHOICE}\nEt encore ?\n:::`), ['text-between-questions rames.md:16:1']],
  ['a choice without a right answer', page(CHOICE.replace('[x]', '[ ]')), ['no-right-choice rames.md:8:1']],
  ['a choice with one choice', page(CHOICE.replace('- [ ] La cloche\n', '')), ['too-few-choices rames.md:8:1']],
  ['a cloze without a blank', page(':::cloze{#trou}\nUne rame.\n:::'), ['no-blank rames.md:8:1']],
];
