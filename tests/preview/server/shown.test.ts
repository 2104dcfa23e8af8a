import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stateOf } from '../../../build/preview/server/shown.ts';
import { Workshop } from '../../../build/preview/server/workshop.ts';
import { depot, type Files, rames } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';

const COURSE = 'id: depot\ntitle: Dépôt\nlang: fr\nmodules: [rames, soir]\npace: page\n';
const SOIR = String(rames('# Le soir {#soir-page}\n\n#### Trop bas\n\nUn tram.\n')['rames.md']).replace('id: rames', 'id: soir');

function state(body: string, module = '', course = 'depot', base = '', language: 'fr' | 'en' = 'fr') {
  const files: Files = { ...rames(body), 'course.yaml': COURSE, 'soir.md': SOIR };
  const project = depot(files);
  const workshop = new Workshop(join(project, 'modules'), join(project, 'kept'), engine);
  return stateOf(workshop, course, module, { project: join(project, base), language, command: (args) => `cartable ${args}` });
}

test('an error with its place, its words and its line', () => {
  const { errors, notices, revision } = state('# Le quai {#quai}\n\nUn tram.\n\n:::choise\nx\n:::\n');
  expect(notices.map(({ code }) => code)).toEqual(['heading-jump']);
  expect(errors).toEqual([
    {
      place: 'modules/depot/rames.md:10:1',
      code: 'unknown-directive',
      problem: expect.stringContaining('choise'),
      write: expect.stringContaining('choice'),
      source: ':::choise',
      column: 1,
    },
  ]);
  expect(revision).toBe(0);
  const english = state('# Le quai {#quai}\n\n:::choise\nx\n:::\n', '', 'depot', '', 'en').errors[0]?.problem;
  expect([english?.includes('choise'), english === errors[0]?.problem]).toEqual([true, false]);
});

test('notices of one session, or of all', () => {
  const body = '# Le quai {#quai}\n\n### Trop bas\n\nUn tram.\n';
  const places = (module: string) => state(body, module).notices.map(({ place, code }) => `${code} ${place}`);
  const [quai, soir] = ['heading-jump modules/depot/rames.md:8:1', 'heading-jump modules/depot/soir.md:8:1'];
  expect([places('rames'), places('soir'), places('')]).toEqual([[quai], [soir], [quai, soir]]);
  expect([state(body, 'rames').errors, state(body, 'rames').revision > 0]).toEqual([[], true]);
});

test('a file keeps its whole name if it is the base of names', () => {
  const [notice] = state('# Le quai {#quai}\n\n### Trop bas\n', 'rames', 'depot', 'modules/depot/rames.md').notices;
  expect(notice?.place).toMatch(/^\/.*\/rames\.md:8:1$/);
});

test('a very long line is not shown, and an unknown course has nothing', () => {
  const line = (length: number) =>
    state(`# Le quai {#quai}\n\n### ${'x'.repeat(length - 4)}\n`, 'rames').notices.find(({ code }) => code === 'heading-jump')?.source
      .length;
  expect([line(400), line(401)]).toEqual([400, 0]);
  expect(state('# Le quai {#quai}\n', '', 'autre')).toEqual({ revision: 0, errors: [], notices: [] });
});
