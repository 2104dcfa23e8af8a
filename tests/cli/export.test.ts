import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { depot } from '../bad-input/depot-project.ts';
import { BANK, DAY } from '../helpers/one-course.ts';
import { runCartable } from '../helpers/run-cartable.ts';

test('a course becomes Moodle XML; what Moodle can’t say is reported with its place', async () => {
  const project = depot({
    ...DAY,
    'matin.md': `${DAY['matin.md']}\n:::scale{#ou levels="non; oui"}\nOù ?\n\n- Je freine\n- Je roule\n:::\n`,
  });
  const { code, out, err } = await runCartable(['export', 'depot', '--to', 'moodle-xml'], project);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('4 questions dans depot.xml');
  expect(out).toMatch(/modules\/depot\/matin\.md:\d+ {2}#ou {2}«\u00a0scale\u00a0» n’existe pas dans Moodle\./);
  const xml = readFileSync(join(project, 'depot.xml'), 'utf8');
  expect(xml.match(/<idnumber>[^<]*/g)).toEqual(['q-frein', 'b-sable', 'b-feu', 'recit'].map((id) => `<idnumber>${id}`));
  expect(xml).toContain('<text>$course$/top/Fonds</text>');
});

test('a bank becomes GIFT, without a session that asks it; --json lists what is lost', async () => {
  const project = depot({ 'banks/fonds.md': BANK.replace('#b-sable', '#b-sable points=2').replace(/ competency=\w+/g, '') });
  const { code, out } = await runCartable(['export', 'modules/depot/banks/fonds.md', '--to', 'gift', '--json'], project);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ file: 'fonds.gift', made: 2, remarks: [{ id: 'b-sable', key: 'export.points', level: 'lost' }] });
  expect(readFileSync(join(project, 'fonds.gift'), 'utf8')).toContain(
    '::b-feu::Le feu\u202f? {\n=Le feu, oui\n~Le feu, non\n~Le feu, parfois\n}',
  );
});

test.each([
  ['a name that is nothing', ['export', 'gare', '--to', 'gift'], '« gare »'],
  ['a file that is no bank', ['export', 'note.txt', '--to', 'gift'], 'erreur note.txt n’est ni une banque d’un cours, ni un cours.'],
  ['a bank with errors', ['export', 'modules/depot/banks/fonds.md', '--to', 'gift'], 'no-right-choice|fonds.md'],
  [
    'a folder that is not there',
    ['export', 'depot', '--to', 'gift', '--out', 'rien/depot.gift'],
    'erreur rien/depot.gift ne peut pas être écrit',
  ],
  ['a file that exists', ['export', 'depot', '--to', 'gift', '--out', 'note.txt'], 'note.txt existe déjà'],
])('%s is reported, and nothing is written', async (_, args, sentence) => {
  const project = depot({ 'banks/fonds.md': '---\ntitle: Fonds\n---\n\n:::choice{#b}\nQuoi ?\n\n- [ ] a\n- [ ] b\n:::\n' });
  writeFileSync(join(project, 'note.txt'), 'note');
  const { code, err } = await runCartable(args, project);
  expect(code).toBe(1);
  expect(err).toMatch(new RegExp(sentence));
  expect(existsSync(join(project, 'fonds.gift'))).toBe(false);
  expect(readFileSync(join(project, 'note.txt'), 'utf8')).toBe('note');
});

test('the format is required', async () => {
  expect((await runCartable(['export', 'depot'], depot({}))).code).toBe(2);
});
