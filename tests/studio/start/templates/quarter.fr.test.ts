import { expect, test } from 'vitest';
import { FRENCH_QUARTER } from '../../../../build/studio/start/templates/quarter.fr.ts';
import { outline } from '../../../helpers/outline.ts';

test('the French session: settings, pages, activities, right answers', () => {
  expect(outline(FRENCH_QUARTER)).toEqual([
    'id: seance-1',
    'duration: 15min',
    'completion: activities',
    '# La scène {#la-scene icon=speech-balloon}',
    ':::scene{place="À la permanence, mardi, 9 h" tone=warm}',
    '## bruno {expression=tired}',
    '## amina',
    ':::choice{#premier-geste}',
    '- [x] Elle demande ce qui s’est passé depuis la dernière facture.',
    '# À vous de classer {#a-classer icon=card-index-dividers}',
    ':::categorize{#urgent-ou-non}',
    '## Avant vendredi',
    '- Demander un délai de paiement au fournisseur',
    '- Signaler la situation au fonds de solidarité logement',
    '## La semaine prochaine',
    '- Revoir le budget du mois',
    ':::keep{icon=light-bulb}',
    '- **Lire** ensemble ce qui fait peur.',
    '- **Comprendre** avant d’agir.',
    '- **Trier** ce qui presse et ce qui peut attendre.',
  ]);
});
