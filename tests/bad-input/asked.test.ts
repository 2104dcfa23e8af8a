import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../build/pipeline.ts';
import { engine } from '../helpers/engine.ts';
import { runCartable } from '../helpers/run-cartable.ts';
import { depot, requestFor } from './depot-project.ts';

/** A project with a second course beside the depot; gives back its folder. */
function withWorkshop(files: Readonly<Record<string, string>>): string {
  const project = depot({});
  const folder = join(project, 'modules/atelier');
  mkdirSync(folder, { recursive: true });
  const all = { 'course.yaml': 'id: atelier\ntitle: Atelier\nlang: fr\nmodules: [tour]\n', ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return project;
}

const tour = (body: string): { 'tour.md': string } => ({
  'tour.md': `---\nid: tour\ntitle: Tour\ncompletion: visited\n---\n\n# Page {#page}\n\n${body}\n`,
});

test('a course that was not requested is not reported on', () => {
  const reported = (files: Readonly<Record<string, string>>, ...names: string[]): string[] => {
    const { diagnostics } = check(requestFor(withWorkshop(files), { names }), engine);
    return diagnostics.list.map(({ code }) => code);
  };
  expect(reported(tour('::embed{url="https://exemple.fr" title="Ailleurs"}'), 'depot')).toEqual([]);
  const wrong = tour('::embed{url="https://exemple.fr"}');
  expect(reported(wrong, 'depot')).toEqual([]);
  expect(reported(wrong, 'rames')).toEqual([]);
  expect(reported(wrong, 'atelier')).toEqual(['missing-attribute']);
  expect(reported(wrong, 'depot', 'tour')).toEqual(['missing-attribute']);
  expect(reported(wrong)).toEqual(['missing-attribute']);
  // Only with its variables and cohorts does it show that something is wrong.
  expect(reported(tour('[la nuit](#nuit)\n\n# La nuit {#nuit only=soir}\n\nTout dort.'), 'depot')).toEqual([]);
  const unreadable = { ...tour('Un tour.'), 'course.yaml': 'id: atelier\n' };
  expect(reported(unreadable, 'depot')).toEqual([]);
  expect(reported(unreadable, 'atelier')).toEqual(['missing-key', 'missing-key']);
  // It may be the name of one of its sessions.
  expect(reported(unreadable, 'depot', 'tour')).toEqual(['missing-key', 'missing-key']);
});

test('a course is built beside one in which something is wrong, of which nothing changes', async () => {
  const project = withWorkshop(tour('Un tour.'));
  const run = (...args: string[]) => runCartable(['build', ...args, '--target', 'web'], project);
  const lock = (name: string): string => readFileSync(join(project, 'modules', name, 'course.lock.yaml'), 'utf8');
  expect((await run()).code).toBe(0);
  const [atelier, dist] = [lock('atelier'), readdirSync(join(project, 'dist/atelier'))];
  writeFileSync(join(project, 'modules/atelier/tour.md'), `${tour('<b>')['tour.md']}\n\n# Autre {#autre}\n`);
  writeFileSync(
    join(project, 'modules/depot/rames.md'),
    '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# Le quai {#quai}\n\n# La voie {#voie}\n',
  );
  expect((await run()).code).toBe(1);
  const { code, err } = await run('depot');
  expect([code, err.includes('raw-html')]).toEqual([0, false]);
  expect(lock('depot')).toContain('voie');
  expect([lock('atelier'), readdirSync(join(project, 'dist/atelier'))]).toEqual([atelier, dist]);
  expect((await runCartable(['validate', 'depot'], project)).code).toBe(0);
  writeFileSync(join(project, 'modules/atelier/course.yaml'), 'id: atelier\n');
  expect(JSON.parse((await run('depot', '--json')).out).stale).toEqual([]);
});
