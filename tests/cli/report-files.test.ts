import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type ReportOptions, runReport } from '../../build/cli/report.ts';
import { count, fill, strings } from '../../build/cli/strings.ts';
import { build } from '../../build/pipeline.ts';
import { depot, requestFor } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';
import { engine } from '../helpers/engine.ts';

const samples = join(import.meta.dirname, '../fixtures/results');
const NAMES = ['s1-interactions-all.tab_separated.txt', 's1-completion.csv'];
const BOOK = 'seance-1.codebook.csv';

function downloads(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-bilan-'));
  for (const name of names) cpSync(join(samples, name), join(folder, name));
  return folder;
}
async function report(folder: string, options: ReportOptions = {}) {
  const { context, printed, complaints } = commandContext(folder);
  const code = await runReport('.', options, context);
  return { code, printed, complaints };
}
const shown = (...path: readonly string[]): string => relative(process.cwd(), join(...path));

test('the terminal gets the number of people, of those who have not finished, and a warning', async () => {
  const folder = downloads([...NAMES, BOOK]);
  const { code, printed, complaints } = await report(folder);
  expect([code, complaints, printed]).toEqual([
    0,
    [],
    [
      count('reportMade', { n: 6, page: shown(folder, 'bilan/bilan.html') }, 'fr'),
      count('reportOpen', { n: 5 }, 'fr'),
      strings.fr.reportPrivate,
    ],
  ]);
});

test('without a codebook nothing is made: it is asked for, in the folder of the downloads', async () => {
  const folder = downloads(NAMES);
  const { code, printed, complaints } = await report(folder);
  expect([code, printed, complaints]).toEqual([1, [], [expect.stringContaining(`mettez-le dans ${shown(folder)},`)]]);
  expect(readdirSync(folder)).not.toContain('bilan');
});

test('the codebook beside a package is read, whatever the case of its name', async () => {
  const project = depot({});
  await build(requestFor(project), engine);
  for (const name of ['paquet.zip', 'paquet.ZIP']) {
    const [folder, packages] = [downloads(NAMES), downloads([])];
    cpSync(join(project, 'dist/depot/rames.scorm12.zip'), join(packages, name));
    const without = await report(folder, { package: [join(packages, name)] });
    expect([without.code, without.complaints]).toEqual([1, [expect.stringContaining('.codebook.csv')]]);
    cpSync(join(samples, BOOK), join(packages, 'paquet.codebook.csv'));
    expect((await report(folder, { package: [join(packages, name)] })).complaints).toEqual([]);
  }
});

test('the folder of a report is relative to the current one, which is itself named by a dot', async () => {
  const folder = downloads([...NAMES, BOOK]);
  const out = mkdtempSync(join(tmpdir(), 'cartable-ailleurs-'));
  const { code, printed } = await report(folder, { out: relative(process.cwd(), join(out, 'x')), json: true });
  expect([code, JSON.parse(printed.join('')).report]).toEqual([0, shown(out, 'x/bilan.html')]);
  expect(readdirSync(join(out, 'x'))).toContain('bilan.html');
  const bare = downloads(NAMES);
  const here = vi.spyOn(process, 'cwd').mockReturnValue(bare);
  const { complaints } = await report(bare).finally(() => here.mockRestore());
  expect(complaints).toEqual([expect.stringContaining('mettez-le dans .,')]);
});

test('a report that is made again keeps its sheets', async () => {
  const folder = downloads([...NAMES, BOOK]);
  const sheets = (): string[] => readdirSync(join(folder, 'bilan')).filter((name) => name.startsWith('releve-'));
  await report(folder);
  const first = sheets();
  await report(folder);
  expect([first.length, sheets()]).toEqual([6, first]);
});

test('remarks on the files are counted', async () => {
  const folder = downloads([...NAMES, BOOK]);
  for (const name of ['z.csv', 'notes.csv', 'a.csv']) writeFileSync(join(folder, name), 'a,b\n1,2\n');
  expect((await report(folder)).printed.slice(1)).toEqual([
    count('reportOpen', { n: 5 }, 'fr'),
    count('reportNotes', { n: 3 }, 'fr'),
    strings.fr.reportPrivate,
  ]);
  const { notes } = JSON.parse(readFileSync(join(folder, 'bilan/report.json'), 'utf8'));
  expect(JSON.stringify(notes)).toMatch(/a\.csv.*notes\.csv.*z\.csv/);
});

test('a codebook is read once, though it is named twice, and another one is read too', async () => {
  const folder = downloads(NAMES);
  const book = join(samples, BOOK);
  const { code, printed } = await report(folder, { codebook: [book, book], json: true });
  const page = shown(folder, 'bilan/bilan.html');
  expect([code, JSON.parse(printed.join(''))]).toEqual([
    0,
    { report: page, people: 6, sessions: 1, questions: 101, unfinished: 5, notes: 0 },
  ]);
  const { sessions } = JSON.parse(readFileSync(join(folder, 'bilan/report.json'), 'utf8'));
  expect(sessions[0].questions.some(({ rightWords }: { rightWords: string }) => rightWords !== '')).toBe(true);
});

test.each<[string, (folder: string) => ReportOptions, keyof (typeof strings)['fr'], string]>([
  ['a package that is not there', () => ({ package: ['rien.zip'] }), 'noSuchFile', 'rien.zip'],
  ['a folder in place of a codebook', () => ({ codebook: ['dossier'] }), 'noSuchFile', 'dossier'],
  [
    'a file that is too large',
    (folder) => {
      writeFileSync(join(folder, 'grand.csv'), '');
      truncateSync(join(folder, 'grand.csv'), 256 * 1024 * 1024 + 1);
      return {};
    },
    'unreadable',
    'grand.csv',
  ],
  [
    'a file that the system doesn’t give',
    (folder) => {
      symlinkSync('/proc/self/mem', join(folder, 'memoire.csv'));
      return {};
    },
    'unreadable',
    'memoire.csv',
  ],
  ['an output below a file', (folder) => ({ out: join(folder, BOOK, 'bilan') }), 'notWritable', `${BOOK}/bilan`],
])('%s is named, and nothing is written', async (_, prepare, key, file) => {
  const folder = downloads([...NAMES, BOOK]);
  mkdirSync(join(folder, 'dossier'));
  const { code, printed, complaints } = await report(folder, prepare(folder));
  expect([code, printed]).toEqual([1, []]);
  expect(complaints).toEqual([expect.stringContaining(fill(strings.fr[key], { file: shown(folder, file) }))]);
  expect(readdirSync(folder)).not.toContain('bilan');
});

test('a folder that is not there is named as one, also as JSON', async () => {
  const folder = downloads([]);
  const { context, printed, complaints } = commandContext(folder);
  expect(await runReport('absent', { json: true }, context)).toBe(1);
  const { errors } = JSON.parse(printed.join(''));
  expect([complaints, errors]).toEqual([[], [fill(strings.fr.noSuchFolder, { file: shown(folder, 'absent') })]]);
});
