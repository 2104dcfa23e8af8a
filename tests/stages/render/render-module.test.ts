import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { filesOf, openCourse } from '../../../build/pipeline.ts';
import { depot, rames } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';

/** The words on the buttons of a page's activities. */
function buttonsOf(body: string): string[] {
  const diagnostics = new Diagnostics();
  const folder = join(depot(rames(`# Le quai {#quai}\n\n${body}`)), 'modules/depot');
  const course = openCourse(folder, { provisional: false }, engine, diagnostics);
  const [module] = course?.modules ?? [];
  expect(diagnostics.list).toEqual([]);
  if (!course || !module) throw new Error('The course could not be read.');
  const page = filesOf(course, module, null, 'scorm12', engine).find(({ name }) => name === 'index.html');
  if (!page || !('data' in page)) throw new Error('The module has no page.');
  const html = Buffer.from(page.data).toString();
  return [...html.matchAll(/data-action="check">([^<]*)</g)].map(([, words = '']) => words);
}

const map = (id: string, place: string): string =>
  `:::stakeholder-map{#${id} x="Intérêt; faible; fort" y="Pouvoir; faible; fort"}\nOù ?\n\n${place}- La régie\n- Le quartier\n:::\n`;

test('a button promises a check only where something is right or wrong', () => {
  expect(buttonsOf(`${map('modele', '## fort, fort\n')}\n${map('libre', '')}`)).toEqual(['Vérifier ma réponse', 'Enregistrer ma carte']);
});
