import { expect, test } from 'vitest';
import { FRENCH_BANK, FRENCH_TRAINING } from '../../../../build/studio/start/templates/training.fr.ts';
import { outline } from '../../../helpers/outline.ts';

test('the French session: settings, pages, activities, right answers', () => {
  expect(outline(FRENCH_TRAINING)).toEqual([
    'id: seance-1',
    'duration: 30min',
    'competencies: [accueillir, proteger]',
    'completion: activities',
    'pass: 60',
    '# Le premier accueil {#premier-accueil icon=handshake}',
    ':::open-question{#votre-accueil min-words=5 max-words=60 seen-by=me}',
    ':::order{#dans-quel-ordre competency=accueillir}',
    '1. Saluer et se présenter',
    '2. Demander ce qui amène la personne',
    '3. Reformuler ce que l’on a compris',
    '4. Dire ce qui va suivre',
    '# Ce qui reste entre nous {#entre-nous icon=locked}',
    ':::matching{#partager-ou-non competency=proteger}',
    '| demande | réponse |',
    '| Un voisin veut savoir si elle est suivie. | Ne rien dire, pas même que l’on se connaît |',
    '| Une collègue prend le relais du suivi. | Transmettre l’utile, après l’avoir annoncé à la personne |',
    '| La personne veut lire son dossier. | Organiser la consultation avec elle |',
    '# Faites le point {#bilan icon=check-mark-button}',
    '::quiz{#quiz-final bank="banks/questions.md" draw=4 shuffle attempts=2}',
  ]);
});

test('the French bank: questions, the competency of each, its right answers', () => {
  expect(outline(FRENCH_BANK)).toEqual([
    ':::choice{#q-premier-mot competency=accueillir}',
    '- [x] « Bonjour, asseyez-vous. Que se passe-t-il ? »',
    ':::choice{#q-reformuler competency=accueillir}',
    '- [x] À vérifier que l’on a bien compris',
    ':::true-false{#q-secret competency=proteger}',
    '- [x] Dire à un proche qu’une personne est suivie peut déjà rompre le secret.',
    ':::choice{#q-reunion competency=proteger}',
    '- [x] Vous dites ce qui est utile à l’action commune, et rien de plus.',
    ':::short-text{#q-mot-cle competency=proteger answer="accord / son accord / consentement / son consentement"}',
  ]);
});
