import { describe, expect, test } from 'vitest';
import type { Engine } from '../../build/host/engine.ts';
import { type StatementInput, statementSheet } from '../../build/sheets/statement.ts';
import { type StatementFacts, statementFacts } from '../../build/sheets/statement-facts.ts';

const types = new Map([
  ['video', { strings: { fr: { label: 'Vidéo' }, en: { label: 'Video' } } }],
  ['choice', { strings: { fr: { label: 'Cochez', 'print.name': 'Choix' }, en: { label: 'Tick', 'print.name': 'Choice' } } }],
]);
const engine = { types, pieces: { index: { texts: { 'sheet.css': '/*sheet*/' } } } } as unknown as Engine;
const NOTHING = statementFacts([], engine.types);

function open(facts: Partial<StatementFacts> = {}, more: Partial<StatementInput> = {}, course: object = {}) {
  const theme = { name: 'vif', accent: '#0B5394' };
  const whole = { title: 'La boulangerie', organisation: 'Le moulin', lang: 'fr', theme, ...course };
  const input = {
    course: whole,
    cohort: undefined,
    title: 'Une nuit',
    whole: false,
    facts: { ...NOTHING, ...facts },
    contact: undefined,
    ...more,
  };
  const html = statementSheet(input as unknown as StatementInput, engine).replace(/[\u00a0\u202f]/g, ' ');
  const all = (pattern: RegExp, text = html): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one.replace(/<[^>]*>/g, ''));
  const itemsOf = (id: string): string[] => {
    const [, section = ''] = new RegExp(`aria-labelledby="${id}">([\\s\\S]*?)</section>`).exec(html) ?? [];
    return all(/<li>(.*)<\/li>/g, section);
  };
  /** First words of each item. */
  const starts = (id: string): string[] => itemsOf(id).map((text) => text.split(' ').slice(0, 4).join(' '));
  return { html, all, itemsOf, starts };
}

const EACH = {
  pictures: 3,
  decorative: 1,
  videos: 3,
  captioned: 2,
  videoTexts: 1,
  sounds: 3,
  soundTexts: 1,
  tables: 1,
  foreign: 2,
  documents: 1,
  embeds: 1,
  links: 1,
};

test('the head has standards, date, cohort and size', () => {
  const { all } = open({ pages: 2, asked: 3, questions: 3 }, { cohort: 'Les lève-tôt' });
  expect(all(/<div>\n<dt>(.*?<\/dt>\n.*?)<\/dd>/g).map((line) => line.replace('\n', ': '))).toEqual([
    'Référentiels: WCAG 2.2, niveau AA ; RGAA 4.1',
    'Date: à écrire',
    'Promotion: Les lève-tôt',
    'Contenu: 2 pages, questions : 3',
  ]);
  expect(
    open({ pages: 1, asked: 3, questions: 5 })
      .all(/<div>\n<dt>(.*?<\/dt>\n.*?)<\/dd>/g)
      .slice(-2),
  ).toEqual(['Promotion\nsans promotion', 'Contenu\n1 page, questions : 3, ou 5 avec toutes celles des banques']);
  expect([
    all(/<h1>(.*)<\/h1>/g),
    all(/<p class="s-(?:kind|from|warning)">(.*)<\/p>/g),
    all(/<h2 id="\w+">(.*)<\/h2>/g),
    all(/<footer class="s-foot">\n<p>(.*)<\/p>/g),
  ]).toEqual([
    ['Une nuit'],
    [
      'Déclaration d’accessibilité, à compléter',
      'La boulangerie · Le moulin',
      'Ceci est un projet. La fabrication y a écrit ce qu’elle sait ; complétez-le, relisez-le et datez-le avant de le publier. Il ne vaut pas audit.',
    ],
    [
      'Ce que la fabrication a vérifié ici',
      'Ce qui est essayé pour toutes les séances',
      'Ce qu’il vous reste à vérifier',
      'Limites connues',
      'Nous écrire',
    ],
    [
      'Écrit par la fabrication à partir des textes de la séance ; refait quand ils changent. Gardez ailleurs la version que vous avez complétée.',
    ],
  ]);
  expect(open({}, { whole: true }, { organisation: '' }).html).not.toContain('s-from');
  expect(open().html).toContain('<style>/*sheet*/');
});

const CONTRAST =
  'Contraste : 7,8 sur blanc, où il en faut 4,5, pour la couleur du cours : #0B5394. La fabrication s’arrête en dessous, et calcule une autre teinte pour l’affichage sombre.';

describe('what is checked', () => {
  test('without any media', () => {
    expect(open().itemsOf('checked')).toEqual([
      'Langue : chaque page dit aux lecteurs d’écran qu’elle est en français.',
      'Titres : aucun niveau n’est sauté.',
      'Images : aucune dans les textes.',
      'Vidéos et sons : aucun.',
      CONTRAST,
    ]);
  });

  test('with some of each, and headings that skip a level', () => {
    expect(open({ ...EACH, skipping: ['Le four', 'Le sel'] }).itemsOf('checked')).toEqual([
      'Langue : chaque page dit aux lecteurs d’écran qu’elle est en français.',
      'Autres langues : 2 passages ont leur propre langue.',
      'Titres : un niveau est sauté sur 2 pages (Le four · Le sel). À corriger.',
      'Images : 3, dont 2 avec un texte de remplacement et 1 sans, dites décoratives par leur auteur.',
      'Vidéos : 3 ; avec sous-titres : 2 ; avec transcription : 1.',
      'Sons : 3 ; avec transcription : 1.',
      'Tableaux dans les textes : 1, avec une ligne d’en-têtes.',
      CONTRAST,
    ]);
    const red = { theme: { name: 'vif', accent: '#8A1C1C' } };
    expect(open({}, {}, red).itemsOf('checked').at(-1)).toMatch(/^Contraste : 9,2 /);
    expect(open({ pictures: 3 }).itemsOf('checked')[2]).toBe('Images : 3, chacune avec un texte de remplacement.');
    expect(open({ pictures: 1, decorative: 1 }).itemsOf('checked')[2]).toMatch(/^Images : 1, dont 0 avec un texte/);
    expect(open({ sounds: 1 }).starts('checked')).not.toContain('Vidéos et sons :');
  });
});

test('types are named as in the guide for authors, in the order of the language', () => {
  expect(open({ types: ['video', 'own', 'choice'] }).itemsOf('tried')[0]).toBe(
    'Types employés ici, nommés comme dans le guide « Écrire une séance » : Choix (choice), own (own), Vidéo (video).',
  );
  expect(open({ types: ['choice'] }, {}, { lang: 'en' }).itemsOf('tried')[0]).toBe(
    'Types used here, named as in the guide for authors: Choice (choice).',
  );
  expect(open().itemsOf('tried')).toHaveLength(2);
});

test('what is left to check depends on what there is', () => {
  expect(open(EACH).starts('check')).toEqual([
    'Le sens de chaque',
    'L’image dite décorative :',
    '1 vidéo est sans',
    'La qualité des sous-titres',
    'Ce que les vidéos',
    'Les transcriptions : complètes,',
    '2 sons sont sans',
    '1 document est joint',
    '1 contenu ou lien',
    'Le lien vers un',
    'Le niveau de lecture',
    'Aucune consigne ne doit',
    'Un essai par une',
  ]);
  expect(open().starts('check')).toEqual(['Le niveau de lecture', 'Aucune consigne ne doit', 'Un essai par une']);
  expect(open({ pictures: 1, videos: 1, captioned: 1, videoTexts: 1, sounds: 1, soundTexts: 1 }).starts('check')).toEqual([
    'Le sens de chaque',
    'La qualité des sous-titres',
    'Ce que les vidéos',
    'Les transcriptions : complètes,',
    'Le niveau de lecture',
    'Aucune consigne ne doit',
    'Un essai par une',
  ]);
  expect(open({ pictures: 1, decorative: 1 }).starts('check')[0]).toBe('Le sens de chaque');
  expect(
    open({ embeds: 2, links: 5, documents: 3 })
      .itemsOf('check')
      .map((text) => text.split(' ')[0])
      .slice(0, 3),
  ).toEqual(['3', '2', 'Les']);
  expect(open({ videos: 2, sounds: 1 }).starts('check').slice(0, -3)).toEqual([
    '2 vidéos sont sans',
    'Ce que les vidéos',
    '1 son est sans',
  ]);
  expect(open({ videos: 1, videoTexts: 1 }).starts('check')).toContain('Les transcriptions : complètes,');
  expect([open(EACH).itemsOf('check')[2], open(EACH).itemsOf('check')[6]]).toEqual([
    '1 vidéo est sans sous-titres : ajoutez-les, ou dites-le ci-dessous. Le critère 1.2.2 n’est pas tenu.',
    '2 sons sont sans transcription : ajoutez-les. Le critère 1.2.1 n’est pas tenu.',
  ]);
});

test('limits and contact', () => {
  expect([open(EACH).starts('limits'), open().starts('limits')]).toEqual([
    [
      'Les essais sont automatiques',
      'La plateforme qui montre',
      'Les contenus d’autres sites',
      'Les vidéos n’ont ni',
      'Sans script, la séance',
      'Le cahier à imprimer',
    ],
    ['Les essais sont automatiques', 'La plateforme qui montre', 'Sans script, la séance', 'Le cahier à imprimer'],
  ]);
  expect(open({ embeds: 1 }).starts('limits')[2]).toBe('Les contenus d’autres sites');
  expect(open({ videos: 1 }).starts('limits')[2]).toBe('Les vidéos n’ont ni');
  expect(open({}, { contact: 'salle <12>' }).itemsOf('contact')).toEqual([
    'Une difficulté, une information sous une autre forme ? Contact : salle &lt;12&gt;.',
    'Indiquez aussi la voie de recours : en France, le Défenseur des droits.',
  ]);
  expect(open({}, { contact: '' }).starts('contact')).toEqual(['Écrivez ici à qui', 'Indiquez aussi la voie']);
});
