import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shownDiagnostics } from '../../build/cli/build.ts';
import { pictureSize } from '../../build/files/picture-size.ts';
import { nodeFiles } from '../../build/host/node/files.ts';
import { check } from '../../build/pipeline.ts';
import { Ids } from '../../build/stages/check/context.ts';
import { readLock } from '../../build/stages/number/lock.ts';
import { readReport } from '../../build/stages/pack/report.ts';
import { engine } from '../helpers/engine.ts';
import { root } from '../helpers/examples-project.ts';
import { FIRST_LOCK } from '../helpers/first-lock.ts';
import { isLong } from '../helpers/sweep.ts';
import { depot, type Files, rames, requestFor } from './depot-project.ts';

const page = (body: string): Files => rames(`# Le quai {#quai}\n\n${body}\n`);
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const COURSE = 'id: depot\ntitle: Au dépôt\nmodules: [rames]\n';

function lookAt(project: string): string[] {
  const { diagnostics } = check(requestFor(project), engine);
  return diagnostics.list.map(({ code, at }) => `${code} ${at.file.replace(/^.*modules\/(?:depot\/)?/, '')}:${at.line}:${at.column}`);
}

const look = (files: Files): string[] => lookAt(depot(files));

function cartable(project: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'build/cartable.cjs'), '--lang', 'fr', ...args], {
    cwd: project,
    encoding: 'utf8',
  });
}

test('an address that can not be decoded is one that is not there', () => {
  expect(look(page('[x](a%E0%A4.pdf) et ![y](%FF.png)'))).toEqual(['missing-asset rames.md:8:5', 'missing-asset rames.md:8:26']);
});

test('names of files that HTML would escape reach the package', () => {
  const names = ["l'école.png", 'a&b.png', 'a"b.png', 'a=b`c.png', 'a<b>.png'];
  const body = names.map(
    (name) => `::figure{src="${name.replaceAll('"', '\\"')}" alt="Un plan"}\n\n![Un plan](<${name.replace(/[<>]/g, '\\$&')}>)\n`,
  );
  const odd = `a.${'p'.repeat(180)}`;
  names.push(odd);
  body.push(`[Un plan](${odd})`);
  const project = depot({
    ...page(body.join('\n')),
    ...Object.fromEntries(names.map((name) => [name, PNG])),
    'course.lock.yaml': FIRST_LOCK,
  });
  const { status, stderr } = cartable(project, 'build', '--target', 'web', '--no-course');
  expect(`${status} ${stderr}`).toBe('0 1/1 depot/rames.web.zip\n');
});

test('a cohort whose file has no usable name, or the name of another, is reported', () => {
  expect(look({ 'cohorts/Soirée 2027.yaml': 'title: Soirée\n' })).toEqual(['cohort-name cohorts/Soirée 2027.yaml:1:1']);
  expect(look({ 'cohorts/base.yaml': 'title: Base\n' })).toEqual(['cohort-name cohorts/base.yaml:1:1']);
  expect(look({ 'cohorts/soir.yaml': 'title: Soir\n', 'cohorts/soir.yml': 'title: Soir\n' })).toEqual(['cohort-name cohorts/soir.yml:1:1']);
  expect(look({ cohorts: 'no folder' })).toEqual(['cohort-name cohorts:1:1']);
});

test('two packages never get one name', () => {
  const files = {
    'course.yaml': COURSE.replace('[rames]', '[depot]'),
    'rames.md': '',
    'depot.md': '---\nid: depot\ntitle: R\ncompletion: visited\n---\n# A {#a}\n',
  };
  expect(look(files)).toEqual(['duplicate-id course.yaml:3:11']);
  const project = depot({});
  mkdirSync(join(project, 'modules/zebre'));
  for (const name of ['course.yaml', 'rames.md'])
    writeFileSync(join(project, 'modules/zebre', name), readFileSync(join(project, 'modules/depot', name)));
  expect(lookAt(project)).toEqual(['duplicate-id zebre/course.yaml:1:5']);
});

test('lines may end as on an old Macintosh', () => {
  const text = '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# A {#a}\n\n<b>x\n';
  expect(look({ 'course.yaml': COURSE.replaceAll('\n', '\r'), 'rames.md': text.replaceAll('\n', '\r') })).toEqual([
    'raw-html rames.md:8:1',
  ]);
});

test('what is no file is not opened', () => {
  const project = depot(page('![Le plan](plan.png) ![Le plan](../../plan.png)'));
  for (const path of ['modules/depot/plan.png', 'plan.png']) execFileSync('mkfifo', [join(project, path)]);
  expect(lookAt(project)).toEqual(['missing-asset rames.md:8:12', 'outside-folder rames.md:8:33']);
});

test('a lock with anything else in it is no lock', () => {
  const one = (module: string): string => `{"version":1,"modules":{"rames":${module}}}`;
  const wrong = [
    one('{"pages":[1],"activities":[]}'),
    one('{"pages":["a","a"],"activities":[]}'),
    one('{"pages":[],"activities":[{"id":"a","parts":[]},{"id":"a","parts":[]}]}'),
    one('{"pages":[],"activities":[{"id":"a","parts":[{"text":"x","key":5}]}]}'),
    '{"version":1,"modules":[]}',
  ];
  for (const text of wrong) expect(readLock(text, 'depot'), text).toBeNull();
  const project = depot({});
  mkdirSync(join(project, 'modules/depot/course.lock.yaml'));
  expect(lookAt(project)).toEqual(['lock-broken course.lock.yaml:1:1']);
  expect(cartable(project, 'build', '--target', 'web').status).toBe(1);
});

test('a report of earlier builds with anything else in it is taken for what is whole in it', () => {
  const path = join(depot({}), 'build.json');
  const texts = ['[]', 'null', '5', '{"packages":5,"stale":5,"last":5}', '{"packages":[null,{"course":"depot","file":5}],"stale":[5]}'];
  for (const text of [...texts, '{"packages":{},"last":{"fingerprint":"x","files":5}}']) {
    writeFileSync(path, text);
    expect(readReport(nodeFiles, path), text).toEqual({ packages: [], stale: [] });
  }
});

test('an output folder that can not be written to is reported, the last good packages stay', () => {
  const project = depot({ 'course.yaml': 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames]\ncourse-targets: [web]\n' });
  const [out, zip] = [join(project, 'dist'), join(project, 'dist/depot/rames.web.zip')];
  writeFileSync(out, 'no folder');
  const first = cartable(project, 'build', '--target', 'web');
  expect(`${first.status} ${first.stderr.split('\n')[0]}`).toBe('1 dist:1:1 erreur not-writable');
  const other = cartable(project, 'build', '--target', 'web', '--no-course', '--out', 'autre');
  expect(other.status).toBe(0);
  writeFileSync(
    join(project, 'modules/depot/rames.md'),
    '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# A {#a}\n\nUne autre.\n',
  );
  mkdirSync(zip.replace('dist', 'autre').replace('rames', 'depot'), { recursive: true });
  const { status, stderr } = cartable(project, 'build', '--target', 'web', '--out', 'autre');
  expect(`${status} ${/^.*not-writable$/m.exec(stderr)?.[0]}`).toBe('1 autre/depot/depot.web.zip:1:1 erreur not-writable');
  expect(existsSync(zip.replace('dist', 'autre'))).toBe(true);
});

// The following tests prove that work is bounded: without a limit each of them would time out.

test('includes that multiply are stopped', () => {
  const bomb = Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`i${n}.md`, `::include{file="i${n + 1}.md"}\n`.repeat(20)]));
  expect(look({ ...page('::include{file="i0.md"}'), ...bomb, 'i6.md': 'Un mot.\n' })).toEqual([
    expect.stringMatching(/^include-too-much /),
  ]);
});

const MANY = isLong ? 20_000 : 2000;
const many = (make: (n: number) => string, length = MANY): string => Array.from({ length }, (_, n) => make(n)).join('');

test('texts made to be slow are read to their end', () => {
  expect(look(page(':term['.repeat(MANY)))).toEqual([]);
  expect(look(page(`](${'a '.repeat(10 * MANY)}`))).toEqual([]);
  // Each remark of a list lay in a function around those before it: the stack overflowed.
  expect(look(page('- un\n> deux\n'.repeat(MANY)))).toEqual([]);
  expect(look(page(`:term[a]{${'{{'.repeat(MANY)}`))).toEqual(['term-without-definition rames.md:8:1']);
  expect(look(page(`:::callout{${many((n) => `k${n} `)}}\n:::`))).toHaveLength(MANY + 1);
  expect(look({ 'course.yaml': COURSE + many((n) => `k${n}: 1\n`, MANY / 4) })).toHaveLength(100);
  const path = join(depot({ 'plan.svg': '<svg '.repeat(MANY) }), 'modules/depot/plan.svg');
  expect(pictureSize(nodeFiles, path)).toBeNull();
});

test('no text has too many mistakes to be reported', () => {
  expect(look(page('a<b>'.repeat(6.5 * MANY)))).toHaveLength(6.5 * MANY);
});

test('an id is free after as many looks as there were ids before it', () => {
  const ids = new Ids();
  const take = (): void => ids.keep([[ids.free('page'), { file: 'rames.md', line: 1, column: 1 }]]);
  Array.from({ length: MANY }, take);
  expect(ids.free('page')).toBe(`page-${MANY + 1}`);
});

test.each([
  ['cloze', many((n) => `[[mot ${n}]] `)],
  ['choice', `- [x] oui\n${many((n) => `- [ ] mot ${n}\n`)}`],
  ['true-false', many((n) => `- [x] mot ${n}\n`)],
  ['matching', `| a | b |\n|---|---|\n${many((n) => `| mot ${n} | sens ${n} |\n`, 2 * MANY)}`],
  ['order', many((n) => `1. mot ${n}\n`)],
  ['categorize', `## un\n\n${many((n) => `- mot ${n}\n`)}`],
  ['accordion', many((n) => `## mot ${n}\n\nAh.\n\n`, MANY / 2)],
])('%s: far too many parts are refused, with their place', (name, body) => {
  expect(look(page(`:::${name}{#trop}\n${body}\n:::`))).toContain('too-many-parts rames.md:8:1');
});

test('as many parts as are admitted are read', () => {
  const choices = (count: number): Files => page(`:::choice{#mots}\nQue dire ?\n\n${many((n) => `- [x] mot ${n}\n`, count)}:::`);
  expect(look(choices(200))).toEqual([]);
  expect(look(choices(201))).toEqual(['too-many-parts rames.md:8:1']);
});

test('thousands of mistakes are counted, the first are shown', () => {
  const project = depot(page('<b>\n\n'.repeat(3000)));
  const { status, stderr } = cartable(project, 'validate');
  expect(status).toBe(1);
  expect(stderr.match(/ raw-html$/gm)?.length).toBe(shownDiagnostics);
  expect(stderr).toContain('et 2800 autres');
  expect(cartable(depot(rames(`# ${'a {x} '.repeat(2.5 * MANY)}\n`)), 'validate').stderr.length).toBeLessThan(5000);
});
