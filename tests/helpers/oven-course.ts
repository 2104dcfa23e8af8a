import type { Checked } from '../../build/studio/engine/calls.ts';
import type { StudioEngine } from '../../build/studio/engine/studio-engine.ts';
import { openCourse } from './studio-course.ts';

export const PAIN = 'modules/four/pain.md';
export const BANK = 'modules/four/banks/pain.md';
export const YAML = 'modules/four/course.yaml';

const question = (id: string, more: string, text: string): string => `:::choice{#${id}${more}}\n${text}\n\n- [x] Oui\n- [ ] Non\n:::\n`;

/** Texts of a course with a session, a bank that it draws from, and a cohort; by path in the project. */
export const OVEN: ReadonlyMap<string, string> = new Map([
  [
    YAML,
    `id: four
title: Le four
lang: fr
competencies: [{ id: cuire, title: Cuire }]
people: [{ id: marc, name: Marc, role: boulanger }]
modules: [pain]
`,
  ],
  [
    PAIN,
    `---
id: pain
title: Le pain
duration: 20min
---

# Au four {#fournee}

${question('levain', ' points=2 competency=cuire', 'Le levain lève-t-il ?')}
# Le bilan {#bilan-page}

::quiz{#bilan bank="banks/pain.md"}
`,
  ],
  [BANK, `---\ntitle: Le sel\n---\n\n${question('sel', '', 'Du sel ?')}`],
  ['modules/four/cohorts/nuit.yaml', 'title: La nuit\n'],
]);

/** Opens the course in the studio's engine, which must find `DiskRequest` as `XMLHttpRequest`. @param more other texts */
export function openOven(
  more: Readonly<Record<string, string>> = {},
  language: 'fr' | 'en' = 'fr',
): { readonly engine: StudioEngine; readonly checked: Checked } {
  return openCourse(new Map([...OVEN, ...Object.entries(more)]), 'modules/four', language);
}
