import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { runList } from '../../build/cli/list.ts';
import { strings } from '../../build/cli/strings.ts';
import { depot, type Files, rames } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';

async function listed(project: string): Promise<string[]> {
  const printed: string[] = [];
  const context = {
    engine,
    modules: join(project, 'modules'),
    language: 'fr',
    command: (args: string) => `cartable ${args}`,
    print: (text: string) => void printed.push(text),
  };
  expect(await runList(context as unknown as CommandContext)).toBe(0);
  return printed.join('\n').split('\n');
}
const COURSE = 'id: depot\ntitle: Le dépôt\nlang: fr\nmodules: [rames, soir-long]\ntargets: [scorm12, web]\n';
const of = (files: Files) => listed(depot({ 'course.yaml': COURSE, ...files }));

test('a course with its sessions, cohorts and targets', async () => {
  const w = strings.fr;
  const [head, ...lines] = await of({ 'cohorts/nord.yaml': 'title: Nord\n', 'cohorts/sud.yaml': 'titre: x\n' });
  expect(head).toBe('depot  Le dépôt');
  expect(lines.slice(0, 2)).toEqual([`  ${w.listModules}`, '    rames      Les rames']);
  expect(lines[2]).toMatch(/^ {4}soir-long {2}\(.*\)$/);
  expect(lines.slice(3)).toEqual([`  ${w.listCohorts}`, '    nord (Nord)', '    sud', `  ${w.listTargets}`, '    scorm12, web']);
  expect((await of({})).includes(`  ${w.listCohorts}`)).toBe(false);
  expect((await of({ 'cohorts/sud.yaml': 'title: Sud\n' })).slice(4, 6)).toEqual([`  ${w.listCohorts}`, '    sud (Sud)']);
});

test('a course whose parts have no numbers yet is listed as well', async () => {
  const page = '# Le quai {#quai}\n\n:::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n';
  expect((await of(rames(page)))[2]).toBe('    rames      Les rames');
  const bare = page.replace(' {#quai}', '').replace('{#frein}', '');
  expect((await of(rames(bare)))[2]).toBe('    rames      Les rames');
});

test('an empty line stands between courses, in the order of their folders', async () => {
  const lines = await of({ '../pain/course.yaml': COURSE.replace('depot', 'pain'), '../abri/course.yaml': 'id: [\n' });
  const heads = lines.filter((line) => /^\S/.test(line)).map((line) => line.split(' ')[0]);
  expect([heads, lines.filter((line) => line === '').length, lines[1]]).toEqual([['abri', 'depot', 'pain'], 2, '']);
});

test('a course that can not be read, and none', async () => {
  expect((await of({ 'course.yaml': 'id: [\n' }))[0]).toMatch(/^depot \(/);
  expect((await listed('/nowhere'))[0]).toContain('cartable new course');
});
