import { expect, test } from 'vitest';
import { ENGLISH_BANK, ENGLISH_TRAINING } from '../../../../build/studio/start/templates/training.en.ts';
import { outline } from '../../../helpers/outline.ts';

test('the English session: settings, pages, activities, right answers', () => {
  expect(outline(ENGLISH_TRAINING)).toEqual([
    'id: session-1',
    'duration: 30min',
    'competencies: [welcome, protect]',
    'completion: activities',
    'pass: 60',
    '# The first welcome {#first-welcome icon=handshake}',
    ':::open-question{#your-welcome min-words=5 max-words=60 seen-by=me}',
    ':::order{#in-which-order competency=welcome}',
    '1. Greet and introduce yourself',
    '2. Ask what brings the person here',
    '3. Repeat what you have understood',
    '4. Explain what will happen next',
    '# What stays between us {#between-us icon=locked}',
    ':::matching{#share-or-not competency=protect}',
    '| request | answer |',
    '| A neighbour wants to know whether she comes here. | Say nothing, not even that you know her |',
    '| A colleague takes over the case. | Pass on what is useful, and let the person know first |',
    '| The person wants to read her file. | Arrange to read it with her |',
    '# Check yourself {#check-yourself icon=check-mark-button}',
    '::quiz{#final-quiz bank="banks/questions.md" draw=4 shuffle attempts=2}',
  ]);
});

test('the English bank: questions, the competency of each, its right answers', () => {
  expect(outline(ENGLISH_BANK)).toEqual([
    ':::choice{#q-first-words competency=welcome}',
    '- [x] “Hello, please sit down. What is the matter?”',
    ':::choice{#q-repeat competency=welcome}',
    '- [x] To check that you have understood',
    ':::true-false{#q-confidential competency=protect}',
    '- [x] Saying to a relative that a person comes here may already break confidentiality.',
    ':::choice{#q-meeting competency=protect}',
    '- [x] You say what the common work needs, and no more.',
    ':::short-text{#q-keyword competency=protect answer="consent / agreement / her consent / their consent / permission"}',
  ]);
});
