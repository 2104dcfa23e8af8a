import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, check } from '../../build/pipeline.ts';
import { engine } from '../helpers/engine.ts';
import { root } from '../helpers/examples-project.ts';
import { readZip } from '../helpers/read-zip.ts';
import { depot, type Files, rames, requestFor } from './depot-project.ts';

const page = (body: string): Files => rames(`# Le quai {#quai}\n\n${body}\n`);

function lookAt(project: string): string[] {
  const { diagnostics } = check(requestFor(project), engine);
  return diagnostics.list.map(({ code, at }) => `${code} ${at.file.replace(/^.*modules\/depot\//, '')}:${at.line}:${at.column}`);
}

function cartable(project: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'build/cartable.cjs'), '--lang', 'fr', ...args], { cwd: project, encoding: 'utf8' });
}

/** Makes a film that takes no room on the disk: all but its beginning is a hole. */
function makeFilm(path: string, bytes: number): void {
  mkdirSync(join(path, '..'), { recursive: true });
  const file = openSync(path, 'w');
  writeSync(file, Buffer.from('\0\0\0\x18ftypmp42', 'latin1'));
  closeSync(file);
  truncateSync(path, bytes);
}

const front = (id: string): string => `---\nid: ${id}\ntitle: Rames\ncompletion: visited\n---\n`;
const CONSTRUCTOR_COURSE = `id: depot
title: Dépôt
lang: fr
competencies: [{ id: COMPETENCY, title: Construire }]
variables: { constructor: le chef }
modules: [MODULE]
`;

/** A session that gives such a name to itself, to a page or to an activity. */
const session = (id: string, page: string, activity: string): string => `${front(id)}# Le quai {#${page}}

:::trainer
**3 min** Une note.
:::

:::choice{#${activity} competency=COMPETENCY}
Quel frein, {{constructor}} ?

- [x] Le patin
- [ ] La cloche
- [ ] Le sifflet
:::
`;

test.each([
  ['constructor', 'quai', 'frein'],
  ['rames', 'constructor', 'frein'],
  ['rames', 'quai', 'constructor'],
])('a name that every JavaScript object has is one like others: %s, %s, %s', async (id, page, activity) => {
  // A course that is one module shows a competency beside its sessions: it has another name.
  const competency = id === 'rames' ? 'constructor' : 'construire';
  const text = session(id, page, activity).replace('COMPETENCY', competency);
  const cohort = `title: Les constructeurs\nvariables: { constructor: la cheffe }\nmodules: { ${id}: { title: Autre } }\n`;
  for (const kind of ['sco-per-module', 'one-sco']) {
    const project = depot({
      'course.yaml': `${CONSTRUCTOR_COURSE.replace('MODULE', id).replace('COMPETENCY', competency)}package: ${kind}\n`,
      [`${id}.md`]: text,
      'cohorts/constructor.yaml': cohort,
    });
    if (id !== 'rames') rmSync(join(project, 'modules/depot/rames.md'));
    // The second build finds a lock and a choice that is gone.
    for (const version of [text, text.replace('- [ ] Le sifflet\n', '')]) {
      writeFileSync(join(project, `modules/depot/${id}.md`), version);
      const { diagnostics, packages } = await build(requestFor(project, { sheets: true }), engine);
      expect(diagnostics.list.filter(({ severity }) => severity !== 'notice')).toEqual([]);
      expect(packages.map(({ file }) => file)).toContain(`depot/constructor/${id}.scorm12.zip`);
    }
  }
});

test('a variable, a competency and a type with such a name are unknown if they don’t exist', () => {
  const body =
    ':::choice{#frein competency=constructor}\nQuel frein, {{constructor}} ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n\n:::constructor\n:::';
  expect(lookAt(depot(page(body))).sort()).toEqual([
    'unknown-competency rames.md:8:1',
    'unknown-directive rames.md:15:1',
    'unknown-variable rames.md:9:13',
  ]);
});

test('a key __proto__ is reported with its place', () => {
  const cohort = 'title: Soir\nvariables: { __proto__: x }\nmodules:\n  __proto__: { pass: 3 }\n';
  expect(lookAt(depot({ 'cohorts/soir.yaml': cohort }))).toEqual([
    'unknown-key cohorts/soir.yaml:2:14',
    'unknown-key cohorts/soir.yaml:4:3',
  ]);
});

test('a course.yaml, an asset or a text that is a folder is reported as one', () => {
  const project = depot(page('![Le plan](plans)\n\n::include{file="plans"}'));
  mkdirSync(join(project, 'modules/depot/plans'));
  expect(lookAt(project)).toEqual(['is-a-folder rames.md:8:12', 'is-a-folder rames.md:10:1']);
  rmSync(join(project, 'modules/depot/course.yaml'));
  mkdirSync(join(project, 'modules/depot/course.yaml'));
  expect(lookAt(project)).toEqual(['is-a-folder course.yaml:1:1']);
  const { status, stderr } = cartable(project, 'new', 'module', 'Le soir');
  expect([status, stderr]).toEqual([2, 'modules/depot/course.yaml n’a pas de liste « modules » à compléter.\n']);
});

test.each(['page.html', 'page.HTM', 'page.xhtml', 'dessin.svgz', 'code.js', 'page.mht'])('a link to %s is refused', (name) => {
  const project = depot({ ...page(`[La page](assets/${name})`), [`assets/${name}`]: '<p>Bonjour' });
  expect(lookAt(project)).toEqual(['active-file rames.md:8:11']);
});

test('a linked drawing is looked into like a shown one', () => {
  const drawing = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="3">${inner}</svg>`;
  const linked = page('[Le plan](assets/plan.svg)');
  expect(lookAt(depot({ ...linked, 'assets/plan.svg': drawing('<script>1</script>') }))).toEqual(['active-picture rames.md:8:11']);
  expect(lookAt(depot({ ...linked, 'assets/plan.svg': drawing('<path d="M0 0h1"/>') }))).toEqual([]);
});

test('a file whose own name has a %20 is found by its name, and as an address', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const body = '![A](<assets/a b%20c.png>)\n\n![B](assets/a%20b%2520c.png)\n\n::figure{src="assets/a b%20c.png" alt=C}';
  const project = depot({ ...page(body), 'assets/a b%20c.png': png });
  expect(lookAt(project)).toEqual([]);
  const request = requestFor(project, { targets: ['web'], coursePackages: false });
  await build(request, engine);
  const zip = await readZip(join(request.out, 'depot/rames.web.zip'));
  expect(zip.map(({ name }) => name).filter((name) => name.startsWith('assets/') && name.endsWith('.png'))).toHaveLength(1);
});

test('a file above 4 GiB is refused where it is named', () => {
  const project = depot(page('::video{src=media/tour.mp4 title=Le-tour captions=media/tour.vtt}'));
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour\n';
  makeFilm(join(project, 'modules/depot/media/tour.mp4'), 2 ** 32);
  writeFileSync(join(project, 'modules/depot/media/tour.vtt'), vtt);
  expect(lookAt(project)).toEqual(['file-too-large rames.md:8:9']);
  makeFilm(join(project, 'modules/depot/media/tour.mp4'), 2 ** 32 - 1);
  expect(lookAt(project)).toEqual([]);
});

test('a package that all its files make too large is reported, and nothing is half-written', () => {
  const films = ['a', 'b'].map((name) => `::video{src=media/${name}.mp4 title=Film captions=media/tour.vtt}`);
  const project = depot({ ...page(films.join('\n\n')), 'media/tour.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour\n' });
  for (const name of ['a', 'b']) makeFilm(join(project, `modules/depot/media/${name}.mp4`), 2.5 * 2 ** 30);
  const { status, stderr } = cartable(project, 'build', '--target', 'web');
  expect(status).toBe(1);
  expect(stderr).toContain('package-too-large');
  expect(stderr).toContain('Le paquet rames.web.zip dépasserait 4 Gio');
  expect(stderr).not.toMatch(/\n\s+at |en panne/);
});
