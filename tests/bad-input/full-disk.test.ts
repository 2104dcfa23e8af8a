import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bakeryProject, makeProject, runApart, runCartable } from '../helpers/run-cartable.ts';

/** Makes the disk full for files of this name: half of a text is written, then there is no room. */
const FULL = `const fs = require('node:fs');
const name = new RegExp(process.env.FULL);
const error = (path) => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', ...(path && { path }) });
const { writeFileSync, openSync, writev } = fs;
const full = new Set();
fs.writeFileSync = (path, data, ...rest) => {
  if (!full.has(path) && !name.test(String(path))) return writeFileSync(path, data, ...rest);
  writeFileSync(path, data.slice(0, data.length / 2), ...rest);
  throw error();
};
fs.openSync = (path, ...rest) => {
  const fd = openSync(path, ...rest);
  if (name.test(String(path))) full.add(fd); else full.delete(fd);
  return fd;
};
fs.writev = (fd, chunks, ...rest) => (full.has(fd) ? rest.at(-1)(error()) : writev(fd, chunks, ...rest));
`;

function fill(project: string, name: string): Record<string, string> {
  writeFileSync(join(project, 'full.cjs'), FULL);
  return { NODE_OPTIONS: `--require ${join(project, 'full.cjs')}`, FULL: name };
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]).sort() : [];
}

test.each(['course\\.yaml', 'seance-1\\.md', 'promotion-1', 'package\\.json'])(
  'new course with no room for %s leaves nothing',
  async (name) => {
    const project = makeProject({});
    const { code, out, err } = await runApart(['new', 'course', 'Neuf'], project, fill(project, name));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/Le disque est plein[^\n]*rien n’est à moitié écrit[^\n]*\n$/);
    expect(filesIn(project).filter((file) => file !== 'full.cjs' && file !== 'modules')).toEqual([]);
    expect((await runCartable(['new', 'course', 'Neuf'], project)).code).toBe(0);
  },
);

test.each(['nuit\\.md', 'course\\.yaml'])('new module with no room for %s leaves the course as it was', async (name) => {
  const project = makeProject({});
  await runCartable(['new', 'course', 'Neuf'], project);
  const before = filesIn(project);
  const yaml = readFileSync(join(project, 'modules/neuf/course.yaml'), 'utf8');
  const { code, err } = await runApart(['new', 'module', 'Nuit'], project, fill(project, name));
  expect([code, err]).toEqual([1, expect.stringContaining('Le disque est plein')]);
  expect(filesIn(project).filter((file) => file !== 'full.cjs')).toEqual(before);
  expect(readFileSync(join(project, 'modules/neuf/course.yaml'), 'utf8')).toBe(yaml);
});

test.each(['\\.zip', 'codebook\\.csv', 'build\\.json', 'course\\.lock\\.yaml'])(
  'build with no room for %s keeps the last good files',
  async (name) => {
    const project = bakeryProject();
    expect((await runCartable(['build', '--target', 'scorm12'], project)).code).toBe(0);
    const zips = filesIn(join(project, 'dist')).filter((file) => file.endsWith('.zip'));
    const source = join(project, 'modules/boulangerie/petrissage.md');
    writeFileSync(
      source,
      `${readFileSync(source, 'utf8')}\n# Encore {#encore}\n\n:::choice{#du-pain}\nDu pain ?\n\n- [x] Oui\n- [ ] Non\n:::\n`,
    );
    const { code, err } = await runApart(['build', '--target', 'scorm12'], project, fill(project, name));
    expect(code).toBe(1);
    expect(err).toContain('not-writable');
    expect(err).not.toMatch(/\n\s+at |en panne/);
    const left = filesIn(project);
    expect(left.filter((file) => file.endsWith('.part'))).toEqual([]);
    expect(left.filter((file) => file.endsWith('.zip')).map((file) => file.replace(/^dist[\\/]/, ''))).toEqual(zips);
    expect((await runCartable(['build', '--target', 'scorm12', '--frozen'], project)).code).toBe(name.includes('lock') ? 1 : 0);
  },
);
