import { page } from './cases.ts';
import type { Files } from './depot-project.ts';

/** A slip of somebody's first session, and what is told of it: `code file:line:column what to write`, in order. */
export type BeginnerCase = readonly [name: string, files: Files, told: readonly string[]];

const choice = (lines: string) => page(`:::choice{#frein}\nQuel frein ?\n\n${lines}\n:::`);
const short = (answer: string) => page(`:::short-text{#frein answer="${answer}"}\nQuel frein ?\n:::`);

const ALONE = 'Pour un retour, écrivez « > ';
const ONE_LINE = ' » ; sinon, mettez toute la réponse sur une seule ligne.';
const INLINE = 'Écrivez :term[mot]{def="Ce qu’il veut dire."} pour une définition, :lang[mot]{en} pour un mot étranger.';
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
const COPY = 'Copiez le fichier dans le dossier du cours.';
const PATHS = 'Les chemins partent du dossier du cours.';

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
  ['answers parted as they should be', short('patin / le patin; sabot'), []],
];
