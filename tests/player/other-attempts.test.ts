import { expect, it } from 'vitest';
import type { ModuleContent } from '../../src/model/course/course.ts';
import type { LearnerState } from '../../src/model/state/state.ts';
import { textOfAttempts } from '../../src/player/other-attempts.ts';

const content = {
  courseTitle: 'Au dépôt',
  title: 'Les rames',
  activities: [
    { n: 0, id: 'frein', title: 'Quel frein ?' },
    { n: 1, id: 'mot', title: '' },
  ],
} as unknown as ModuleContent;
const state = (activities: object): LearnerState => ({ activities }) as LearnerState;

it('writes the words of each question under its title, or its id, and leaves out the others', () => {
  const text = textOfAttempts(content, [
    state({ 0: { answer: 'Le patin', tries: 1 }, 1: { answer: { a: 'Un', b: ['Deux', ''] }, tries: 1 } }),
    state({ 1: { tries: 0 } }),
  ]);
  expect(text).toBe('Au dépôt\nLes rames\n\nQuel frein ?\nLe patin\n\nmot\nUn\nDeux\n\n');
});

it('prefers what was typed last', () => {
  expect(textOfAttempts(content, [state({ 0: { answer: 'Le patin', draft: 'La cloche', tries: 1 } })])).toContain('La cloche');
});
