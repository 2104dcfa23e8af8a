import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Memo } from '../build/memo.ts';
import type { PackagePlan } from '../build/model/package.ts';
import type { BuildRequest } from '../build/model/request.ts';
import { build, check, entriesOf, papersOf, plansOf } from '../build/pipeline.ts';
import { depot, type Files, requestFor } from './bad-input/depot-project.ts';
import { engine } from './helpers/engine.ts';
import { dayProject } from './helpers/one-course.ts';

const session = (id: string, text: string): Files => ({
  [`${id}.md`]: `---\nid: ${id}\ntitle: Les ${id}\ncompletion: visited\n---\n\n# Le quai {#p-${id}}\n\n${text}\n`,
});
const COURSE = 'id: depot\ntitle: Dépôt\nlang: fr\ntargets: [scorm12, web]\nmodules: [voies, rames]\n';
const NOTE = ':::trainer\nSortez le sifflet.\n:::';
const TWO: Files = { 'course.yaml': COURSE, ...session('rames', `Une rame.\n\n${NOTE}`), ...session('voies', 'Un rail.') };
const OTHER: Files = {
  '../port/course.yaml': 'id: port\ntitle: Port\nlang: fr\nmodules: [quais]\n',
  '../port/quais.md': '---\nid: quais\ntitle: Quais\ncompletion: visited\n---\n\n# Quai {#quai}\n\nUn bateau.\n',
};
const NORTH = { 'cohorts/nord.yaml': 'title: Nord\nmodules: { matin: { title: Le matin du nord } }\n' };

function plans(project: string, more: Partial<BuildRequest> = {}, memo?: Memo): PackagePlan[] {
  const request = requestFor(project, more);
  const [checked] = check(request, engine, memo).requested;
  if (!checked) throw new Error('no course');
  return [...plansOf(checked, request, engine)];
}
const facts = (list: readonly PackagePlan[]): string[] =>
  list.map(({ cohort, modules, whole, target }) => `${cohort?.name ?? ''} ${modules.map(({ content }) => content.id)} ${whole} ${target}`);
const textOf = ({ papers }: PackagePlan): string => (papers?.sheets ?? []).map(({ data }) => new TextDecoder().decode(data)).join('\n');

test('only the cohorts that are asked for are planned, each with its sessions, though no course package is made', () => {
  const project = depot({ ...TWO, 'cohorts/nord.yaml': 'title: Nord\n' });
  expect(facts(plans(project, { cohorts: ['nord'], coursePackages: false }))).toEqual([
    'nord voies false scorm12',
    'nord rames false scorm12',
  ]);
  expect(facts(plans(project, { coursePackages: false })).map((one) => one.split(' ')[0])).toEqual(['', '', 'nord', 'nord']);
});

test('sessions that are packed already are in the course’s package alone', async () => {
  const project = depot(TWO);
  const memo = new Memo();
  await build(requestFor(project), engine, memo);
  expect(facts(plans(project, {}, memo))).toEqual([' voies,rames true scorm12']);
  const alone = { coursePackages: false };
  expect((await build(requestFor(project, alone), engine, memo)).packages).toEqual([]);
});

test('the trainer’s notes are in the papers of a session, and those of the course have all sessions', () => {
  const project = depot(TWO);
  const [voies, rames, whole] = plans(project, { sheets: true }) as [PackagePlan, PackagePlan, PackagePlan];
  expect([voies, rames].map((one) => textOf(one).includes('Sortez le sifflet'))).toEqual([false, true]);
  expect(['Les voies', 'Les rames'].map((title) => textOf(whole).includes(title))).toEqual([true, true]);
  const [checked] = check(requestFor(project), engine).requested;
  const module = checked?.course.modules.find((one) => one.module.id === 'rames');
  if (!checked || !module) throw new Error('no session');
  const sheets = papersOf(checked.course, module, null, engine).map(({ data }) => new TextDecoder().decode(data));
  expect(sheets.join('\n')).toContain('Sortez le sifflet');
});

test('a course that is one SCO is at the root of its package, and each cohort has its own', () => {
  const wholes = plans(dayProject(NORTH)).filter(({ whole }) => whole);
  expect(wholes.map(({ cohort, modules: [one] }) => [cohort?.name, one?.content.chapters?.[0]?.title])).toEqual([
    [undefined, 'Le matin'],
    ['nord', 'Le matin du nord'],
  ]);
  const names = entriesOf(wholes[0] as PackagePlan, engine).map(({ name }) => name);
  expect([names.includes('content.js'), names.some((name) => name.endsWith('/content.js'))]).toEqual([true, false]);
});

test('the packages of all courses count together', async () => {
  const totals = new Set<number>();
  const progress = (_: number, all: number): void => void totals.add(all);
  await build(requestFor(depot({ ...TWO, ...OTHER }), { progress }), engine);
  expect([...totals]).toEqual([4]);
});

test('once one package has guides, a later build makes them for all packages', async () => {
  const project = depot(TWO);
  const papers = async (more: Partial<BuildRequest>): Promise<string[]> => {
    const request = requestFor(project, { coursePackages: false, ...more });
    return (await build(request, engine)).packages.map((one) => typeof one.papers);
  };
  expect([await papers({}), await papers({ names: ['rames'], sheets: true })]).toEqual([['undefined', 'undefined'], ['string']]);
  writeFileSync(join(project, 'modules/depot/voies.md'), String(session('voies', 'Deux rails.')['voies.md']));
  expect(await papers({})).toEqual(['string', 'string']);
});
