import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../e2e/read-content.ts';
import { dayProject, EVENING, MORNING, question } from '../helpers/one-course.ts';
import { readZip } from '../helpers/read-zip.ts';
import { startCartable } from '../helpers/run-cartable.ts';

async function textIn(zip: string): Promise<string> {
  const entries = await readZip(zip);
  return entries.map((entry) => entry.content.toString('utf8')).join('\n');
}

test('a course that is one SCO follows after a pause, and keeps the numbers of what moved meanwhile', async () => {
  const project = dayProject();
  const zip = (name: string): string => join(project, 'dist/depot', `${name}.web.zip`);
  const running = startCartable(['build', '--watch', '--target', 'web'], project);
  await running.says(/Ctrl\+C/);
  const before = readContent(await readZip(zip('depot')));
  const write = (name: string, text: string): void => writeFileSync(join(project, 'modules/depot', name), text);
  write('matin.md', String(MORNING['matin.md']).replace(question('q-frein', 'Le frein', 'competency=freiner'), 'Bonjour.\n'));
  await running.says(/cours entier \(depot\) : 1 paquet/);
  expect(await textIn(zip('depot'))).toContain('Bonjour.');
  write('soir.md', `${EVENING['soir.md']}\n${question('q-frein', 'Le frein', 'competency=freiner')}`);
  await expect
    .poll(async () => readContent(await readZip(zip('depot'))).activities.find(({ id }) => id === 'q-frein')?.page)
    .toBe('terminus');
  const after = readContent(await readZip(zip('depot')));
  const numbers = ({ activities }: typeof before) => new Map(activities.map(({ id, n }) => [id, n]));
  expect(numbers(after)).toEqual(numbers(before));
  expect((await running.stop()).err).not.toContain('panne');
});
