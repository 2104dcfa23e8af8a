import { expect, test } from 'vitest';
import { ENGLISH_BANK, ENGLISH_TRAINING } from '../../../../build/studio/start/templates/training.en.ts';
import { FRENCH_BANK, FRENCH_TRAINING } from '../../../../build/studio/start/templates/training.fr.ts';
import { trainingCourse } from '../../../../build/studio/start/templates/training.ts';

const FRENCH = ['{ id: accueillir, title: Accueillir une personne }', '{ id: proteger, title: Protéger ce qu’elle confie }'];
const ENGLISH = ['{ id: welcome, title: Welcome a person }', '{ id: protect, title: Protect what is confided }'];

test.each([
  ['fr', 'seance-1', FRENCH_TRAINING, FRENCH_BANK, FRENCH],
  ['en', 'session-1', ENGLISH_TRAINING, ENGLISH_BANK, ENGLISH],
] as const)(
  'its session, its bank and its competencies are in the language of the course: %s',
  (lang, session, text, bank, [first, second]) => {
    expect(Object.fromEntries(trainingCourse({ id: 'pain', title: 'Le pain', lang }))).toEqual({
      'course.yaml': `id: pain
title: "Le pain"
lang: ${lang}
targets: [scorm12]
competencies:
  - ${first}
  - ${second}
modules: [${session}]
`,
      [`${session}.md`]: text,
      'banks/questions.md': bank,
    });
  },
);
