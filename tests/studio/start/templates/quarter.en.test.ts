import { expect, test } from 'vitest';
import { ENGLISH_QUARTER } from '../../../../build/studio/start/templates/quarter.en.ts';
import { outline } from '../../../helpers/outline.ts';

test('the English session: settings, pages, activities, right answers', () => {
  expect(outline(ENGLISH_QUARTER)).toEqual([
    'id: session-1',
    'duration: 15min',
    'completion: activities',
    '# The scene {#the-scene icon=speech-balloon}',
    ':::scene{place="At the drop-in, Tuesday, 9.00" tone=warm}',
    '## bruno {expression=tired}',
    '## amina',
    ':::choice{#first-step}',
    '- [x] She asks what has happened since the last bill.',
    '# Sort the cards {#sort-the-cards icon=card-index-dividers}',
    ':::categorize{#urgent-or-not}',
    '## Before Friday',
    '- Ask the supplier for more time to pay',
    '- Report the situation to the hardship fund',
    '## Next week',
    '- Go through the budget of the month',
    ':::keep{icon=light-bulb}',
    '- **Read** together what causes fear.',
    '- **Understand** before you act.',
    '- **Separate** what is urgent from what can wait.',
  ]);
});
