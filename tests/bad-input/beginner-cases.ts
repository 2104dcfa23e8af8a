import { CHOICE, page } from './cases.ts';
import type { Files } from './depot-project.ts';

/** A typical mistake in a first session, and the expected messages in order: `code file:line:column what to write`. */
export type BeginnerCase = readonly [name: string, files: Files, told: readonly string[]];

const choice = (lines: string) => page(`:::choice{#frein}\nQuel frein ?\n\n${lines}\n:::`);
const short = (answer: string) => page(`:::short-text{#frein answer="${answer}"}\nQuel frein ?\n:::`);

const ALONE = 'Pour un retour, écrivez « > ';
const ONE_LINE = ' » ; sinon, mettez toute la réponse sur une seule ligne.';
const INLINE = 'Écrivez :term[mot]{def="Ce qu’il veut dire."} pour une définition, :lang[mot]{en} pour un mot étranger.';
const NOTE =
  'Écrivez la note sur une ligne à elle, entre deux lignes vides : [^1]: Le texte de la note. Si ce n’est pas un appel de note, mettez « \\ » devant.';
const LESS = 'Écrivez {{chef}}, ou \\{ si l’accolade fait partie du texte.';
const UNREAD =
  'Effacez-le, ou écrivez \\{ s’il fait partie du texte ; only= va à une page « # » ou à un bloc (:::callout{only=…}), un identifiant à une page ou à une activité.';
const OR_EMBED = 'Copiez le fichier dans le dossier du cours ; ou, pour le montrer depuis son site, écrivez ::embed{url="…" title="…"}.';
const OPEN_CLOSE = 'Écrivez :::nom{…} pour ouvrir, ::: seul pour fermer.';
const AS_JPEG =
  'Enregistrez-la en JPEG ou en PNG (sur un téléphone : « Le plus compatible ») ; pour un PDF ou un document, écrivez ::document{src=… title="…"}, pour un film ::video{src=…}.';
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
const COPY = 'Copiez le fichier dans le dossier du cours.';
const PATHS = 'Les chemins partent du dossier du cours.';

const COURSE = 'id: depot\ntitle: Dépôt\nmodules: [rames]\n';
const course = (lines: string): Files => ({ 'course.yaml': `${COURSE}${lines}` });
const cohort = (lines: string): Files => ({ 'cohorts/2028-soir.yaml': `title: Soir\n${lines}` });
const front = (lines: string) => `---\nid: rames\ntitle: Rames\ncompletion: visited\n${lines}---\n\n# Le quai {#quai}\n\nUne rame.\n`;
const BANK = '---\ntitle: Banque\n---\n\n# Questions\n\n:::true-false{#vrai}\n- [x] Un tram roule.\n:::\n';
const OF_COHORT =
  'Une promotion change : title, tags, variables, theme ; et pour une séance, sous modules: { seance-1: { … } } : title, duration, pass, completion, on-fail.';
const NAME = 'Une lettre minuscule, puis des lettres sans accent, des chiffres et des tirets : ';
const INDENT = 'Alignez-la avec ses voisines et écrivez « clé: valeur » ; un texte qui contient un deux-points se met entre guillemets.';

/** YAML and the names of files. */
const fileCases: readonly BeginnerCase[] = [
  [
    'a colour without quotes, in braces and on a line of its own',
    { ...course('theme: { accent: #12663F }\n'), ...cohort('theme:\n  accent: #12663F\n') },
    [
      'yaml-hash course.yaml:4:18 Mettez la couleur entre guillemets : "#1D4ED8".',
      'bad-value cohorts/2028-soir.yaml:3:11 Attendu : par exemple "#1D4ED8".',
    ],
  ],
  [
    'braces that are not closed',
    cohort('variables: { chef: M. Lenoir\n'),
    ['yaml-not-closed cohorts/2028-soir.yaml:2:12 Refermez ce qui est ouvert : "…", […], {…}.'],
  ],
  [
    'an apostrophe between apostrophes',
    course("organisation: 'L'atelier'\n"),
    ['yaml-apostrophe course.yaml:4:18 Mettez le texte entre guillemets droits : title: "L\'accueil".'],
  ],
  ['a second key moved by a space', course('competencies:\n  - id: c4-5\n   title: Freiner\n'), [`yaml-indent course.yaml:6:2 ${INDENT}`]],
  [
    'competencies as they are spelt in the framework',
    course('competencies:\n  - { id: C4.5, title: Freiner }\n'),
    ['bad-value course.yaml:5:11 Attendu : par exemple c4-5.'],
  ],
  [
    'competencies as keys',
    course('competencies:\n  c4-5: Freiner\n'),
    ['bad-value course.yaml:5:3 Attendu : par exemple [{ id: c4-5, title: "Freiner" }].'],
  ],
  [
    'competencies as texts',
    course('competencies:\n  - C4.5 Freiner\n'),
    ['bad-value course.yaml:5:5 Attendu : par exemple { id: c4-5, title: "…" }.'],
  ],
  [
    'sessions with points',
    { 'course.yaml': COURSE.replace('[rames]', '\n  • rames') },
    ['bad-value course.yaml:4:3 Attendu : par exemple [rames].'],
  ],
  [
    'sessions by their files',
    { 'course.yaml': COURSE.replace('rames', 'Rames.md') },
    ['bad-value course.yaml:3:11 Attendu : par exemple rames.'],
  ],
  [
    'sessions with semicolons',
    { 'course.yaml': COURSE.replace('rames', 'rames; quais') },
    ['bad-value course.yaml:3:11 Attendu : par exemple [rames, quais].'],
  ],
  [
    'variables with accents and numbers',
    course('variables: { référent: X, salle: 12 }\n'),
    [`bad-key course.yaml:4:14 ${NAME}referent.`, 'bad-value course.yaml:4:34 Attendu : par exemple "12".'],
  ],
  [
    'a session with a capital, and a mark for all sessions',
    cohort('tags: À distance\nmodules: { Rames: { pass: 55 } }\npass: 50\n'),
    [
      'bad-value cohorts/2028-soir.yaml:2:7 Attendu : par exemple [a-distance].',
      `bad-key cohorts/2028-soir.yaml:3:12 ${NAME}rames.`,
      `cohort-key cohorts/2028-soir.yaml:4:1 ${OF_COHORT}`,
    ],
  ],
  [
    'a key that is none',
    { 'rames.md': front('durée: 90min\n') },
    [
      'unknown-key rames.md:5:1 Ici vont seulement : id, title, duration, competencies, completion, pass, on-fail, pace, lead, aims, cover, certificate, people, bands.',
    ],
  ],
  [
    'a cohort whose file got another ending',
    { 'cohorts/2028-soir.yaml.txt': 'title: Soir\n', 'cohorts/lisez-moi.md': 'Les promotions.\n' },
    [
      'cohort-name cohorts/2028-soir.yaml.txt:1:1 Dans le dossier cohorts/, un fichier par promotion, une seule fois : minuscules sans accent, chiffres et tirets, par exemple 2028-soir.yaml ; « base » est pris.',
    ],
  ],
  [
    'a session whose file has another name',
    { 'course.yaml': COURSE.replace('rames', 'rames, quais'), 'Séance 2.md': front('').replace('id: rames', 'id: quais') },
    ['module-file-name course.yaml:3:18 Renommez ce fichier en quais.md.'],
  ],
  [
    'a bank with a page',
    { ...page('::quiz{#essai bank="banque.md" draw=1}'), 'banque.md': BANK },
    ['page-in-bank banque.md:5:1 Retirez cette ligne.'],
  ],
];

export const beginnerCases: readonly BeginnerCase[] = [
  [
    'types by names of teachers, with accents',
    page(
      ':::encadré{title="Le frein"}\nUn frein.\n:::\n\n:::qcm{#frein}\nQuel frein ?\n:::\n\n:::texte-à-trous{#trou}\nUn [[frein]].\n:::',
    ),
    [
      'unknown-directive rames.md:8:1 Vouliez-vous dire « callout » ?',
      'unknown-directive rames.md:12:1 Vouliez-vous dire « choice » ?',
      'unknown-directive rames.md:16:1 Vouliez-vous dire « cloze » ?',
    ],
  ],
  [
    'notes and last words in French',
    page(':::formateur\n8 minutes.\n:::\n\n:::open-question{#frein}\nQuel frein ?\n\n:::après\nLe patin.\n:::\n:::'),
    ['unknown-directive rames.md:8:1 Vouliez-vous dire « trainer » ?', 'unknown-directive rames.md:15:1 Vouliez-vous dire « after » ?'],
  ],
  [
    'a list with commas',
    page(
      ':::open-question{#avis competency="freiner, freiner"}\nUn avis ?\n:::\n\n:::open-question{#idee}\nUne idée ?\n:::\n\n:::recap{#bilan words="avis, idee"}\nLe bilan.\n:::',
    ),
    [
      'unknown-competency rames.md:8:1 Vouliez-vous dire « freiner; freiner » ? Si elle est nouvelle, ajoutez-la à « competencies » dans course.yaml.',
      'unknown-activity rames.md:16:1 Vouliez-vous dire « avis; idee » ? Une activité d’une autre séance se nomme avec elle : seance-1/ma-definition.',
    ],
  ],
  [
    'an e-mail address',
    page('[écrire](depot@example.org) ou [écrire](mailto:depot@example.org)'),
    ['address-without-mailto rames.md:8:10 Pour une adresse électronique, écrivez mailto:depot@example.org'],
  ],
  [
    'pictures of the author’s own disk',
    page('![Le quai](<C:\\Mes photos\\été.jpg>) ![Le quai](file:///C:/quai.jpg)\n\n::figure{src="C:\\Photos\\quai.jpg" alt="Le quai"}'),
    [`outside-folder rames.md:8:13 ${COPY}`, `outside-folder rames.md:8:48 ${COPY}`, `outside-folder rames.md:10:10 ${COPY}`],
  ],
  [
    'a picture without its folder',
    { ...page('![Le quai](<Été 2026.svg>) ![Le quai](images/quai.svg)'), 'assets/Été 2026.svg': PICTURE, 'assets/quai.svg': PICTURE },
    [
      `missing-asset rames.md:8:13 ${PATHS} Vouliez-vous dire « assets/Été 2026.svg » ?`,
      `missing-asset rames.md:8:39 ${PATHS} Vouliez-vous dire « assets/quai.svg » ?`,
    ],
  ],
  [
    'a definition without quotes',
    page('Le :term[patin]{def=Ce qui frotte} et le :term[frein]{def="Ce qui arrête"}.'),
    ['words-without-quotes rames.md:8:24 Écrivez def="Ce qui frotte".'],
  ],
  [
    'forms of a sentence by other names',
    page('Le :terme[patin]{def="Ce qui frotte"}, le :term [frein]{def="x"} ; lire : [le texte], note:[a], {b}, `:mot[a]{b}`.'),
    [`unknown-inline rames.md:8:4 ${INLINE}`, `unknown-inline rames.md:8:43 ${INLINE}`],
  ],
  [
    'feedback without its sign',
    choice('- [x] Le patin\n» Il frotte.\n- [ ] La cloche\nNon : elle sonne.\n- [ ] Le rail\n  → Il porte.'),
    [
      `feedback-without-sign rames.md:12:1 ${ALONE}Il frotte.${ONE_LINE}`,
      `feedback-without-sign rames.md:14:1 ${ALONE}Non : elle sonne.${ONE_LINE}`,
      `feedback-without-sign rames.md:16:3 ${ALONE}Il porte.${ONE_LINE}`,
    ],
  ],
  [
    'choices on several lines',
    choice('- [x] Le patin, que\nle conducteur serre\n- [ ] « La cloche\n» du quai\n- [ ] Le non\n  ou le oui\n> → Oui : un mot.'),
    [],
  ],
  [
    'answers parted by semicolons',
    short('patin; le patin'),
    [
      'one-long-answer rames.md:8:1 Si ce sont plusieurs réponses, séparez-les par une barre entre deux espaces : answer="patin / le patin".',
    ],
  ],
  [
    'answers of a blank parted by semicolons',
    page(':::cloze{#trou}\nUn [[patin; sabot]].\n:::\n\n:::cloze{#choisir mode=list distractors="cloche"}\nUn [[patin; sabot]].\n:::'),
    ['one-long-answer rames.md:8:1 Si ce sont plusieurs réponses, séparez-les par une barre entre deux espaces : [[patin / sabot]].'],
  ],
  [
    'sites without https, and files of sites',
    page(
      ':::word-cloud{#mots wall="www.example.org/mur"}\nDes mots ?\n:::\n\n::embed{url="http://example.org" title="Le mur"}\n\n::figure{src="https://example.org/tram.png" alt="Le tram"}\n\n::video{src="https://example.org/tram"}',
    ),
    [
      'address-of-no-site rames.md:8:21 Écrivez https://www.example.org/mur, et vérifiez qu’elle s’ouvre ainsi.',
      'address-of-no-site rames.md:12:9 Écrivez https://example.org, et vérifiez qu’elle s’ouvre ainsi.',
      'other-site rames.md:12:1 Vérifiez que le cours se comprend sans lui ; un fichier du cours est plus sûr.',
      `file-of-site rames.md:14:10 ${OR_EMBED}`,
      `file-of-site rames.md:16:9 ${OR_EMBED}`,
    ],
  ],
  [
    'ends with a name',
    page(`${CHOICE.replace(/:::\n$/, ':::fin')}\n\nUn texte.\n\n${CHOICE.replace('#frein', '#arret').replace(/:::\n$/, ':::/choice')}`),
    [`not-a-directive rames.md:13:1 ${OPEN_CLOSE}`, `not-a-directive rames.md:22:1 ${OPEN_CLOSE}`],
  ],
  [
    'pictures that are none',
    { ...page('![Le quai](quai.HEIC) et ![La fiche](fiche.pdf), [la fiche](fiche.pdf)'), 'quai.HEIC': 'x', 'fiche.pdf': '%PDF-1.4\n' },
    [`picture-of-no-browser rames.md:8:12 ${AS_JPEG}`, `picture-of-no-browser rames.md:8:38 ${AS_JPEG}`],
  ],
  ['answers parted as they should be', short('patin / le patin; sabot'), []],
  [
    'attributes by French names',
    page(':::choice{#frein essais=2}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::'),
    ['unknown-attribute rames.md:8:18 Ici vont seulement : multiple, shuffle, points, attempts, competency, required, only, title.'],
  ],
  [
    'ids without their sign',
    page(':::open-question{id=Frein}\nQuel frein ?\n:::\n\n:::open-question{q-avis}\nUn avis ?\n:::\n\n# La nuit {nuit}\n\nTout dort.'),
    [
      'unknown-attribute rames.md:8:18 Vouliez-vous dire « #frein » ?',
      'missing-id rames.md:8:1 Écrivez {#quel-frein}, ou lancez « cartable ids --write ».',
      'unknown-attribute rames.md:12:18 Vouliez-vous dire « #q-avis » ?',
      'missing-id rames.md:12:1 Écrivez {#un-avis}, ou lancez « cartable ids --write ».',
      'missing-id rames.md:16:1 Écrivez {#la-nuit}, ou lancez « cartable ids --write ».',
      'unknown-attribute rames.md:16:12 Vouliez-vous dire « #nuit » ?',
    ],
  ],
  [
    'variables that lack braces',
    page(
      'Demandez à {chef}, à { chef } ou à {{chef} : {chef}}.\n\n\\{chef}, *{chef}* et\n**{chef}**, {chef}.\n\n> ## De {chef}\n\n[Le {plan}](https://exemple.fr).',
    ),
    ['8:12', '8:22', '8:36', '8:46', '10:11', '11:3', '11:13', '13:9', '15:5'].map(
      (at) => `brace-too-few rames.md:${at} ${at === '15:5' ? LESS.replace('chef', 'plan') : LESS}`,
    ),
  ],
  [
    'braces that nothing reads',
    page(
      '## Pour le soir {only=soir}\n\n## Fin {#fin}\n\n## Chez {chef}\n\n- Deux {only="soir; nuit"}\n\nTrois {#trois}, {zone=1}.\n\n:::callout\n### Ici {only=soir}\n\n- Quatre {zone=1}\n  1. Cinq {#cinq}\n:::\n\n:::trainer\n- Six {chef}\n:::',
    ),
    [
      `unread-braces rames.md:14:8 ${UNREAD}`,
      `unread-braces rames.md:16:7 ${UNREAD}`,
      `unread-braces rames.md:8:17 ${UNREAD}`,
      `brace-too-few rames.md:12:9 ${LESS}`,
      `unread-braces rames.md:19:9 ${UNREAD}`,
      `unread-braces rames.md:21:10 ${UNREAD}`,
      `brace-too-few rames.md:26:7 ${LESS}`,
    ],
  ],
  [
    'a sentence that is read as the address of a link',
    page(
      'Voir [le plan][Plan  A] et [la rame].\n\n[plan a]: https://exemple.fr "Plan"\n[La rame]: https://exemple.fr/rame\n\n[NB]: attention\n\n- un\n- [NB 2]: frein\n\n\\[NB]: \\[ici]\n\n```\n[Code]: ici\n```',
    ),
    ['13:1 NB', '16:3 NB 2'].map((reported) => {
      const [at, name] = [reported.slice(0, 4), reported.slice(5)];
      return `unused-reference rames.md:${at} Écrivez \\[${name}]: si c’est une phrase ; si c’est une adresse, [texte][${name}] là où le lien doit être.`;
    }),
  ],
  [
    'braces around words that are no variables, with a mark, or whole',
    page(
      '## Fin \\{chef}\n\nUn ensemble {a}, \\{chef}, \\{#a}, `{chef}`, {{chef}}, {{{chef}}}, {chefs}, {Chef} et { chef, plan }.\n\n> ## Ici {rien}\n>\n> - Et là {a=1}\n\n:::callout\n- Et \\{ici}\n:::',
    ),
    [],
  ],
  ['marks of footnotes', page('Le patin[^1], [1] ou a[^b c].'), [`footnote rames.md:8:9 ${NOTE}`]],
  ...fileCases,
];
