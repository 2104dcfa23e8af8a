import { expect, test } from 'vitest';
import { count, strings } from '../../build/cli/strings.ts';
import en from '../../build/diagnostics/en.json' with { type: 'json' };
import fr from '../../build/diagnostics/fr.json' with { type: 'json' };
import { previewStrings } from '../../build/preview/server/strings.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';

const nowhere = makeProject({});
const commands = [
  'build',
  'validate',
  'ids',
  'new',
  'gallery',
  'preview',
  'present',
  'studio',
  'schemas',
  'snippets',
  'lock',
  'list',
  'report',
  'diff',
  'release',
];

test('the help is in the language of the system, or in the requested one', async () => {
  const { code, out } = await runCartable(['--help'], nowhere);
  expect(code).toBe(0);
  for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  expect(out).toContain('Commandes :');
  const english = await runCartable(['--help'], nowhere, { LANG: 'en_GB.UTF-8' });
  expect(english.out).toContain('Commands:');
  expect((await runCartable(['--lang', 'fr', '--help'], nowhere, { LANG: 'en_GB.UTF-8' })).out).toBe(out);
  expect((await runCartable(['--lang=en', '--help'], nowhere)).out).toBe(english.out);
});

test.each([...commands, 'lock merge'])('%s --help lists its options and exit codes, in both languages', async (command) => {
  for (const [lang, title, use] of [
    ['fr', 'Codes de sortie :', 'Usage :'],
    ['en', 'Exit codes:', 'Usage:'],
  ] as const) {
    const { code, out, err } = await runCartable([...command.split(' '), '--help', '--lang', lang], nowhere);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`${use} cartable ${command}`);
    expect(out.slice(out.indexOf(title)).match(/^ {2}(0|1|2|70) /gm)).toHaveLength(4);
    // It goes after any command.
    expect(out).toMatch(/^ {2}--lang <lang>/m);
  }
});

test.each([
  [['bild'], 'erreur La commande « bild » n’existe pas.\nVouliez-vous dire « build » ?'],
  [['build', '--targt', 'web'], 'erreur L’option « --targt » n’existe pas.\nVouliez-vous dire « --target » ?'],
  [
    ['build', '--target', 'scorm13'],
    'erreur L’option « --target » ne peut pas valoir « scorm13 ». Écrivez : scorm12, scorm2004-3, scorm2004-4, web.\nVouliez-vous dire « scorm12 » ?',
  ],
  [['build', '--target'], 'erreur L’option « --target » attend une valeur.'],
  [
    ['new', 'modul', 'x'],
    'erreur « quoi » ne peut pas valoir « modul ». Écrivez : course, module, activity.\nVouliez-vous dire « module » ?',
  ],
  [['new', 'course'], 'erreur Il manque « nom ».'],
  [['schemas', 'x'], 'erreur Trop de mots après la commande : il en faut 0 au plus, et il y en a 1.'],
  [['--lang', 'de', 'build'], 'erreur L’option « --lang » ne peut pas valoir « de ». Écrivez : fr, en.'],
  [['preview', '--port', '70000'], 'erreur L’option « --port » ne peut pas valoir « 70000 ». Écrivez un nombre de 0 à 65535.'],
])('%j is a wrong call: the nearest name is offered, and the exit code is 2', async (args, message) => {
  const { code, out, err } = await runCartable(args, nowhere);
  expect([code, out]).toEqual([2, '']);
  expect(err).toBe(`${message}\n« npx --no cartable help » montre les commandes et leurs options.\n`);
});

test('without a command the help is shown, as a wrong call', async () => {
  const { code, err } = await runCartable([], nowhere);
  expect(code).toBe(2);
  expect(err).toContain('Commandes :');
});

test('a wrong call in English is reported in English', async () => {
  const { err } = await runCartable(['bild', '--lang', 'en'], nowhere);
  expect(err).toContain("error unknown command 'bild'\n(Did you mean build?)");
});

test('a mistake of the author ends with 1 and without a stack', async () => {
  const project = makeProject({ 'modules/depot/course.yaml': 'id: depot\ntitle: Le dépôt\nmodules: [tram]\n' });
  const { code, err } = await runCartable(['build'], project);
  expect(code).toBe(1);
  expect(err).toMatchInlineSnapshot(`
    "modules/depot/course.yaml:3:11 erreur missing-module
      La séance « tram » de course.yaml n’a pas de fichier tram.md.
      │ modules: [tram]
      │           ^
      À faire : Créez le fichier ou remettez-le, ou retirez tram de « modules ». Vérifiez l’orthographe.

    1 erreur : rien n’a été construit, les derniers paquets sont intacts.
    "
  `);
});

test('one thing is one, more are several', () => {
  const output = (n: number, language: 'fr' | 'en'): string => count('valid', { n }, language);
  expect([0, 1, 2].map((n) => output(n, 'fr'))).toEqual([
    'Tout est en ordre : 0 séance.',
    'Tout est en ordre : 1 séance.',
    'Tout est en ordre : 2 séances.',
  ]);
  expect([0, 1, 2].map((n) => output(n, 'en'))).toEqual([
    'All is well: 0 sessions.',
    'All is well: 1 session.',
    'All is well: 2 sessions.',
  ]);
  for (const table of [strings, previewStrings, fr, en]) expect(JSON.stringify(table)).not.toMatch(/\((?:s|e|es|x)\)/);
});

test('an internal failure is one line and 70; its stack only on request', async () => {
  const project = makeProject({ modules: 'a file where the courses would have a folder' });
  const { code, err } = await runCartable(['new', 'course', 'Tram'], project);
  expect(code).toBe(70);
  expect(err.trim().split('\n')).toEqual([expect.stringMatching(/^Cartable est en panne : (ENOTDIR|EEXIST)/)]);
  const debug = await runCartable(['new', 'course', 'Tram'], project, { CARTABLE_DEBUG: '1' });
  expect(debug.code).toBe(70);
  expect(debug.err).toMatch(/^ {4}at /m);
});
