import { type Case, CHOICE, page } from './cases.ts';
import type { Files } from './depot-project.ts';

/** A session with pages, by the attributes of their headings. */
const pages = (...heads: readonly string[]): Files => ({
  'rames.md': `---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n${heads.map((head, at) => `# Page ${at} {#page-${at} ${head}}\n\nUn mot.\n`).join('\n')}`,
});

/** A session that includes a file, which a cohort replaces. @param other text of the replacement; null: there is none */
const replaced = (usual: string, other: string | null, path = 'cadres.md', by = 'soir.md'): Files => ({
  ...page('Le quai.\n\n::include{file=cadres.md}'),
  'cadres.md': usual,
  ...(other !== null && { 'soir.md': other }),
  'cohorts/soir.yaml': `title: Soir\nincludes: { ${path}: ${by} }\n`,
});

const courseOf = (modules: string): string => `id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [${modules}]\n`;

/** A session that recalls sliders of another. */
const twoSessions: Files = {
  ...page(':::open-question{#mot recall="quais/matin"}\nQuoi ?\n:::'),
  'quais.md': '---\nid: quais\ntitle: Les quais\ncompletion: visited\n---\n# Quai {#quai-1}\n\n:::sliders{#matin}\n- Freiner\n:::\n',
};

/** Mistakes in what is shown where: media, cohorts, other sessions. */
export const routeCases: readonly Case[] = [
  [
    'an activity for paper only',
    page(':::choice{#frein only=paper}\nQui ?\n\n- [x] Un\n- [ ] Deux\n:::'),
    ['medium-of-no-block rames.md:8:18'],
  ],
  [
    'a page for the screen only',
    { 'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# A {#a only=screen}\n\nUne rame.\n' },
    ['medium-of-no-block rames.md:6:9'],
  ],
  ['a block for both media', page(':::text{only="paper; screen"}\nUn mot.\n:::\n\nUn autre.'), ['both-media rames.md:8:9']],
  [
    'a block for paper and a cohort that is none',
    { ...page(':::text{only="paper; soirr"}\nUn mot.\n:::\n\nUn autre.'), 'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n' },
    ['tag-of-nobody rames.md:8:9'],
  ],
  ['a medium in French, and no cohort yet', page(':::text{only=papier}\nUn mot.\n:::\n\nUn autre.'), ['tag-of-nobody rames.md:8:9']],
  ['a block for a cohort, and no cohort yet', page(':::text{only=soir}\nUn mot.\n:::\n\nUn autre.'), []],
  ['a page of which the screen shows nothing', page(':::text{only=paper}\nUn mot.\n:::'), ['empty-page rames.md:6:1']],
  ['a page that goes further before one that does not', pages('', 'further', '', 'further'), ['further-too-early rames.md:10:1']],
  [
    'two pages that go further too early',
    pages('further', 'further', ''),
    ['further-too-early rames.md:6:1', 'further-too-early rames.md:10:1'],
  ],
  ['a session that only goes further', pages('further', 'further'), ['all-further rames.md:6:1']],
  ['a page that might go further', pages('', 'further=demain'), ['bad-attribute rames.md:10:19']],
  ['a page that does not go further, which is usual', pages('further=no', ''), []],
  [
    'a cohort named like a medium',
    { ...page('Un mot.'), 'cohorts/soir.yaml': 'title: Soir\ntags: [soir, paper]\n' },
    ['tag-of-medium cohorts/soir.yaml:2:14'],
  ],
  [
    'a cohort that replaces a file which no session includes',
    replaced('Un mot.', 'Un autre.', 'cadre.md'),
    ['unknown-include cohorts/soir.yaml:2:13'],
  ],
  ['a cohort that replaces a file by one that is not there', replaced('Un mot.', null), ['missing-asset cohorts/soir.yaml:2:24']],
  [
    'a cohort that replaces a file by one outside the course',
    replaced('Un mot.', 'x', 'cadres.md', '../x.md'),
    ['outside-folder cohorts/soir.yaml:2:24'],
  ],
  ['a cohort that replaces a file by itself', replaced('Un mot.', 'x', 'cadres.md', 'cadres.md'), ['include-loop cohorts/soir.yaml:2:24']],
  ['a replacement with an activity', replaced('Un mot.', CHOICE), ['replaced-not-text soir.md:1:1']],
  ['a replaced file with an activity', replaced(CHOICE, 'Un mot.'), ['replaced-not-text cadres.md:1:1']],
  [
    'a replacement with a page and a note',
    replaced('Un mot.', '# B {#b}\n\n:::trainer\nVoilà.\n:::\n'),
    ['replaced-not-text soir.md:1:1', 'replaced-not-text soir.md:3:1'],
  ],
  [
    'a replaced file in a block',
    { ...replaced('Un mot.', 'Un autre.'), ...page(':::callout\n::include{file=cadres.md}\n:::') },
    ['replaced-inside rames.md:9:1'],
  ],
  ['a recall of what keeps nothing', page(`${CHOICE}\n:::open-question{#mot recall=frein}\nQuoi ?\n:::`), ['gives-nothing rames.md:15:1']],
  ['a recall of itself', page(':::open-question{#mot recall=mot}\nQuoi ?\n:::'), ['names-itself rames.md:8:1']],
  ['a recall of nothing known', page(':::writing{#mot recall=mat}\n## Un\nQuoi ?\n:::'), ['unknown-activity rames.md:8:1']],
  ['a recall of a later session', { ...twoSessions, 'course.yaml': courseOf('rames, quais') }, ['recall-later rames.md:8:1']],
  ['a recall of an earlier session', { ...twoSessions, 'course.yaml': courseOf('quais, rames') }, []],
];
