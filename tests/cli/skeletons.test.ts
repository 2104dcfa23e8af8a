import { expect, test } from 'vitest';
import { bankText, cohortText, courseText, sessionText } from '../../build/cli/skeletons.ts';
import { checkDepot } from '../helpers/check-depot.ts';

test.each(['fr', 'en'] as const)('a new course in %s has nothing to report, with ids of its own', (lang) => {
  const course = courseText({ id: 'depot', title: 'Le "dépôt" : un', module: 'un', schema: 'x.json' }, lang).replace(
    'modules: [un]',
    'modules: [un, deux]',
  );
  const files = {
    'course.yaml': course,
    'un.md': sessionText({ id: 'un', title: 'Le "quai" : un', bank: 'banks/questions.md' }, lang),
    'deux.md': sessionText({ id: 'deux', title: 'Deux' }, lang),
    'banks/questions.md': bankText(lang),
    'cohorts/nord.yaml': cohortText('x.json', lang),
  };
  const { course: read, found } = checkDepot(files);
  expect(found.filter((one) => !one.includes('unlisted-module'))).toEqual([]);
  expect([read?.source.course.value.title, read?.source.course.value.lang, read?.modules[0]?.module.minutes]).toEqual([
    'Le "dépôt" : un',
    lang,
    30,
  ]);
  expect(read?.modules.map(({ module }) => module.completion)).toEqual(['activities', 'activities']);
  expect(read?.source.cohorts.map(({ name }) => name)).toEqual(['nord']);
  const types = read?.modules.map(({ module }) =>
    module.pages.flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === 'activity' ? [node.activity.type] : []))),
  );
  expect(types).toEqual([
    ['open-question', 'quiz'],
    ['open-question', 'choice'],
  ]);
  expect(read?.modules[0]?.module.title.replace(/\u00a0/g, ' ')).toMatch(/Le .quai. ?: un|Le «.quai.» : un/);
  expect(JSON.stringify(read?.modules[0]?.module.pages)).not.toContain('"draw":1');
});

test.each(['fr', 'en'] as const)('its texts are in %s', (lang) => {
  const session = { id: 'un', title: 'Un' };
  const texts = [
    sessionText(session, lang),
    sessionText({ ...session, bank: 'b.md' }, lang),
    bankText(lang),
    courseText({ ...session, module: 'un', schema: 'x.json' }, lang),
    cohortText('x.json', lang),
  ];
  expect(texts.map((text) => /[àâçéèêô]|\bvotre\b/.test(text))).toEqual(texts.map(() => lang === 'fr'));
  expect(texts.join('')).not.toContain('undefined');
});

test.each([
  ['fr', 'votre formateur', 'Première promotion', 'Mme Martin'],
  ['en', 'your trainer', 'First cohort', 'Ms Martin'],
] as const)('a course and a cohort have what they are made of, in %s', (lang, trainer, cohort, contact) => {
  expect(courseText({ id: 'pain', title: 'Le "pain"', module: 'un', schema: 'a/course.json' }, lang)).toBe(
    `# yaml-language-server: $schema=a/course.json\nid: pain\ntitle: "Le \\"pain\\""\nlang: ${lang}\ntargets: [scorm12]\ncompetencies: []\nmodules: [un]\nvariables:\n  contact: ${trainer}\ntheme: { accent: "#1D4ED8" }\n`,
  );
  expect(cohortText('b/cohort.json', lang)).toBe(
    `# yaml-language-server: $schema=b/cohort.json\ntitle: ${cohort}\ntags: []\nvariables:\n  contact: ${contact}\n`,
  );
});

test.each(['fr', 'en'] as const)('all ids of a session begin with its own, and each is new, in %s', (lang) => {
  for (const bank of [undefined, 'b.md']) {
    const text = sessionText({ id: 'petrir-2', title: 'Pétrir', ...(bank && { bank }) }, lang);
    const ids = [...text.matchAll(/\{#([a-z0-9-]+)/g)].map(([, id = '']) => id);
    expect([ids.length, new Set(ids).size, ids.filter((id) => !id.startsWith('petrir-2-'))]).toEqual([4, 4, []]);
    expect(text).toMatch(/^---\nid: petrir-2\ntitle: "Pétrir"\n/);
  }
});
