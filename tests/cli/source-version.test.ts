import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type SourceVersion, sourceVersion } from '../../build/cli/source-version.ts';
import type { Version } from '../../build/versions/model.ts';
import { versionStrings } from '../../build/versions/strings.ts';
import { depot, type Files } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';
import { dayProject } from '../helpers/one-course.ts';

const strings = versionStrings('fr');

function session(id: string): Files {
  return { [`${id}.md`]: `---\nid: ${id}\ntitle: Les ${id}\ncompletion: visited\n---\n# Le quai {#p-${id}}\n\nUne rame attend.\n` };
}
const course = (more = ''): Files => ({ 'course.yaml': `id: depot\ntitle: Le dépôt\nlang: fr\nmodules: [rames, quais]\n${more}` });
const TWO: Files = { ...course('targets: [web, scorm12]\n'), ...session('rames'), ...session('quais') };

/** The members of an old package that decide what is made. */
function package_(more: Partial<Version> & { session?: string } = {}): Version {
  const { session = 'rames', ...rest } = more;
  return { course: 'depot', target: 'scorm12', whole: false, items: [{ content: { id: session } }], ...rest } as unknown as Version;
}

function made(project: string, old: Version, asked: readonly string[] = [], cohort = 'base'): SourceVersion {
  return sourceVersion(asked, old, cohort, commandContext(project).context, strings);
}
function versionOf(...call: Parameters<typeof made>): Version {
  const result = made(...call);
  if (!('version' in result)) throw new Error(JSON.stringify(result));
  return result.version;
}
function factsOf({ course, target, whole, items, cohort }: Version): unknown[] {
  return [course, items.map(({ content }) => content.id), whole, target, cohort];
}
const errorOf = (...call: Parameters<typeof made>): unknown => {
  const result = made(...call);
  return 'error' in result ? result.error : result;
};

test('the session of the old package is made for its target and cohort, and nothing is written', () => {
  const project = depot({ ...TWO, 'cohorts/nord.yaml': 'title: Nord\n' });
  const before = readdirSync(project, { recursive: true });
  const version = versionOf(project, package_({ session: 'quais' }));
  expect(factsOf(version)).toEqual(['depot', ['quais'], false, 'scorm12', '']);
  expect(version.name).toMatch(/modules\/depot\/quais\.md$/);
  expect(version.sources?.places.get('quais/p-quais')).toMatch(/quais\.md:6$/);
  expect(factsOf(versionOf(project, package_({ target: 'web' }), [], 'nord'))).toEqual(['depot', ['rames'], false, 'web', 'nord']);
  expect(readdirSync(project, { recursive: true })).toEqual(before);
});

test('the whole course is made for a package of the whole course', () => {
  const version = versionOf(depot(TWO), package_({ whole: true }));
  expect(factsOf(version)).toEqual(['depot', ['rames', 'quais'], true, 'scorm12', '']);
  expect(version.name).toMatch(/modules\/depot$/);
  const day = versionOf(dayProject(), package_({ whole: true, target: 'scorm2004-4' }));
  expect([day.whole, day.target]).toEqual([true, 'scorm2004-4']);
});

test('a target that the course has no more is replaced by its first one', () => {
  expect(versionOf(depot(TWO), package_({ target: 'scorm2004-4' })).target).toBe('web');
  const whole = depot({ ...TWO, ...course('targets: [scorm2004-4, scorm12]\n') });
  expect(versionOf(whole, package_({ target: 'scorm2004-4' })).target).toBe('scorm2004-4');
  expect(versionOf(whole, package_({ target: 'scorm2004-4', whole: true })).target).toBe('scorm12');
});

test('a name chooses the course or the session; a course alone, the session of the package', () => {
  const project = depot(TWO);
  // A copy under another id and another name of the folder.
  const copy = join(project, 'modules/copie');
  mkdirSync(copy);
  for (const [name, text] of Object.entries({ ...TWO, ...session('soir') }))
    writeFileSync(
      join(copy, name),
      String(text).replace('id: depot', 'id: nuit').replace('[rames, quais]', '[soir, quais]').replaceAll('#p-', '#n-'),
    );
  const items = (old: Version, ...asked: string[]) => versionOf(project, old, asked).items.map(({ content }) => content.id);
  expect(factsOf(versionOf(project, package_({ course: 'nuit', session: 'soir' }), ['nuit']))[0]).toBe('nuit');
  expect(items(package_({ course: 'nuit', session: 'quais' }), 'copie')).toEqual(['quais']);
  expect(items(package_({ session: 'rames' }), 'depot/quais')).toEqual(['quais']);
  expect(items(package_({ session: 'rames' }), 'soir')).toEqual(['soir']);
  expect(items(package_({ course: 'depot', session: 'quais' }))).toEqual(['quais']);
  expect(errorOf(project, package_({ course: 'pain' }))).toBe(strings.format('error.noCourse', { course: 'pain', names: 'nuit, depot' }));
  expect(errorOf(project, package_({ session: 'tunnel' }))).toBe(strings.format('error.noSession', { session: 'tunnel', course: 'depot' }));
});

test('each reason why there is no version has its sentence', () => {
  const project = depot(TWO);
  const names = 'depot';
  expect(errorOf(depot(TWO), package_({ course: 'pain' }))).toBe(strings.format('error.noCourse', { course: 'pain', names }));
  expect(errorOf(project, package_({ session: 'tunnel' }))).toBe(strings.format('error.noSession', { session: 'tunnel', course: 'depot' }));
  expect(errorOf(project, package_({ course: 'pain', session: 'tunnel' }), ['depot'])).toBe(
    strings.format('error.notNamed', { course: 'pain', other: 'depot' }),
  );
  expect(errorOf(depot({ ...TWO, ...course('targets: [scorm2004-4]\n') }), package_({ whole: true }))).toBe(
    strings.format('error.noWhole', { course: 'depot' }),
  );
});

test('a folder without courses is reported as one', () => {
  const project = depot(TWO);
  renameSync(join(project, 'modules'), join(project, 'cours'));
  expect(errorOf(project, package_())).toBe(strings.format('error.noCourses'));
});

/** @returns the codes of the mistakes */
function codes(...call: Parameters<typeof made>): unknown {
  const result = made(...call);
  return 'diagnostics' in result ? result.diagnostics.list.map(({ code, severity }) => `${severity} ${code}`) : result;
}

test('mistakes in the sources are returned, without warnings and notices', () => {
  const rames = `${session('rames')['rames.md']}\n`;
  const broken = depot({ ...TWO, 'rames.md': `${rames}### Trop bas\n\n:::choix\n:::\n` });
  expect(codes(broken, package_())).toEqual(['error unknown-directive']);
  const doubtful = depot({ ...TWO, 'rames.md': `${rames}### Trop bas\n` });
  expect(versionOf(doubtful, package_()).course).toBe('depot');
  expect(codes(depot(TWO), package_(), [], 'sud')).toEqual(['error no-such-cohort']);
  expect(codes(depot(TWO), package_(), ['tunnel'])).toEqual(['error no-such-name']);
});

test('a course that can’t be read may be the one: its mistakes are returned', () => {
  const project = depot({ 'course.yaml': 'id: [\n' });
  const result = made(project, package_());
  expect('diagnostics' in result && result.diagnostics.failed).toBe(true);
});
