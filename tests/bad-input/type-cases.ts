import { type Case, CHOICE, page } from './cases.ts';

const SCALE = ':::scale{#matin levels="non; oui"}\n- Freiner\n:::\n';

/** Slips in the bodies and attributes of single types. */
export const typeCases: readonly Case[] = [
  [
    'choices without a space after the hyphen, and what was said of them',
    page(':::choice{#tour}\nQui ?\n\n-[x] Le patin\n> Oui.\n- [ ] La cloche\n:::'),
    ['no-space-after-sign rames.md:11:1'],
  ],
  [
    'an item that is lost in the one before it',
    page(':::categorize{#tour}\n## Fixe\n- Le rail\n-Le quai\n## Mobile\n- La rame\n:::'),
    ['no-space-after-sign rames.md:11:1'],
  ],
  [
    'a picture that is none, since its address has a space',
    { ...page(':::hotspots{#tour}\nOù ?\n\n![Le quai](plan du quai.svg)\n\n## 20 30 | Ici\nLe quai.\n:::'), 'plan du quai.svg': '<svg/>' },
    ['blank-in-address rames.md:11:12'],
  ],
  [
    'a table without a line under its header, in an activity that needs one',
    page(':::matching{#tour}\nReliez.\n\n| a | b |\n| un | deux |\n| trois | quatre |\n:::'),
    ['table-without-line rames.md:11:1'],
  ],
  [
    'words of an attribute without quotes',
    {
      ...page('::figure{src=plan.svg alt=Plan du quai caption="Le quai" credti=moi}\n\n::quiz{#q title=Le bilan draws=2}'),
      'plan.svg': '<svg/>',
    },
    [
      'words-without-quotes rames.md:8:32',
      'unknown-attribute rames.md:8:58',
      'words-without-quotes rames.md:10:20',
      'unknown-attribute rames.md:10:26',
    ],
  ],
  [
    'weights that are none, are missing, or do not fit their boxes',
    page(
      [
        ':::choice{#tour}\nQui ?\n\n- [x] Le patin {weight=100%}\n- [ ] La cloche\n:::',
        ':::choice{#aiguille}\nQui ?\n\n- [x] Le patin {weight=50}\n- [ ] La cloche {weight=0}\n:::',
        ':::choice{#voie multiple}\nQui ?\n\n- [x] Le patin {weight=50}\n- [ ] La cloche {weight=50}\n:::',
      ].join('\n\n'),
    ),
    ['bad-weight rames.md:11:17', 'weight-missing rames.md:12:1', 'weight-sum rames.md:18:1', 'weight-of-other-box rames.md:26:1'],
  ],
  [
    'accepted answers of which none is fully right, or that none can reach',
    page(
      [
        ':::short-text{#tour}\nQui ?\n\n- [x] patin {weight=50}\n- [ ] *\n- [x] cloche\n:::',
        ':::numeric{#aiguille}\nCombien ?\n\n- [x] 3..4 {weight=50}\n- [ ] dix\n:::',
      ].join('\n\n'),
    ),
    ['line-never-reached rames.md:13:1', 'not-a-number rames.md:20:1', 'no-full-answer rames.md:16:1'],
  ],
  [
    'score bands that are empty, doubled, without a start, or not in a quiz',
    page(
      [
        ':::quiz{#bilan}\n:::true-false{#feu}\n- [x] Vert.\n:::\n\n:::band{from=70}\n:::\n\n:::band{from=0}\nBien.\n:::\n\n:::band{from=0}\nOui.\n:::\n\n:::band\nNon.\n:::\n:::',
        ':::band{from=70}\nBien.\n:::',
      ].join('\n\n'),
    ),
    ['empty-band rames.md:13:1', 'band-twice rames.md:20:1', 'missing-attribute rames.md:24:1', 'band-outside-quiz rames.md:29:1'],
  ],
  [
    'score bands of a session with one start',
    {
      ...page('Une rame.'),
      'rames.md':
        '---\nid: rames\ntitle: Rames\ncompletion: visited\nbands:\n  - { from: 70, text: Bien. }\n  - { from: 70, text: Oui. }\n---\n# A {#a}\n\nUne rame.\n',
    },
    ['band-twice rames.md:7:13'],
  ],
  [
    'a text for an outcome that never comes',
    page(
      [
        `${CHOICE.replace(/:::\n?$/, ':::after{when=partly}\nMoitié.\n:::\n\n:::after{when=vrai}\nBien.\n:::\n:::')}`,
        ':::open-question{#mot}\nQuoi ?\n\n:::after{when=right}\nBien.\n:::\n:::',
        ':::quiz{#bilan}\n:::true-false{#feu}\n- [x] Vert.\n:::\n\n:::after{when=wrong}\nRelisez.\n:::\n:::',
      ].join('\n\n'),
    ),
    ['when-never-partly rames.md:13:10', 'bad-attribute rames.md:17:10', 'when-unjudged rames.md:25:10', 'when-of-quiz rames.md:35:10'],
  ],
  ['a checklist without a line', page(':::checklist{#tour}\nQuoi ?\n:::'), ['no-line rames.md:8:1']],
  [
    'a scale that asks again what is not there, or is no scale',
    page(`${CHOICE}\n::scale{#apres again=avnt}\n\n::scale{#bis again=frein}`),
    ['unknown-activity rames.md:15:1', 'again-of-another-type rames.md:17:1'],
  ],
  [
    'an activity of another module that is not there, and one named without it',
    {
      ...page('::scale{#soir again="quais/matn"}\n\n:::open-question{#mot recall=vieux}\nQuoi ?\n:::\n\n::scale{#nuit again="quai/matin"}'),
      'course.yaml': 'id: depot\ntitle: Le dépôt\nmodules: [rames, quais]\n',
      'quais.md':
        '---\nid: quais\ntitle: Les quais\ncompletion: visited\n---\n# Quai {#quai-1}\n\n:::scale{#matin levels="non; oui"}\n- Freiner\n:::\n\n:::open-question{#vieux}\nQuoi ?\n:::\n',
    },
    ['unknown-activity rames.md:8:1', 'unknown-module rames.md:14:1', 'unknown-activity rames.md:10:1'],
  ],
  [
    'a recap of what holds no words, or no levels',
    page(`${CHOICE}\n::recap{#bilan words=frein before-after="frein; frein"}`),
    ['gives-no-words rames.md:15:1', 'gives-no-levels rames.md:15:1', 'gives-no-levels rames.md:15:1'],
  ],
  ['scales that do not come in pairs', page(`${SCALE}\n::recap{#bilan before-after=matin}`), ['before-after-odd rames.md:12:1']],
  [
    'scales that do not belong together',
    page(`${SCALE}\n${SCALE.replace('matin', 'soir')}\n::recap{#bilan before-after="matin; soir"}`),
    ['before-after-apart rames.md:16:1'],
  ],
  ['a definition of nobody’s words', page(':::recap{#bilan}\n## Le frein\n\nIl serre.\n:::'), ['definition-of-nothing rames.md:9:1']],
  [
    'a text with nothing to leave out',
    page(':::mark-text{#tour}\n[[Le patin serre]], [[la rame freine]].\n:::'),
    ['only-right-passages rames.md:8:1'],
  ],
  [
    'a text with too much to choose from',
    page(`:::mark-text{#tour}\n[[Le patin]] ${'puis la rame freine, '.repeat(40)}\n:::`),
    ['too-many-passages rames.md:8:1'],
  ],
  ['a scale with one level', page('::scale{#tour levels=non}'), ['wrong-levels rames.md:8:1']],
  ['a scale without a line', page('::scale{#tour levels="non; oui"}'), ['nothing-to-place rames.md:8:1']],
  [
    'a scale that asks again and has lines',
    page('::scale{#tour levels="non; oui" again=soir}'),
    ['again-with-body rames.md:8:1', 'unknown-activity rames.md:8:1'],
  ],
  ['a word cloud that asks for more than it takes', page(':::word-cloud{#tour min=5 max=2}\nQuoi ?\n:::'), ['min-over-max rames.md:8:1']],
  ['a wall that is no address', page(':::word-cloud{#tour wall="javascript:alert(1)"}\nQuoi ?\n:::'), ['refused-address rames.md:8:21']],
  [
    'a game of pairs with a lure',
    page(':::memory{#tour}\n| a | b |\n|---|---|\n| un | deux |\n| | trois |\n:::'),
    ['card-without-partner rames.md:8:1'],
  ],
  [
    'a game of too many pairs',
    page(
      `:::memory{#tour}\n| a | b |\n|---|---|\n${Array.from('abcdefghijklm', (sign) => `| gauche ${sign} | droite ${sign} |\n`).join('')}:::`,
    ),
    ['too-many-pairs rames.md:8:1'],
  ],
  [
    'sliders on too many lines',
    page(`:::sliders{#tour}\n${Array.from('abcdefghijklm', (sign) => `- la rame ${sign}\n`).join('')}:::`),
    ['too-many-lines rames.md:8:1'],
  ],
  [
    'a document that is none',
    { ...page('::document{src=plan.pdf title="Le plan"}'), 'plan.pdf': '<html>' },
    ['not-that-document rames.md:8:12'],
  ],
  ['a page of another site', page('::embed{url="https://exemple.fr" title="Le réseau"}'), ['other-site rames.md:8:1']],
  [
    'a page of another site without encryption',
    page('::embed{url="http://exemple.fr" title="Le réseau"}'),
    ['address-of-no-site rames.md:8:9', 'other-site rames.md:8:1'],
  ],
  [
    'a gallery of one picture with a text',
    { ...page(':::gallery\nVoici :\n\n![Le plan](plan.png)\n:::'), 'plan.png': 'x' },
    ['too-few-pictures rames.md:8:1', 'text-in-gallery rames.md:8:1'],
  ],
  [
    'a place outside the picture',
    { ...page(':::hotspots{#tour}\n![Le plan](plan.png)\n\n## 20 120 | La voie\nElle est libre.\n:::'), 'plan.png': 'x' },
    ['point-outside rames.md:11:1'],
  ],
  [
    'a place without a name, and one with nothing to show',
    { ...page(':::hotspots{#tour}\n![Le plan](plan.png)\n\n## 20 20\nElle est libre.\n\n## 30 30 | La voie\n:::'), 'plan.png': 'x' },
    ['spot-without-name rames.md:11:1', 'empty-spot rames.md:14:1'],
  ],
  [
    'a picture to explore without a place',
    { ...page(':::hotspots{#tour}\n![Le plan](plan.png)\n:::'), 'plan.png': 'x' },
    ['no-spot rames.md:8:1'],
  ],
  [
    'a label without a name, one outside the picture, and a reason for one without a place',
    {
      ...page(
        ':::label-image{#tour}\n![Le plan](plan.png)\n\n| a | x | y | Retour |\n|---|---|---|---|\n| | 3 | 4 | |\n| quai | 3 | 140 | |\n| voie | | | Non. |\n:::',
      ),
      'plan.png': 'x',
    },
    ['label-without-name rames.md:13:1', 'label-outside rames.md:14:1', 'feedback-of-loose-label rames.md:15:1'],
  ],
  ['places without a picture', page(':::hotspots{#tour}\n## 20 20 | La voie\nElle est libre.\n:::'), ['no-picture rames.md:8:1']],
  [
    'labels in two columns',
    { ...page(':::label-image{#tour}\n![Le plan](plan.png)\n\n| a | x |\n|---|---|\n| voie | 3 |\n:::'), 'plan.png': 'x' },
    ['label-outside rames.md:13:1', 'wrong-label-columns rames.md:8:1'],
  ],
  [
    'one label alone',
    { ...page(':::label-image{#tour}\n![Le plan](plan.png)\n\n| a | x | y |\n|---|---|---|\n| voie | 3 | 4 |\n:::'), 'plan.png': 'x' },
    ['too-few-spots rames.md:8:1'],
  ],
  [
    'a table to compare with a single row, without a name, and two blanks in a cell',
    page(':::compare{#tour}\n| a | b |\n|---|---|\n| | [[un]] [[deux]] |\n:::'),
    ['row-without-title rames.md:11:1', 'two-blanks-in-cell rames.md:11:1', 'nothing-to-compare rames.md:8:1'],
  ],
  ['a story without a scene', page(':::branching{#tour}\nUn matin.\n:::'), ['no-card rames.md:8:1']],
  [
    'a choice that leads nowhere, a value and a condition that are none',
    page(
      ':::branching{#tour state="retard=0"}\n## Le quai\n- [Je monte](#abord)\n- [Je cours](#bord) {retrad+1 if="retard > deux"}\n- rien\n\n## À bord {#bord ending=good}\nAssis.\n:::',
    ),
    ['unknown-scene rames.md:10:14', 'choice-without-scene rames.md:12:1', 'unknown-state rames.md:11:22', 'bad-condition rames.md:11:31'],
  ],
  [
    'a scene that nothing leads to, one without choices, endings with and without words',
    page(
      ':::branching{#tour}\n## Le quai {#quai}\n- [Je monte](#bord)\n\n## À bord {#bord ending=good}\n\n## La voie {#bord}\nElle est libre.\n\n## Le dépôt {#depot ending=bad}\nFermé.\n\n- [encore](#quai)\n:::',
    ),
    [
      'scene-twice rames.md:14:13',
      'ending-without-words rames.md:12:1',
      'scene-without-choice rames.md:14:1',
      'ending-with-choices rames.md:20:12',
    ],
  ],
  [
    'ways of a story that do not come to an end',
    page(
      ':::branching{#tour state="retard=0"}\n## Le quai {#quai}\n- [Je monte](#bord) {if="retard>0"}\n\n## À bord {#bord ending=good}\nAssis.\n\n## La voie {#voie}\n- [Je reste](#voie)\n:::\n\n:::branching{#bis}\n## Le quai\n- [J\'attends](#abri)\n- [Je monte](#rame)\n\n## L\'abri {#abri}\n- [J\'attends](#abri)\n\n## La rame {#rame ending=good}\nAssis.\n:::',
    ),
    ['unreached-scene rames.md:15:1', 'stuck-scene rames.md:9:1', 'endless-scene rames.md:24:1'],
  ],
  [
    'a map of actors with a place that is none, and an actor in two',
    page(
      ':::stakeholder-map{#tour x="Intérêt; bas; haut" y="Pouvoir; bas; haut"}\n## bas, haut\n- un\n\n## haut, moyen\n- un\n\n## bas, bas | là\n- deux\n:::',
    ),
    ['unknown-cell rames.md:12:1', 'unknown-cell rames.md:15:1', 'actor-in-two-cells rames.md:13:1'],
  ],
  ['a map without an actor', page('::stakeholder-map{#tour x="Intérêt; bas; haut" y="Pouvoir; bas; haut"}'), ['no-actor rames.md:8:1']],
  ['a mind map without a branch', page(':::mind-map{#tour}\n- Le dépôt\n:::'), ['no-branch rames.md:9:1']],
  [
    'a mind map with two centres, and too many levels',
    page(':::mind-map{#tour}\n- a\n  - b\n    - c\n      - d\n        - e\n- f\n:::'),
    ['two-centres rames.md:14:1', 'tree-too-deep rames.md:13:1'],
  ],
];
