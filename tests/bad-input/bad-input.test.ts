import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Diagnostic, type Diagnostics, inOrder } from '../../build/diagnostics/diagnostics.ts';
import en from '../../build/diagnostics/en.json' with { type: 'json' };
import { messageOf } from '../../build/diagnostics/format.ts';
import fr from '../../build/diagnostics/fr.json' with { type: 'json' };
import { nearest } from '../../build/diagnostics/nearest.ts';
import type { BuildRequest } from '../../build/model/request.ts';
import { check } from '../../build/pipeline.ts';
import { engine } from '../helpers/engine.ts';
import { root } from '../helpers/examples-project.ts';
import { fileCases, page, textCases } from './cases.ts';
import { depot, type Files, requestFor } from './depot-project.ts';
import { pasteCases } from './paste-cases.ts';
import { peopleCases } from './people-cases.ts';
import { routeCases } from './route-cases.ts';
import { typeCases } from './type-cases.ts';

function findIn(files: Files, more: Partial<BuildRequest> = {}): Diagnostics {
  const { diagnostics } = check(requestFor(depot(files), more), engine);
  return diagnostics;
}

function places(diagnostics: Diagnostics): string[] {
  return diagnostics.list.map(({ code, at }) => `${code} ${at.file.replace(/^.*modules\/depot\//, '')}:${at.line}:${at.column}`);
}

test.each([...textCases, ...typeCases, ...pasteCases, ...peopleCases, ...routeCases, ...fileCases])(
  '%s is reported with its place',
  (_name, files, expected) => {
    const diagnostics = findIn(files);
    expect(places(diagnostics)).toEqual(expected);
    for (const diagnostic of diagnostics.list) {
      for (const language of ['fr', 'en'] as const) {
        const { problem, write } = messageOf(diagnostic, language);
        expect(`${problem} ${write}`).not.toMatch(
          /\{(near|name|key|value|id|file|line|has|draw|of|limit|expected|example|cohort|page|module|title|above|fit|cell|label)\}/,
        );
      }
    }
  },
);

test('a name that is not known brings the nearest one, in both languages', () => {
  const course = 'id: depot\ntitle: Dépôt\nmodules: [rames]\npeople: [{ id: nadia, name: Nadia, face: { hair: bobb } }]\n';
  const write = (files: Files): string[] =>
    findIn(files).list.flatMap((one) => (['fr', 'en'] as const).map((lang) => messageOf(one, lang).write));
  expect(write({ ...page('Une rame.'), 'course.yaml': course })).toEqual(['Vouliez-vous dire « bob » ?', 'Did you mean “bob”?']);
  expect(write(page(':::keep{icon=scrol}\nVoilà.\n:::'))).toEqual(['Vouliez-vous dire « scroll » ?', 'Did you mean “scroll”?']);
  expect(write({ ...page(':::scene\n## nadja\nOui.\n:::'), 'course.yaml': course.replace('bobb', 'bob') })[0]).toMatch(
    /^Vouliez-vous dire « nadia » \?/,
  );
});

test('what is to be written is in the syntax of the type that it is about', () => {
  const write = (body: string): string => {
    const found = findIn({ 'rames.md': `---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# A {#a}\n\n${body}\n`, 'plan.png': 'x' });
    return found.list.map((one) => messageOf(one, 'fr').write).join(' ');
  };
  const map = ':::stakeholder-map{#tour x="Intérêt; bas; haut" y="Pouvoir; bas; haut"}\n## haut, bs\n- un\n:::';
  expect(write(map)).toBe('Écrivez un mot de l’axe x (bas, haut), une virgule, un mot de l’axe y (bas, haut) : « ## haut, bas ».');
  const labels = ':::label-image{#tour}\n![Le plan](plan.png)\n\n| a | x | y |\n|---|---|---|\n| quai | 3 | 140 |\n| voie | 3 | 4 |\n:::';
  expect(write(labels)).toMatch(/\| La mairie \| 82 \| 22 \|\.$/);
  expect(write('-[x] Le patin')).toBe('Écrivez « - [x] Le patin » ; si c’est bien du texte, mettez « \\ » devant.');
  expect(write(':::callout{kind=danger}\nAttention.\n:::')).toBe('Écrivez par exemple kind=info, kind=tip, kind=warning, kind=law.');
  expect(write(':::hotspots{#tour}\n![Le plan](plan.png)\n\n## 20 30 | Le quai {right}\n:::')).toMatch(/^Ajoutez un point/);
  expect(write(':::hotspots{#tour}\n![Le plan](plan.png)\n\n## Le quai\nUn quai.\n:::')).toMatch(/^(?:[^#]*: ## 32 45 \| Nom\. ?){2}$/);
});

test('what a value must be is reported in the reader’s language, with a valid value as an example', () => {
  const front = (line: string): Files => ({ 'rames.md': `---\nid: rames\ntitle: Rames\n${line}\n---\n# A {#a}\n` });
  const write = (line: string): string[] =>
    findIn(front(line)).list.flatMap((one) => (['fr', 'en'] as const).map((lang) => messageOf(one, lang).write));
  expect(write('duration: 30 minutes')).toEqual(['Attendu : par exemple 90min.', 'Expected: for example 90min.']);
  expect(write('pass: 60%')).toEqual(['Attendu : par exemple 60.', 'Expected: for example 60.']);
  expect(write('on-fail: non')).toEqual(['Attendu : incomplete | failed.', 'Expected: incomplete | failed.']);
  expect(write('competencies: [Rouler]')).toEqual(['Attendu : par exemple rouler.', 'Expected: for example rouler.']);
  expect(write('---\n# B {#b}\n\n::video{src=tour}\n\n---').filter((_, index) => index < 2)).toEqual([
    'Écrivez par exemple src=media/visite.mp4.',
    'Write for example src=media/visit.mp4.',
  ]);
});

test('a cohort for whom nothing is left is named, the version without a cohort too', () => {
  const found = findIn({
    'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# La nuit {#nuit only=soir}\n\nTout dort.\n',
    'cohorts/matin.yaml': 'title: Matin\n',
    'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n',
  });
  expect(found.list.map((one) => messageOf(one, 'fr').problem)).toEqual([
    'La séance « Rames » n’a aucune page pour la version sans promotion : toutes sont réservées à d’autres (only=…).',
    'La séance « Rames » n’a aucune page pour la promotion « matin » : toutes sont réservées à d’autres (only=…).',
  ]);
});

test('what is nearest is offered where it is near', () => {
  expect([nearest('titel', ['title', 'pass']), nearest('elevé', ['faible', 'élevé'])]).toEqual(['title', 'élevé']);
  expect([nearest('elevé', ['faible', 'fort']), nearest('bref', ['brut'])]).toEqual(['', 'brut']);
  expect([nearest('chemin', ['cheval']), nearest('chemin', ['chat'])]).toEqual(['cheval', '']);
});

test.each([
  ['chioce', 'choice'],
  ['includ', 'include'],
  ['vrai-faux', 'true-false'],
  ['texte-a-trous', 'cloze'],
  ['Carte-mentale', 'mind-map'],
  ['true-or-false', 'true-false'],
  ['xyz', ''],
])('a directive called %s is taken for %s', (name, near) => {
  const [first] = findIn(page(`:::${name}{#a}\nTexte.\n:::`)).list;
  expect([first?.code, first?.values.near]).toEqual(['unknown-directive', near]);
});

test('a guess at a name is a sentence of its own, in no other', () => {
  for (const table of [fr, en]) {
    for (const { problem, write } of Object.values(table)) {
      expect(problem).not.toContain('{near}');
      if (write.includes('{near}')) expect(write).toMatch(/^\{near\}(?: |$)|\. \{near\}$/);
    }
  }
});

test('all mistakes are reported at once', () => {
  const body = '# A {#a}\n\n<b>x</b>\n\n:::chioce{#b}\n:::\n\n![](x.png)\n';
  const found = places(findIn({ 'rames.md': `---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n${body}` }));
  expect(found.map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['raw-html', 'unknown-directive', 'missing-alt', 'missing-asset']),
  );
});

const module = (id: string, body: string): string =>
  `---\nid: ${id}\ntitle: Une séance\ncompletion: visited\n---\n# Page {#page-${id}}\n\n${body}\n`;
const THREE = 'id: depot\ntitle: Dépôt\nlang: fr\nvariables: { plan: "" }\nmodules: [voies, rames, quais]\n';

test('errors of later stages are reported at once, in modules without earlier errors', () => {
  const found = findIn({
    'course.yaml': THREE,
    // The address and the page are wrong once variables and cohorts are known: here that is not looked at yet.
    'voies.md': module('voies', '<b>x</b>\n\n[le plan]({{plan}})'),
    'rames.md': module('rames', '[le plan]({{plan}})'),
    'quais.md': module('quais', '[la nuit](#nuit)\n\n# La nuit {#nuit only=soir}\n\nTout dort.'),
    'cohorts/matin.yaml': 'title: Matin\n',
    'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n',
  });
  // A problem in both the base and the cohort is reported once.
  expect(places({ ...found, list: inOrder(found.list) } as Diagnostics)).toEqual([
    'page-left-out quais.md:6:1',
    'empty-address rames.md:6:1',
    'raw-html voies.md:8:1',
    'raw-html voies.md:8:5',
  ]);
});

test('messages are in the order of files and lines, as text and as JSON', () => {
  const body = '![](x.png)\n\n<b>x</b>\n\n:::chioce{#b}\n:::\n\n{{chefs}} et <i>y</i>';
  const project = depot({
    'course.yaml': THREE,
    'voies.md': module('voies', body),
    'rames.md': module('rames', body),
    'quais.md': module('quais', 'Un quai.'),
  });
  const reported = [...cartable(project, '--lang', 'en', 'validate').stderr.matchAll(/^modules\/depot\/(\w+)\.md:(\d+):(\d+)/gm)].map(
    ([, file, line, column]) => [file, Number(line), Number(column)],
  );
  expect(reported.length).toBeGreaterThan(12);
  const byPlace = [...reported].sort((one, other) => {
    const at = one.findIndex((part, index) => part !== other[index]);
    return at < 0 ? 0 : (one[at] ?? 0) < (other[at] ?? 0) ? -1 : 1;
  });
  expect(reported).toEqual(byPlace);
  const { diagnostics } = JSON.parse(cartable(project, 'validate', '--json').stdout) as { diagnostics: readonly Diagnostic[] };
  expect(diagnostics.map(({ at }) => [at.file.replace(/^.*\/(\w+)\.md$/, '$1'), at.line, at.column])).toEqual(reported);
});

test('a missing file is reported with the nearest name', () => {
  const near = (files: Files): unknown[] => findIn(files).list.map(({ code, values }) => [code, values.near]);
  expect(near({ ...page('::include{file="commun/contcat.md"}'), 'commun/contact.md': 'Le dépôt.\n' })).toEqual([
    ['missing-asset', 'commun/contact.md'],
  ]);
  expect(near({ ...page('::include{file="comun/contcat.md"}'), 'commun/contact.md': 'Le dépôt.\n' })).toEqual([
    ['missing-asset', 'commun/contact.md'],
  ]);
  expect(near({ ...page('::figure{src=media\\plan.png alt="Le plan"}'), 'media/plan.png': 'x' })).toEqual([
    ['missing-asset', 'media/plan.png'],
  ]);
  const quiz = page('::quiz{#bilan bank="banque/rames.md"}');
  expect(near({ ...quiz, 'banks/rames.md': '---\ntitle: A\n---\n' })[0]).toEqual(['missing-bank', 'banks/rames.md']);
  expect(near({ ...quiz, 'banques/rame.md': '---\ntitle: A\n---\n' })[0]).toEqual(['missing-bank', 'banques/rame.md']);
  expect(near({ ...page('::include{file="a/b/c/d.md"}'), 'a/x.md': 'Le dépôt.\n' })).toEqual([['missing-asset', '']]);
  const listed = 'id: depot\ntitle: Dépôt\nlang: fr\nmodules: [rames, bogie]\n';
  expect(near({ 'course.yaml': listed, 'bogies.md': '' })).toEqual([['missing-module', 'bogies']]);
});

test('a course.yml is reported, not ignored', () => {
  const project = mkdtempSync(join(tmpdir(), 'cartable-yml-'));
  mkdirSync(join(project, 'modules/depot'), { recursive: true });
  writeFileSync(join(project, 'modules/depot/course.yml'), 'id: depot\n');
  const { diagnostics } = check(requestFor(project), engine);
  expect(places(diagnostics)).toEqual(['course-file-name course.yml:1:1']);
});

test('a file behind a link is refused', () => {
  const project = depot({ 'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# A {#a}\n\n![Le plan](plan.png)\n' });
  writeFileSync(join(project, 'secret.png'), 'x');
  symlinkSync(join(project, 'secret.png'), join(project, 'modules/depot/plan.png'));
  const { diagnostics } = check(requestFor(project), engine);
  expect(places(diagnostics)).toEqual(['outside-folder rames.md:8:12']);
});

test('names and cohorts that are not there, no course, a frozen lock', () => {
  expect(findIn({}, { names: ['rame'] }).list.map(({ code }) => code)).toEqual(['no-such-name']);
  expect(findIn({}, { cohorts: ['soir'] }).list.map(({ code }) => code)).toEqual(['no-such-cohort']);
  expect(findIn({}, { cohorts: ['base', 'rames'] }).list.map(({ code }) => code)).toEqual(['name-after-cohort']);
  expect(findIn({}, { frozen: true }).list.map(({ code }) => code)).toEqual(['lock-out-of-date']);
  const { diagnostics } = check(requestFor(mkdtempSync(join(tmpdir(), 'cartable-none-'))), engine);
  expect(diagnostics.list.map(({ code }) => code)).toEqual(['no-course']);
});

function cartable(project: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'build/cartable.cjs'), ...args], {
    cwd: project,
    encoding: 'utf8',
  });
}

test('a mistake ends with exit code 1, no stack trace, and the last good packages in place', () => {
  const project = depot({});
  execFileSync(process.execPath, [join(root, 'build/cartable.cjs'), 'build', '--target', 'scorm12'], { cwd: project, stdio: 'pipe' });
  const zip = join(project, 'dist/depot/rames.scorm12.zip');
  const before = readFileSync(zip);
  writeFileSync(
    join(project, 'modules/depot/rames.md'),
    '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# A {#a}\n\n<b>gras</b>\n',
  );
  const { status, stderr } = cartable(project, '--lang', 'fr', 'build', '--target', 'scorm12');
  expect(status).toBe(1);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr).toMatchInlineSnapshot(`
    "modules/depot/rames.md:8:1 erreur raw-html
      Le HTML n’est pas admis : <b>
      │ <b>gras</b>
      │ ^
      À faire : Écrivez en Markdown ; « < » seul s’écrit \\<.

    modules/depot/rames.md:8:8 erreur raw-html
      Le HTML n’est pas admis : </b>
      │ <b>gras</b>
      │        ^
      À faire : Écrivez en Markdown ; « < » seul s’écrit \\<.

    2 erreurs : rien n’a été construit, les derniers paquets sont intacts.
    "
  `);
  expect(readFileSync(zip).equals(before)).toBe(true);
  expect(readdirSync(join(project, 'dist/depot')).every((name) => /\.(zip|codebook\.csv|depot\.html|lock\.yaml)$/.test(name))).toBe(true);
});

test('a module that was built before and is missing from the lock is an error', () => {
  const project = depot({});
  expect(cartable(project, 'build', '--target', 'web').status).toBe(0);
  writeFileSync(join(project, 'modules/depot/course.lock.yaml'), '{ "version": 1, "modules": {} }\n');
  // With the copy beside the packages it would be restored.
  rmSync(join(project, 'dist/depot/course.lock.yaml'));
  const { status, stderr } = cartable(project, '--lang', 'en', 'build', '--target', 'web');
  expect(status).toBe(1);
  expect(stderr).toContain('lock-missing-module');
  expect(existsSync(join(project, 'dist/depot/rames.web.zip'))).toBe(true);
});
