import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Memo } from '../build/memo.ts';
import type { BuildRequest } from '../build/model/request.ts';
import { build, check, entriesOf, papersOf, plansOf } from '../build/pipeline.ts';
import { depot, type Files, requestFor } from './bad-input/depot-project.ts';
import { engine } from './helpers/engine.ts';
import { dayProject } from './helpers/one-course.ts';

const session = (id: string, text: string): Files => ({
  [`${id}.md`]: `---\nid: ${id}\ntitle: Les ${id}\ncompletion: visited\n---\n\n# Le quai {#p-${id}}\n\n${text}\n`,
});
const CHOICE = (id: string, wrong = 'La cloche'): string => `:::choice{#${id}}\nQuel frein ?\n\n- [x] Le patin\n- [ ] ${wrong}\n:::`;
const course = (targets: string, modules = 'voies, rames'): Files => ({
  'course.yaml': `id: depot\ntitle: Dépôt\nlang: fr\ntargets: [${targets}]\nmodules: [${modules}]\n`,
});
const TWO: Files = { ...course('scorm12, web'), ...session('rames', CHOICE('frein')), ...session('voies', 'Un rail.') };

/** Adds a course to a project. */
const other = (text: string): Files => ({
  '../port/course.yaml': 'id: port\ntitle: Port\nlang: fr\nmodules: [quais]\n',
  '../port/quais.md': `---\nid: quais\ntitle: Quais\ncompletion: visited\n---\n\n# Quai {#quai}\n\n${text}\n`,
});
const codes = ({ diagnostics }: { diagnostics: { list: readonly { code: string }[] } }): string[] =>
  diagnostics.list.map(({ code }) => code);
const run = (project: string, more: Partial<BuildRequest> = {}, memo?: Memo) => build(requestFor(project, more), engine, memo);

test('packages are made session by session, the course’s own last, and listed by their files', async () => {
  const progress: unknown[][] = [];
  const project = depot(TWO);
  const { packages, stale, locks, diagnostics } = await run(project, {
    targets: ['scorm12', 'web'],
    progress: (...args) => void progress.push(args),
  });
  const made = ['voies.scorm12', 'voies.web', 'rames.scorm12', 'rames.web', 'depot.scorm12', 'depot.web'];
  expect(progress).toEqual(made.map((name, at) => [at + 1, 6, `depot/${name}.zip`]));
  expect(packages.map(({ file }) => file)).toEqual(made.map((name) => `depot/${name}.zip`).sort());
  expect([stale, locks.length, diagnostics.list]).toEqual([[], 1, []]);
  expect(existsSync(join(project, 'modules/depot/course.lock.yaml'))).toBe(true);
});

test('with a mistake nothing is written; a check never writes', async () => {
  const wrong = depot({ ...TWO, ...session('voies', '::choix') });
  expect(await run(wrong)).toMatchObject({ packages: [], stale: [], locks: [] });
  const good = depot(TWO);
  expect(codes(check({ ...requestFor(good), checksOnly: true }, engine))).toEqual([]);
  for (const project of [wrong, good]) {
    expect(readdirSync(project)).toEqual(['modules']);
    expect(readdirSync(join(project, 'modules/depot'))).not.toContain('course.lock.yaml');
  }
});

test('a lost lock is restored by a build that may write it; a check and a frozen build only announce it', async () => {
  const project = depot(TWO);
  await run(project);
  rmSync(join(project, 'modules/depot/course.lock.yaml'));
  const found = (more: Partial<BuildRequest>): readonly unknown[] =>
    check(requestFor(project, more), engine).diagnostics.list.map(({ code, severity }) => `${severity} ${code}`);
  expect(found({})).toEqual(['warning lock-restored']);
  expect(found({ checksOnly: true })).toEqual(['warning lock-to-restore']);
  expect(found({ frozen: true })).toContain('warning lock-to-restore');
});

test('mistakes of courses that are not asked for are left out; names are looked up only among courses that can be read', () => {
  const project = depot({ ...TWO, ...other('::choix') });
  const found = (...names: readonly string[]): string[] => codes(check(requestFor(project, { names }), engine));
  expect([found(), found('port'), found('depot'), found('rames')]).toEqual([['unknown-directive'], ['unknown-directive'], [], []]);
  expect(codes(check(requestFor(depot(TWO), { names: ['gare'] }), engine))).toEqual(['no-such-name']);
  const unread = depot({ ...TWO, '../port/course.yaml': 'id: [\n' });
  expect(codes(check(requestFor(unread, { names: ['gare'] }), engine))).not.toContain('no-such-name');
});

test('two courses with one id, a folder without courses, and cohorts that nobody has are reported', () => {
  const twice = depot({ ...TWO, '../port/course.yaml': String(TWO['course.yaml']), '../port/rames.md': '', '../port/voies.md': '' });
  expect(codes(check(requestFor(twice), engine))).toContain('duplicate-id');
  const project = depot(TWO);
  expect(codes(check({ ...requestFor(project), modules: join(project, 'rien') }, engine))).toEqual(['no-course']);
  expect(codes(check(requestFor(project, { cohorts: ['nord'] }), engine))).toEqual(['no-such-cohort']);
});

test('a process that has packed the sessions still measures all of them for the course’s own package', async () => {
  const project = depot({ ...TWO, ...course('web', 'voies, rames') });
  const memo = new Memo();
  await run(project, { targets: ['web'] }, memo);
  const [again] = check(requestFor(project, { targets: ['web'] }), engine, memo).requested;
  expect([again?.due.modules, again?.due.wholes, again?.due.count]).toEqual([[], ['web'], 1]);
  expect(again?.variants.map(({ module }) => module.module.id)).toEqual(['voies', 'rames']);
});

test('packages of sessions that are gone are named, unless a course can not be read', async () => {
  const project = depot({ ...TWO, ...course('web', 'voies, rames'), ...other('Un bateau.') });
  const save = (name: string, text: string): void => writeFileSync(join(project, 'modules', name), text);
  const stale = async (): Promise<readonly unknown[]> =>
    (await run(project, { targets: ['web'], names: ['depot'], coursePackages: false })).stale;
  expect(await stale()).toEqual([]);
  save('depot/course.yaml', String(course('web', 'rames')['course.yaml']));
  save('port/course.yaml', 'id: [');
  const unread = await stale();
  save('port/course.yaml', String(other('')['../port/course.yaml']));
  expect([unread, await stale()]).toEqual([[], ['depot/voies.web.depot.html', 'depot/voies.web.zip']]);
});

test('what is requested are the courses with a name that is asked for, with the sessions that are due', () => {
  const project = depot({ ...TWO, ...other('Un bateau.') });
  const due = (...names: readonly string[]) =>
    check(requestFor(project, { names }), engine).requested.map(({ course: { source }, due: { modules, wholes }, variants }) => [
      source.course.value.id,
      modules.map(({ module }) => module.id),
      wholes,
      variants.map(({ module }) => module.module.id),
    ]);
  expect(due('rames')).toEqual([['depot', ['rames'], [], ['rames']]]);
  expect(due('port')).toEqual([['port', ['quais'], [], ['quais']]]);
  expect(due()).toEqual([
    ['depot', ['voies', 'rames'], ['scorm12'], ['voies', 'rames']],
    ['port', ['quais'], [], ['quais']],
  ]);
});

test('what changes for learners is reported once everything else is right', async () => {
  const project = depot(TWO);
  await run(project);
  const save = (wrong: string, more = ''): void =>
    writeFileSync(join(project, 'modules/depot/rames.md'), String(session('rames', `${CHOICE('frein', wrong)}\n\n${more}`)['rames.md']));
  save('Le gong');
  expect(codes(check(requestFor(project), engine))).toEqual(['part-replaced']);
  expect(codes(check(requestFor(project, { frozen: true }), engine))).toEqual(['lock-out-of-date', 'part-replaced']);
  save('Le gong', '::choix');
  expect(codes(check(requestFor(project), engine))).toEqual(['unknown-directive']);
});

test('an output folder that has guides gets new ones with each package', async () => {
  const project = depot({ ...TWO, ...course('web', 'rames') });
  const files = async (more: object): Promise<string[]> =>
    (await run(project, { targets: ['web'], ...more })).packages.map((one) => typeof one.papers);
  expect([await files({}), await files({ sheets: true }), await files({})]).toEqual([['undefined'], ['string'], ['string']]);
  expect(readdirSync(join(project, 'dist/depot')).some((name) => name.endsWith('.salle.html'))).toBe(true);
});

test('a file that can’t be written is reported, and what was known is forgotten', async () => {
  const project = depot(TWO);
  writeFileSync(join(project, 'dist'), 'un fichier');
  const memo = new Memo();
  const clear = vi.spyOn(memo, 'clear');
  const outcome = await run(project, {}, memo);
  expect([codes(outcome), outcome.packages, clear.mock.calls.length]).toEqual([['not-writable'], [], 1]);
  const broken = { ...engine, host: { ...engine.host, writeZip: () => Promise.reject(new Error('cassé')) } };
  await expect(build(requestFor(depot(TWO)), broken, memo)).rejects.toThrow('cassé');
  expect(clear).toHaveBeenCalledTimes(2);
});

test('a lock that another build writes meanwhile is read again', async () => {
  const project = depot(TWO);
  const lock = join(project, 'modules/depot/course.lock.yaml');
  await run(project, { targets: ['web'] });
  const before = readFileSync(lock, 'utf8');
  writeFileSync(join(project, 'modules/depot/voies.md'), String(session('voies', CHOICE('rail'))['voies.md']));
  await run(project, { targets: ['web'] });
  const after = readFileSync(lock, 'utf8');
  writeFileSync(lock, before);
  writeFileSync(join(project, 'dist/depot/course.lock.yaml'), before);
  let reads = 0;
  const { files } = engine.host;
  const racing = {
    ...files,
    read: (path: string) => {
      const bytes = files.read(path);
      // The other build is done just after this one has read the old lock.
      if (path.endsWith('modules/depot/course.lock.yaml') && reads++ === 0) writeFileSync(lock, after);
      return bytes;
    },
  };
  const outcome = await build(requestFor(project, { targets: ['web'] }), { ...engine, host: { ...engine.host, files: racing } });
  expect([codes(outcome), readFileSync(lock, 'utf8')]).toEqual([[], after]);
  expect(reads).toBeGreaterThan(1);
});

/** Plans of a project's packages. */
function plans(project: string, more: Partial<BuildRequest> = {}) {
  const request = requestFor(project, more);
  const [checked] = check(request, engine).requested;
  if (!checked) throw new Error('no course');
  return { checked, list: [...plansOf(checked, request, engine)] };
}

test('plans are made cohort by cohort: each session for each target, then the course', () => {
  const { list } = plans(depot({ ...TWO, 'cohorts/nord.yaml': 'title: Nord\n' }), { targets: ['scorm12', 'web'] });
  const facts = list.map(({ cohort, modules, whole, target, papers }) =>
    [cohort?.name ?? '', modules.map(({ content }) => content.id).join('+'), whole, target, papers === undefined].join(' '),
  );
  const one = (cohort: string): string[] => [
    ...['voies', 'rames'].flatMap((id) => ['scorm12', 'web'].map((target) => `${cohort} ${id} false ${target} true`)),
    ...['scorm12', 'web'].map((target) => `${cohort} voies+rames true ${target} true`),
  ];
  expect(facts).toEqual([...one(''), ...one('nord')]);
});

test('a course that is one SCO is planned as one, with its papers if they are asked for', () => {
  const { list } = plans(dayProject(), { sheets: true });
  expect(
    list.map(({ whole, modules, papers }) => [whole, modules.length, modules[0]?.content.chapters?.length, papers !== undefined]),
  ).toEqual([
    [false, 1, undefined, true],
    [false, 1, undefined, true],
    [true, 1, 2, true],
  ]);
});

test('the files of a package have a manifest for an LMS, and a single SCO at the root', () => {
  const namesOf = (more: Partial<BuildRequest>, at = 0): string[] => {
    const { list } = plans(depot(TWO), more);
    const plan = list.at(at);
    return plan ? entriesOf(plan, engine).map(({ name }) => name) : [];
  };
  const [alone, web, whole] = [namesOf({}), namesOf({ targets: ['web'] }), namesOf({}, -1)];
  expect([alone.includes('imsmanifest.xml'), web.includes('imsmanifest.xml')]).toEqual([true, false]);
  expect([alone.includes('content.js'), whole.includes('content.js'), whole.includes('rames/content.js')]).toEqual([true, false, true]);
});

test('papers of a session are those of a cohort', () => {
  const { checked } = plans(depot({ ...TWO, 'cohorts/nord.yaml': 'title: Nord\n' }));
  const { course: read } = checked;
  const [, rames] = read.modules;
  const nord = read.source.cohorts[0];
  if (!rames || !nord) throw new Error('no session');
  const papers = (cohort: Parameters<typeof papersOf>[2]): string =>
    papersOf(read, rames, cohort, engine)
      .map(({ data }) => new TextDecoder().decode(data))
      .join('\n');
  expect(papersOf(read, rames, null, engine).map(({ name }) => name)).toContain('rames.salle.html');
  expect([/Nord/.test(papers(null)), /Nord/.test(papers({ name: 'nord', file: nord.file.value as never }))]).toEqual([false, true]);
});
