import { expect, test } from 'vitest';
import { sharedNames } from '../../build/cli/shared-names.ts';
import type { PackageReport } from '../../build/model/report.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';

const session = '---\nid: soir\ntitle: Le soir\ncompletion: visited\n---\n\n# Le quai {#quai}\n\nUne rame attend.\n';
const course = (id: string): string => `id: ${id}\ntitle: Cours ${id}\nlang: fr\ntargets: [web]\nmodules: [soir]\n`;
const project = makeProject({
  'modules/trams/course.yaml': course('trams'),
  'modules/trams/soir.md': session,
  'modules/pain/course.yaml': course('pain'),
  'modules/pain/soir.md': session,
});

test('a session of two courses is built in both, and the table and a sentence show it', async () => {
  const { out } = await runCartable(['build', 'soir'], project);
  expect(out).toMatch(/^cours {2}séance/m);
  expect(out).toMatch(/^pain {3}soir.*\ntrams {2}soir/m);
  expect(out).toContain('soir existe dans pain et trams : les deux sont construits. Pour un seul : trams/soir.\n');
  expect((await runCartable(['build', 'soir', '--lang', 'en'], project)).out).toContain(
    'soir exists in pain and trams: both are built. For one only: trams/soir.\n',
  );
  const one = (await runCartable(['build', 'trams/soir'], project)).out;
  expect(one).toMatch(/^séance/m);
  expect(one).not.toContain('existe dans');
});

test('a name is warned about once, with the courses in the order of the alphabet', () => {
  const pack = (of: string, module?: string) => ({ course: of, ...(module && { module }) }) as PackageReport;
  const packages = [pack('trams', 'soir'), pack('pain', 'soir'), pack('trams', 'soir'), pack('trams'), pack('pain', 'matin')];
  expect(sharedNames(packages, ['soir', 'soir', 'matin', 'nuit', 'trams/soir'], 'fr')).toEqual([
    'soir existe dans pain et trams : les deux sont construits. Pour un seul : trams/soir.',
  ]);
  expect(sharedNames([...packages, pack('bus', 'soir'), pack('bus', 'matin')], ['matin', 'soir'], 'en')).toEqual([
    'matin exists in bus and pain: both are built. For one only: pain/matin.',
    'soir exists in bus, pain and trams: all are built. For one only: trams/soir.',
  ]);
  expect(sharedNames(packages, [], 'fr')).toEqual([]);
});

test('a mistake in the command has no place in a file', async () => {
  const { err } = await runCartable(['build', 'matin'], project);
  expect(err).toMatch(/^erreur no-such-name\n {2}« matin » n’est ni un cours, ni une séance\./m);
  expect((await runCartable(['build', '--cohort', 'nuit'], project)).err).toMatch(/^erreur no-such-cohort$/m);
});
