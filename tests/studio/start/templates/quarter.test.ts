import { expect, test } from 'vitest';
import { ENGLISH_QUARTER } from '../../../../build/studio/start/templates/quarter.en.ts';
import { FRENCH_QUARTER } from '../../../../build/studio/start/templates/quarter.fr.ts';
import { quarterCourse } from '../../../../build/studio/start/templates/quarter.ts';

const AMINA = 'colour: 1, face: { hair: bun, skin: tan, expression: calm, clothes: teal }';
const BRUNO = 'colour: 2, face: { hair: crop, skin: light, beard: short, clothes: orange }';

test.each([
  ['fr', 'seance-1', FRENCH_QUARTER, 'travailleuse sociale', 'M. Bruno, role: locataire'],
  ['en', 'session-1', ENGLISH_QUARTER, 'social worker', 'Mr Bruno, role: tenant'],
] as const)('its session and its two people are in the language of the course: %s', (lang, session, text, amina, bruno) => {
  expect(Object.fromEntries(quarterCourse({ id: 'pain', title: 'Le pain', lang }))).toEqual({
    'course.yaml': `id: pain
title: "Le pain"
lang: ${lang}
targets: [scorm12]
people:
  - { id: amina, name: Amina, role: ${amina}, ${AMINA} }
  - { id: bruno, name: ${bruno}, ${BRUNO} }
modules: [${session}]
`,
    [`${session}.md`]: text,
  });
});
