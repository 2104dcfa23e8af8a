import { expect, test } from 'vitest';
import { inOrder } from '../../../../build/diagnostics/diagnostics.ts';
import { messageOf } from '../../../../build/diagnostics/format.ts';
import { browserEngine } from '../../../../build/host/browser/engine.ts';
import { MemoryFiles } from '../../../../build/host/browser/files.ts';
import { build } from '../../../../build/pipeline.ts';
import { blankCourse } from '../../../../build/studio/start/templates/blank.ts';
import { quarterCourse } from '../../../../build/studio/start/templates/quarter.ts';
import { type CourseFiles, courseText } from '../../../../build/studio/start/templates/template.ts';
import { trainingCourse } from '../../../../build/studio/start/templates/training.ts';
import { programFiles } from '../../../helpers/program-files.ts';

const TEMPLATES = { blank: blankCourse, quarter: quarterCourse, training: trainingCourse } as const;
const TITLE = 'L’« essai » : "premiers" pas #1';

/** Builds a course in memory. @returns messages of all severities, and the packages */
async function built(course: CourseFiles): Promise<{ readonly messages: string[]; readonly packages: string[] }> {
  const files = new MemoryFiles();
  for (const [path, text] of course) files.put(`/project/modules/essai/${path}`, text);
  const { diagnostics, packages } = await build(
    {
      modules: '/project/modules',
      out: '/project/dist',
      names: [],
      targets: ['scorm12'],
      cohorts: [],
      frozen: false,
      coursePackages: true,
      sheets: false,
      progress: () => {},
    },
    browserEngine(programFiles(), files),
  );
  const text = inOrder(diagnostics.list).map((one) => `${one.code} ${messageOf(one, 'en', (call) => call).problem}`);
  return { messages: text, packages: packages.map(({ file }) => file) };
}

const cases = (['fr', 'en'] as const).flatMap((lang) => (['blank', 'quarter', 'training'] as const).map((name) => [name, lang] as const));

test.each(cases)('a new course "%s" in %s builds without a message', async (name, lang) => {
  const { messages, packages } = await built(TEMPLATES[name]({ id: 'essai', title: TITLE, lang }));
  expect(messages).toEqual([]);
  expect(packages).toEqual([`essai/${lang === 'fr' ? 'seance-1' : 'session-1'}.scorm12.zip`]);
});

test('a course is written with the lists that it has, and its sessions in their order', () => {
  const course = { id: 'essai', title: TITLE, lang: 'fr' } as const;
  const head = `id: essai\ntitle: "L’« essai » : \\"premiers\\" pas #1"\nlang: fr\ntargets: [scorm12]\n`;
  expect(courseText(course, { sessions: ['un', 'deux'] })).toBe(`${head}modules: [un, deux]\n`);
  expect(courseText({ ...course, lang: 'en' }, { competencies: ['a', 'b'], people: ['{ id: c }'], sessions: [] })).toBe(
    `${head.replace('fr', 'en')}competencies:\n  - a\n  - b\npeople:\n  - { id: c }\nmodules: []\n`,
  );
});
