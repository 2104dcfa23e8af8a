import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { insertIds } from '../../build/text/insert-ids.ts';
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
