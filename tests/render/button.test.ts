import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics.ts';
import { renderFor } from '../../build/pipeline.ts';
import { prepareCourse } from '../../build/prepare-course.ts';
import { depot, rames } from '../bad-input/depot-project.ts';

/** The words on the buttons of a page's activities. */
function buttonsOf(body: string): string[] {
  const diagnostics = new Diagnostics();
  const course = prepareCourse(
    join(depot(rames(`# Le quai {#quai}\n\n${body}`)), 'modules/depot'),
    { provisional: false, builtBefore: [] },
    diagnostics,
  );
  const [module] = course?.modules ?? [];
  expect(diagnostics.list).toEqual([]);
  if (!course || !module) throw new Error('The course could not be read.');
  const { html } = renderFor(course, module, null, diagnostics);
  return [...html.matchAll(/data-action="check">([^<]*)</g)].map(([, words = '']) => words);
}

const map = (id: string, place: string): string =>
  `:::stakeholder-map{#${id} x="Intérêt; faible; fort" y="Pouvoir; faible; fort"}\nOù ?\n\n${place}- La régie\n- Le quartier\n:::\n`;

test('a button promises a check only where something is right or wrong', () => {
  expect(buttonsOf(`${map('modele', '## fort, fort\n')}\n${map('libre', '')}`)).toEqual(['Vérifier ma réponse', 'Enregistrer ma carte']);
});
