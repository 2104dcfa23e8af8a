import { beforeAll, describe, expect, test } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';
import { createScorm12 } from '../../src/lms/scorm12.ts';
import { createTracker } from '../../src/visit/tracker.ts';
import { courseFile, dayProject } from '../helpers/one-course.ts';
import { StrictLms } from '../helpers/strict-lms.ts';
import { type BuiltSheets, buildSheets } from '../sheets/built-sheets.ts';

/** Blanks of French print as plain ones, so that tests can be read. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

describe('the sheets of a course that is one SCO', () => {
  let sheets: BuiltSheets;

  beforeAll(async () => {
    sheets = await buildSheets(dayProject(), { targets: ['scorm12', 'scorm2004-4', 'web'] });
  });

  test('speak of one SCO with chapters', () => {
    const words = plain(sheets.words('depot/depot.scorm12'));
    for (const announced of [
      'Cours entier depot 2 séances suivies comme un seul module',
      'Le matin (matin) : répondre à toutes les activités obligatoires et atteindre 50 %.',
      'Le soir (soir) : voir toutes les pages.',
      'Le cours est réussi quand toutes ses séances sont terminées et que chacune de celles qui ont un seuil l’a atteint.'.replace(
        '’',
        "'",
      ),
      'Un score de 0 à 100, sur 3 points.',
      '2 séances, chacune avec son score et son état, parmi les objectifs.',
      'Note la plus haute',
      'cochez « Réussi » et « Terminé »',
      'Chaque séance décide par son propre seuil.',
      'Moodle reconnaît le cours à son identifiant, depot.',
      "Ne changez ni l'identifiant du cours, d'une séance ou d'une activité",
      'le cours décide lui-même de son état',
    ]) {
      expect(words).toContain(announced);
    }
    for (const unsaid of [
      'Tous les SCOs doivent',
      'Revenir à une séance',
      'pour la plus grande des séances',
      'la séance à son identifiant',
      'une séance réussie',
    ]) {
      expect(words).not.toContain(unsaid);
    }
  });

  test('say in 2004 that all of it is recorded, and on the web where it is opened', () => {
    const modern = plain(sheets.words('depot/depot.scorm2004-4'));
    expect(modern).not.toContain("Moodle n'enregistre que la première");
    expect(modern).toContain("tant que le score d'une séance est sous son seuil");
    expect(modern).not.toContain('changez aussi le score minimal');
    expect(plain(sheets.words('depot/depot.web'))).toContain("Donnez l'adresse de index.html.");
  });

  test('without a pass mark it is completed, never passed', async () => {
    const files = { 'matin.md': '---\nid: matin\ntitle: Le matin\n---\n\n# Quai {#quai}\n\n:::open-question{#mot}\nUn mot ?\n:::\n' };
    const other = await buildSheets(dayProject(files), { targets: ['scorm12'] });
    const words = plain(other.words('depot/depot.scorm12'));
    expect(words).toContain('Le cours est terminé quand toutes ses séances le sont.');
    expect(words).toContain("Aucune séance n'a de seuil.");
    expect(words).not.toContain('« Réussi » et « Terminé »');
  });

  test('an English course has them in English', async () => {
    const english = courseFile(['matin', 'soir']).replace('lang: fr', 'lang: en');
    const other = await buildSheets(dayProject({ 'course.yaml': english }), { targets: ['scorm12'] });
    expect(other.words('depot/depot.scorm12')).toContain('2 sessions, tracked as one module');
  });

  test('the codebook has each answer that an LMS receives, in its order, with its chapter', async () => {
    const content = await sheets.content('depot/depot.scorm12');
    const types = Object.fromEntries([...activityTypes].flatMap(([name, { scoring }]) => (scoring ? [[name, scoring]] : [])));
    const lms = new StrictLms({ version: '1.2' });
    const tracker = createTracker({
      content,
      types,
      driver: createScorm12(lms.api),
      now: () => 0,
      random: () => 0.4,
      later: () => () => {},
    });
    tracker.visit('quai');
    tracker.flush();
    tracker.leave();
    const reported = Array.from({ length: 6 }, (_, place) => lms.stored[`cmi.interactions.${place}.id`]);
    const table = sheets.table('depot/depot.scorm12');
    expect(table.map((line) => line.identifiant)).toEqual(reported);
    expect(table.map((line) => [line.identifiant, line.séance, line.page])).toEqual([
      ['q-frein', 'matin', 'Au quai'],
      ['b-sable', 'matin', 'Le bilan du matin'],
      ['b-feu', 'matin', 'Le bilan du matin'],
      ['recit', 'soir', 'Au terminus'],
      ['b-sable_soir', 'soir', 'Au terminus'],
      ['b-feu_soir', 'soir', 'Au terminus'],
    ]);
    expect(lms.refused).toEqual([]);
  });
});
