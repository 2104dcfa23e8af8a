import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/model/course/activity.ts';
import { activity } from '../helpers/bakery.ts';
import { asked, pagesOf, pick, plain, prose, question } from './guide-model.ts';

describe('a quiz', () => {
  const bank = (['c1', 'c2', 'c1'] as const).map((id, index) => pick(`q${index}`, { competencies: [id], points: 2 }));
  const list = bank.map((one, index) => question(one, index + 1));
  const quiz = (options: object, more: Partial<Activity> = {}): Activity =>
    activity(9, 'bilan', 'quiz', { options: { questions: [], ...options }, ...more });

  test('lists its questions by competency, with what they have in common', () => {
    const bands = [{ from: 50, feedback: '<p>Levez-vous.</p>' }];
    const one = quiz({ prompt: '<p>Au four.</p>', bands }, { heading: 'Le bilan & moi' });
    const parts = [prose('<p>Avant.</p>'), asked(one, list, list.slice(1)), prose('<p>Après.</p>')];
    const html = pagesOf({ parts, activities: bank });
    const answer = 'Réponse attendue ✓ juste Au levain ✗ faux Au sable';
    const read = 'Ce que lisent les apprenants';
    expect(plain(html)).toBe(
      `1. Le four & la pâte ${read} Avant. Le bilan & moi Au four. ` +
        'Chaque partie pose 2 questions, tirées au sort parmi les 3 que voici. Pour chacune : 2 points. ' +
        `C1 Pétrir 2 questions 1 Titre q0 q0 ${answer} 3 Titre q2 dans le cahier q2 ${answer} ` +
        `C2 <Vendre> 1 question 2 Titre q1 dans le cahier q1 ${answer} À partir de 50 % Levez-vous. ${read} Après. ` +
        'Corrigé en bref Les numéros sont ceux du guide et du cahier de l’apprenant. 1 Au levain 2 Au levain 3 Au levain',
    );
    expect(html.match(/<h[345][^>]*>/g)).toEqual([
      '<h3>',
      '<h4 class="s-competency">',
      '<h5 class="s-asked">',
      '<h5 class="s-asked">',
      '<h4 class="s-competency">',
      '<h5 class="s-asked">',
    ]);
  });

  test('of one competency has no headings; without a title it has the name of its type', () => {
    const two = [pick('q0'), pick('q1', { points: 2, attempts: 1 })];
    const parts = [
      asked(quiz({ prompt: 3 }), [question(pick('q0', { competencies: ['c9'] }), 1), question(pick('q1', { competencies: ['c9'] }), 2)]),
    ];
    const html = pagesOf({ parts, activities: two }).replace(/<section class="s-key">.*/s, '');
    const answer = 'Réponse attendue ✓ juste Au levain ✗ faux Au sable';
    expect(plain(html)).toBe(
      '1. Le four & la pâte Le quiz Chaque partie pose les 2 questions que voici. ' +
        `1 Titre q0 1 point q0 ${answer} 2 Titre q1 2 points 1 essai q1 ${answer}`,
    );
    expect(html.match(/<h[345][^>]*>/g)).toEqual(['<h3>', '<h4 class="s-asked">', '<h4 class="s-asked">']);
    expect(pagesOf({ parts, activities: two, lang: 'en' })).toContain('<h3>The quiz</h3>');
  });

  test('names questions without a competency of the course as such', () => {
    const one = pick('q9', { competencies: [] });
    const words = plain(pagesOf({ parts: [asked(quiz({}), [...list, question(one, 4)])], activities: [...bank, one] }));
    expect(words).toContain('Sans compétence 1 question 4 Titre q9');
  });
});
