import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { depot, rames } from '../bad-input/depot-project.ts';
import { root } from '../helpers/examples-project.ts';
import { buildSheets, wordsOf } from './built-sheets.ts';
import { noted } from './noted-depot.ts';

const media = (path: string): Buffer => readFileSync(join(root, 'templates', path));
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>';

function plain(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').replaceAll('’', "'");
}

async function statementOf(body: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const sheets = await buildSheets(depot({ ...rames(body), ...files }), { coursePackages: false, sheets: true });
  return plain(wordsOf(sheets.paper('depot/rames', 'accessibilite')));
}

test('it counts what this very session has, and names what its author must look at', async () => {
  const words = await statementOf(
    `# Le quai {#quai}

![Le plan](assets/a.svg)

::figure{src=assets/a.svg decorative}

::video{src=assets/arret.webm title="L'arrêt"}

::audio{src=assets/timbre.wav title="Le timbre" transcript=assets/timbre.md}

::document{src=assets/grille.pdf title="La grille"}

::embed{url="https://example.org/carte" title="La carte"}

On dit :lang[tramway]{en} partout.

:::table{caption="Les lignes"}

| Ligne | Couleur |
|---|---|
| A | verte |
:::
`,
    {
      'assets/a.svg': PICTURE,
      'assets/arret.webm': media('video/assets/arret-de-tram.webm'),
      'assets/timbre.wav': media('audio/assets/timbre-du-tram.wav'),
      'assets/timbre.md': 'Deux coups de timbre.',
      'assets/grille.pdf': media('document/assets/grille-observation.pdf'),
    },
  );
  for (const sentence of [
    'WCAG 2.2, niveau AA ; RGAA 4.1',
    'Date à écrire',
    "chaque page dit aux lecteurs d'écran qu'elle est en français",
    "aucun niveau n'est sauté",
    'Images : 2, dont 1 avec un texte de remplacement et 1 sans',
    'Vidéos : 1 ; avec sous-titres : 0 ; avec transcription : 0.',
    'Sons : 1 ; avec transcription : 1.',
    'Tableaux dans les textes : 1',
    '1 passage a sa propre langue',
    'Contraste : 6,7 sur blanc, où il en faut 4,5, pour la couleur du cours : #1D4ED8',
    '1 vidéo est sans sous-titres',
    '1 document est joint',
    "1 contenu ou lien d'un autre site",
    "Types employés ici , nommés comme dans le guide « Écrire une séance » : Contenu d'un autre site (embed), Document à lire (document), Image (figure), Son (audio), Tableau avec légende (table), Vidéo (video) .",
    "Écrivez ici à qui s'adresser",
  ]) {
    expect(words).toContain(sentence.replace(' .', '.'));
  }
});

test('a session of texts only mentions neither media nor other sites; a heading that skips a level is named', async () => {
  const words = await statementOf('# Le quai {#quai}\n\n## Avant\n\n#### Bien plus bas\n\nUne rame attend.\n');
  for (const sentence of ['Images : aucune', 'Vidéos et sons : aucun', 'un niveau est sauté sur 1 page (Le quai). À corriger.']) {
    expect(words).toContain(sentence);
  }
  expect(words).not.toMatch(/sous-titres|audiodescription|autres sites|documents/);
});

test('questions are counted as the guide counts them, and those of banks are listed separately', async () => {
  const sheets = await buildSheets(depot(noted), { coursePackages: false, sheets: true });
  const statement = plain(wordsOf(sheets.paper('depot/rames', 'accessibilite')));
  expect(statement).toContain('2 pages, questions : 6, ou 7 avec toutes celles des banques');
  expect(plain(wordsOf(sheets.paper('depot/rames', 'guide')))).toContain('Questions 6');
  expect(await statementOf('# Le quai {#quai}\n\nUne rame attend.\n')).toContain('1 page, questions : 0 ');
});

test('in English, with the contact of the course', async () => {
  const course = 'id: depot\ntitle: The depot\nlang: en\nvariables: { contact: room 12 }\nmodules: [rames]\n';
  const words = await statementOf('# The platform {#quai}\n\nA tram waits.\n', { 'course.yaml': course });
  for (const sentence of ['Accessibility statement', 'in English', 'Contact: room 12.']) expect(words).toContain(sentence);
  expect(words).not.toMatch(/[«»]|séance/);
});

test('a transcript of a sound must be checked, too', async () => {
  const sound = '::audio{src=assets/timbre.wav title="Le timbre"';
  const files = { 'assets/timbre.wav': media('audio/assets/timbre-du-tram.wav'), 'assets/timbre.md': 'Deux coups de timbre.' };
  const step = 'Les transcriptions : complètes';
  expect(await statementOf(`# Le quai {#quai}\n\n${sound} transcript=assets/timbre.md}\n`, files)).toContain(step);
  expect(await statementOf(`# Le quai {#quai}\n\n${sound}}\n`, files)).not.toContain(step);
});
