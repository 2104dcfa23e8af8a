import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runIds } from '../../build/cli/ids.ts';
import { insertIds } from '../../build/text/insert-ids.ts';
import { commandContext } from '../helpers/command-context.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';

describe('insertIds', () => {
  test.each([
    [':::choice', ':::choice{#x}'],
    [':::choice{attempts=2}', ':::choice{#x attempts=2}'],
    [':::choice{}', ':::choice{#x}'],
    ['  ::: choice {attempts=2}  ', '  ::: choice {#x attempts=2}  '],
    ['::quiz{bank="banks/a.md"}', '::quiz{#x bank="banks/a.md"}'],
    ['# Le fournil', '# Le fournil {#x}'],
    ['# Le fournil  ', '# Le fournil {#x}  '],
    ['# Le fournil ##', '# Le fournil {#x} ##'],
    ['# Le fournil {only=distance}', '# Le fournil {#x only=distance}'],
    ['# Le {{lieu}}', '# Le {{lieu}} {#x}'],
    ['# Le {{lieu}} {only=soir} #', '# Le {{lieu}} {#x only=soir} #'],
    ['\ufeff# Le fournil', '\ufeff# Le fournil {#x}'],
  ])('%j becomes %j', (line, expected) => {
    expect(insertIds(line, [{ line: 1, id: 'x' }])).toEqual({ text: expected, lost: [] });
  });

  test('everything else stays, byte for byte, and a line that is neither directive nor heading is left alone', () => {
    const text = 'a\r\n# Un\r\n\tb  \n:::choice\r\r\nfin';
    const lost = { line: 3, id: 'perdu' };
    const result = insertIds(text, [{ line: 4, id: 'q' }, { line: 2, id: 'un' }, lost]);
    expect(result).toEqual({ text: 'a\r\n# Un {#un}\r\n\tb  \n:::choice{#q}\r\r\nfin', lost: [lost] });
  });
});

const question = ':::choice\nQuand cuit-on ?\n\n- [x] La nuit\n- [ ] Jamais\n:::\n';

function bakery(): string {
  return makeProject({
    'modules/pain/course.yaml': 'id: pain\ntitle: Le pain\nmodules: [petrir, cuire]\n',
    'modules/pain/petrir.md':
      `---\nid: petrir\ntitle: Pétrir\n---\n\n# La pâte\n\n${question}\n::include{file="commun/rappel.md"}\n`.replaceAll('\n', '\r\n'),
    'modules/pain/cuire.md':
      '---\nid: cuire\ntitle: Cuire\n---\n\n# La pâte au four {#pate-au-four}\n\n::quiz{#bilan bank="banks/four.md"}\n',
    'modules/pain/commun/rappel.md': question.replace('Quand cuit-on', 'Qui pétrit'),
    'modules/pain/banks/four.md': `---\ntitle: Four\n---\n\n${question}\n${question.replace('Quand', 'Où')}`,
  });
}

test('ids lists what is missing and ends with 1; --write writes it, changes only those files, and leaves nothing to do', async () => {
  const project = bakery();
  const file = (name: string): string => join(project, 'modules/pain', name);
  const untouched = statSync(file('cuire.md')).mtimeMs;
  const before = readFileSync(file('petrir.md'), 'utf8');

  const listed = await runCartable(['ids'], project);
  expect(listed.code).toBe(1);
  expect(listed.out).toBe(
    [
      'modules/pain/petrir.md:6:1  {#la-pate}',
      'modules/pain/petrir.md:8:1  {#quand-cuit-on}',
      'modules/pain/commun/rappel.md:1:1  {#qui-petrit}',
      'modules/pain/banks/four.md:5:1  {#quand-cuit-on-2}',
      'modules/pain/banks/four.md:12:1  {#ou-cuit-on}',
      'Identifiants manquants : 5 ; « npx --no cartable ids --write » les écrit.\n',
    ].join('\n'),
  );
  expect(readFileSync(file('petrir.md'), 'utf8')).toBe(before);

  const written = await runCartable(['ids', '--write'], project);
  expect([written.code, written.err]).toEqual([0, '']);
  expect(readFileSync(file('petrir.md'), 'utf8')).toBe(
    before.replace('# La pâte\r', '# La pâte {#la-pate}\r').replace(':::choice\r', ':::choice{#quand-cuit-on}\r'),
  );
  expect(readFileSync(file('banks/four.md'), 'utf8').match(/\{#[^}]+\}/g)).toEqual(['{#quand-cuit-on-2}', '{#ou-cuit-on}']);
  expect(statSync(file('cuire.md')).mtimeMs).toBe(untouched);

  expect(await runCartable(['ids'], project)).toMatchObject({ code: 0, out: 'Aucun identifiant ne manque.\n' });
  expect((await runCartable(['build', '--target', 'web'], project)).code).toBe(0);
});

test('an id that stands further on is not given to another', async () => {
  const project = bakery();
  const bank = join(project, 'modules/pain/banks/four.md');
  writeFileSync(bank, readFileSync(bank, 'utf8').replaceAll(':::choice\nQuand', ':::choice{#quand-cuit-on}\nQuand'));
  expect((await runCartable(['ids', '--write'], project)).out).toContain('petrir.md:8:1  {#quand-cuit-on-2}');
  expect((await runCartable(['validate'], project)).code).toBe(0);
});

test('an id that a removed activity had is not given to another', async () => {
  const project = bakery();
  const file = join(project, 'modules/pain/petrir.md');
  await runCartable(['ids', '--write'], project);
  await runCartable(['build', '--target', 'web'], project);
  writeFileSync(file, readFileSync(file, 'utf8').replace('{#quand-cuit-on}', '{#autre}'));
  await runCartable(['build', '--target', 'web'], project);
  writeFileSync(file, readFileSync(file, 'utf8').replace('{#autre}', ''));
  const { out } = await runCartable(['ids'], project);
  expect(out).toContain('petrir.md:8:1  {#quand-cuit-on-3}');
});

describe('called in this process', () => {
  const head = (id: string): string => `---\nid: ${id}\ntitle: ${id}\ncompletion: visited\n---\n\n`;
  const files = {
    'modules/pain/course.yaml': 'id: pain\ntitle: Le pain\nmodules: [petrir, cuire]\n',
    'modules/pain/petrir.md': `${head('petrir')}# La pâte\n\n::include{file="commun/rappel.md"}\n`,
    'modules/pain/cuire.md': `${head('cuire')}# Le four\n\n::include{file="commun/rappel.md"}\n`,
    'modules/pain/commun/rappel.md': 'Un rappel.\n\n## Rien\n',
    'modules/tarte/course.yaml': 'id: tarte\ntitle: La tarte\nmodules: [fruits]\n',
    'modules/tarte/fruits.md': `${head('fruits')}# Les fruits\n`,
    'modules/vide/course.yaml': 'id: [\n',
  };

  async function ids(names: readonly string[], isWriting = false, project = makeProject(files)) {
    const { context, printed, complaints } = commandContext(project);
    const code = await runIds(names, isWriting, context);
    const places = printed.filter((line) => line.includes('{#')).map((line) => line.replace(/^.*modules\//, ''));
    return { code, places, last: printed.at(-1), complaints, project };
  }
  const DOUGH = 'pain/petrir.md:7:1  {#la-pate}';
  const OVEN = 'pain/cuire.md:7:1  {#le-four}';
  const FRUIT = 'tarte/fruits.md:7:1  {#les-fruits}';

  test.each([
    [[], [DOUGH, OVEN, FRUIT]],
    [['pain'], [DOUGH, OVEN]],
    [['cuire'], [OVEN]],
    [
      ['cuire', 'tarte'],
      [OVEN, FRUIT],
    ],
    [['pain/petrir'], [DOUGH]],
  ])('%j asks for %j', async (names, places) => {
    const found = await ids(names);
    expect([found.code, found.places]).toEqual([1, places]);
    expect(found.last).toContain(`: ${places.length} ;`);
    expect(found.last).toContain('« cartable ids --write »');
  });

  test('a name that no course has is reported, and nothing is written', async () => {
    const project = makeProject(files);
    const { code, places, complaints } = await ids(['pain', 'tunnel'], true, project);
    expect([code, places, complaints.join('')]).toEqual([1, [], expect.stringContaining('tunnel')]);
    expect(readFileSync(join(project, 'modules/pain/petrir.md'), 'utf8')).toBe(files['modules/pain/petrir.md']);
  });

  test('only the requested files are written; those written are listed, then counted', async () => {
    const { code, places, last, project } = await ids(['cuire'], true);
    expect([code, places, last]).toEqual([0, [OVEN], 'Identifiants écrits : 1.']);
    expect(readFileSync(join(project, 'modules/pain/cuire.md'), 'utf8')).toContain('# Le four {#le-four}');
    expect(readFileSync(join(project, 'modules/pain/petrir.md'), 'utf8')).toBe(files['modules/pain/petrir.md']);
    expect(await ids(['cuire'], true, project)).toMatchObject({ code: 0, places: [], last: 'Aucun identifiant ne manque.' });
  });

  test('of two files, each gets its own id, even at the same line', async () => {
    const { code, project } = await ids(['pain'], true);
    const headings = ['petrir', 'cuire'].map((name) => readFileSync(join(project, `modules/pain/${name}.md`), 'utf8').match(/^# .*$/gm));
    expect([code, headings]).toEqual([0, [['# La pâte {#la-pate}'], ['# Le four {#le-four}']]]);
  });

  test('a text that two sessions include is asked for once', async () => {
    const shared = { ...files, 'modules/pain/commun/rappel.md': ':::choice\nQui pétrit ?\n\n- [x] Lui\n- [ ] Elle\n:::\n' };
    const { places } = await ids(['pain'], false, makeProject(shared));
    expect(places.filter((place) => place.includes('rappel.md'))).toEqual(['pain/commun/rappel.md:1:1  {#qui-petrit}']);
  });
});
