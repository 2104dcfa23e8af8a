import { type Case, CHOICE, page } from './cases.ts';
import type { Files } from './depot-project.ts';

const options = (lines: string) => page(`:::choice{#frein}\nQuel frein ?\n\n${lines}\n:::`);

const front = (lines: string): Files => ({
  'rames.md': `${lines}# Le quai {#quai}\n\nUne rame.\n\n:::open-question{#avis}\nUn avis ?\n:::\n`,
});

/** Characters that a word processor inserts, and that look right there. */
export const pasteCases: readonly Case[] = [
  ['points that begin no list', page('Ayez :\n\n•\tun frein\n•\tune cloche'), ['pasted-bullet rames.md:10:1']],
  ['a point on a line of its own', page('▪ Un frein'), ['pasted-bullet rames.md:8:1']],
  ['choices behind points', options('• [x] Le patin\n• [ ] La cloche'), ['pasted-bullet rames.md:11:1']],
  ['choices behind dashes', options('– [x] Le patin\n– [ ] La cloche'), ['pasted-bullet rames.md:11:1']],
  ['a dialogue whose lines run on', page('– Prêt ?\n– Prêt !'), ['pasted-bullet rames.md:8:1']],
  [
    'items behind dashes, below a colon',
    page('Tarifs :\n– adulte : 12 €\n– enfant : 8 €\n\n**Horaires :**\n– le jour\n– la nuit'),
    ['pasted-bullet rames.md:9:1', 'pasted-bullet rames.md:13:1'],
  ],
  ['cells that lost their table, below a line', page('Voici :\nFrein\tLieu\nLe patin\tquai'), ['pasted-table rames.md:9:1']],
  ['cells that lost their table', page('Frein\tLieu\tHeure\nLe patin\tquai\t5 h'), ['pasted-table rames.md:8:1']],
  [
    'cells that lost their table, in an activity that needs one',
    page(':::matching{#tour}\nReliez.\n\nun\tdeux\ntrois\tquatre\n:::'),
    ['pasted-table rames.md:11:1'],
  ],
  ['a tab in one line', page('Frein\tLieu\nLe patin'), []],
  ['dashes that are text', page('– Prêt ?\n\n– Prêt !\n\nLe frein – le patin –\n– dit-on – ne tient pas.'), []],
  [
    'lines that begin with dashes, points or tabs, and do not run on',
    page(
      '– Ô temps !  \n– Suspends ton vol !\n\n– Prêt ?\\\n– Prêt !\n\n• • •\n\n•••\n\n• = obligatoire\n\nDurée :\t2 h  \nLieu :\tquai 3',
    ),
    [],
  ],
  [
    'items behind letters and signs that a tab parts from them',
    page('o\tun frein\no\tune cloche\n\na)\tun\nb)\tdeux\n\n–\tun\n–\tdeux'),
    ['pasted-bullet rames.md:8:1', 'pasted-bullet rames.md:11:1', 'pasted-bullet rames.md:14:1'],
  ],
  [
    'stars that hide names or stand for comfort',
    page('Mme D*** et M. B*** sont à l’hôtel du Quai ***.\n\n| Hôtel | Étoiles |\n|---|---|\n| A | ** |\n| B | *** |'),
    [],
  ],
  [
    'stars behind the bar of a heading',
    page(':::cards{#mots}\n## Frein | **patin **\n\n## Rail | deux \\*\\*\n:::'),
    ['loose-stars rames.md:9:12'],
  ],
  [
    'ways on behind points',
    page(
      ':::branching{#nuit}\nUne nuit.\n\n## Le quai {#quai-nuit}\nRien.\n\n• [Partir](#voie)\n• [Rester](#vole)\n\n## La voie {#voie ending=good}\nElle est libre.\n:::',
    ),
    ['pasted-bullet rames.md:14:1', 'unknown-page rames.md:15:12'],
  ],
  ['stars beside a sign that is written otherwise', page('Frein &amp; cloche ** rail &amp; quai'), ['loose-stars rames.md:8:20']],
  [
    'stars, by the place of the second of two equal lines, and of a cell',
    page('Le ** frein\nLe ** frein\n\n| a | b |\n|---|---|\n| **rail** | quai ** |'),
    ['loose-stars rames.md:8:4', 'loose-stars rames.md:9:4', 'loose-stars rames.md:13:19'],
  ],
  [
    'brackets and parentheses that are no link',
    page(
      'Selon [1] (https://example.org), « il faut […] (p.12) [sic] (art.L121) », [adulte] (12.50), la [3] (cf.infra), [12/03, p. 4] (https://example.org), \\[le site\\] (https://example.org) et \\[le site] (https://example.org).',
    ),
    [],
  ],
  [
    'stars that touch no word, or a word behind them',
    page('Le ** frein ** et\nle **patin **.\n\n- **Attention :**la cloche\n\n| a | b |\n|---|---|\n| **rail | quai |'),
    ['loose-stars rames.md:8:4', 'loose-stars rames.md:9:4', 'loose-stars rames.md:11:3', 'loose-stars rames.md:15:3'],
  ],
  ['stars that are text', page('\\*\\* frein, 2**3, m****, `** a **`, **patin**, l’**« arrêt »**, ***rail***\n\n    ** code **'), []],
  [
    'links and pictures whose two parts stand apart',
    page('Voir [le site] (https://example.org/b) et ![le quai] (quai.png).\n\nMais [oui] (vraiment), [voir] (page 12).'),
    ['blank-before-address rames.md:8:6', 'blank-before-address rames.md:8:43'],
  ],
  [
    'sites without https, and an e-mail address without mailto',
    page(
      'Un [site](www.example.org), [un autre](example.org/a), [un fichier](fiche.pdf).\n[Nadia](nadia@example.org), [le logo](logo@2x.png)',
    ),
    [
      'address-without-https rames.md:8:11',
      'address-without-https rames.md:8:40',
      'missing-asset rames.md:8:69',
      'address-without-mailto rames.md:9:9',
      'missing-asset rames.md:9:39',
    ],
  ],
  [
    'quotes as word processors turn them',
    page(
      [
        `"Bonjour à tous"`,
        '« Bonjour à tous »',
        '“Bonjour à tous”',
        '”Bonjour à tous”',
        `'Bonjour à l'été'`,
        '‘Bonjour à l’été’',
        '’Bonjour’',
      ]
        .map((title) => `:::callout{title=${title} kind=tip}\nBonjour.\n:::`)
        .join('\n\n'),
    ),
    [],
  ],
  [
    'dashes that a word processor made one',
    front('———\nid: rames\ntitle: Rames\n—-\n'),
    ['front-matter-line rames.md:1:1', 'front-matter-line rames.md:4:1'],
  ],
  [
    'a space before the lines of the front matter, and a dash too many',
    front('\n ---\nid: rames\ntitle: Rames\n----\n'),
    ['front-matter-line rames.md:2:1', 'front-matter-line rames.md:5:1'],
  ],
  ['front matter that nothing closes', front('---\nid: rames\ntitle: Rames\n\n'), ['front-matter-unclosed rames.md:3:1']],
  [
    'front matter that nothing closes, and a line across the page further on',
    { 'rames.md': `${front('---\nid: rames\ntitle: Rames\n\n')['rames.md']}\n---\n\nFin.\n` },
    ['front-matter-unclosed rames.md:3:1'],
  ],
  [
    'an empty line, a remark and a list between lines that are not quite right',
    front('———\nid: rames\n\n# Un titre court\ntitle: Rames\ncompetencies:\n- freiner\n———\n'),
    ['front-matter-line rames.md:1:1', 'front-matter-line rames.md:8:1'],
  ],
  [
    'a slip of YAML between lines that are not quite right',
    front('———\nid: rames\ntitle Rames\n———\n'),
    ['front-matter-line rames.md:1:1', 'front-matter-line rames.md:4:1', 'yaml-not-closed rames.md:3:1'],
  ],
  [
    'front matter of a bank that nothing closes',
    {
      ...page('::quiz{#tour bank="banks/rames.md"}'),
      'banks/rames.md': '---\ntitle: Rames\n:::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n',
    },
    ['front-matter-unclosed banks/rames.md:2:1'],
  ],
  [
    'front matter that nothing closes, and no text',
    { 'rames.md': '---\nid: rames\ntitle: Rames' },
    ['front-matter-unclosed rames.md:3:1', 'empty-module rames.md:1:1'],
  ],
  [
    'a line above a text without front matter',
    { 'rames.md': '---\n# Le quai {#quai}\n\nUne rame.\n' },
    ['front-matter-missing rames.md:1:1', 'text-before-page rames.md:1:1'],
  ],
  [
    'spaces that can’t be broken beside the colons of YAML',
    {
      ...front('---\nid:\u00a0rames\ntitle\u00a0:\u00a0Rames\n---\n'),
      'course.yaml': 'id:\u202fdepot\ntitle: Dépôt\ncompetencies:\n  - { id:\u00a0freiner, title\u00a0: Freiner }\nmodules: [rames]\n',
    },
    [],
  ],
  [
    'a space that can’t be broken before a colon in a title',
    front('---\nid: rames\ntitle: Rames {gare, quais\u00a0:\u00a0le point}, quais\u00a0:\u00a0le point\n---\n'),
    [],
  ],
  [
    'files whose names come from a Mac',
    {
      ...page('![Le quai](média/été.svg)\n\n::include{file="média/mémo.md"}\n\n::figure{src="média/été.svg" alt="Le quai"}'),
      ['média/été.svg'.normalize('NFD')]: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
      ['média/mémo.md'.normalize('NFD')]: 'Un mémo.\n',
    },
    [],
  ],
  [
    'files that are not there, by the place of their names',
    page('Voir\n![Le quai](média/été.svg), [la fiche](fiche%20bleue.pdf) ou ![](https://example.org/é.png).'),
    ['missing-asset rames.md:9:12', 'missing-asset rames.md:9:39', 'remote-picture rames.md:9:65', 'missing-alt rames.md:9:65'],
  ],
  [
    'a bank without front matter',
    { ...page('::quiz{#bilan bank="banks/a.md" draw=1}'), 'banks/a.md': CHOICE },
    ['front-matter-missing banks/a.md:1:1'],
  ],
  [
    'an attribute with an accent',
    page('::figure{src=quai.svg légende="Le quai" alt="Le quai"}'),
    ['unknown-attribute rames.md:8:23', 'missing-asset rames.md:8:10'],
  ],
  [
    'words of only= that no cohort bears',
    {
      'rames.md': `---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# A {#a}\n\nUn mot.\n\n# B {#b only="matn; soir"}\n\nUn mot.\n\n:::callout{only=nuit}\nDeux.\n:::\n`,
      'cohorts/2027.yaml': 'title: Soir\ntags: [matin, soir]\n',
    },
    ['tag-of-nobody rames.md:10:9', 'tag-of-nobody rames.md:14:12'],
  ],
  ['two ids', page(':::open-question{#avis #idee}\nUn avis ?\n:::'), ['attribute-twice rames.md:8:24']],
];
