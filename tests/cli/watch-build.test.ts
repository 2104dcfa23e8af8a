import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runWatch } from '../../build/cli/watch-build.ts';
import { commandContext } from '../helpers/command-context.ts';
import { engine } from '../helpers/engine.ts';
import { riddles } from '../helpers/own-type.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, startCartable } from '../helpers/run-cartable.ts';

function session(id: string, text: string): string {
  return `---\nid: ${id}\ntitle: ${id}\n---\n\n# Page {#p-${id}}\n\n${text}\n\n:::choice{#q-${id}}\nOù ?\n\n- [x] Ici\n- [ ] Là\n:::\n`;
}

function depot(): string {
  return makeProject({
    'modules/depot/course.yaml': 'id: depot\ntitle: Le dépôt\nmodules: [matin, soir]\n',
    'modules/depot/matin.md': session('matin', 'Le premier tram sort à cinq heures.'),
    'modules/depot/soir.md': session('soir', 'Le dernier rentre à une heure.'),
  });
}

async function text(zip: string): Promise<string> {
  const entries = await readZip(zip);
  return entries.map((entry) => entry.content.toString('utf8')).join('\n');
}

test('a saved session has its new zip; others stay; mistakes are reported and the last good zip stays; the course follows', async () => {
  const project = depot();
  const zip = (name: string): string => join(project, 'dist/depot', `${name}.web.zip`);
  const source = join(project, 'modules/depot/matin.md');
  const running = startCartable(['build', '--watch', '--target', 'web'], project);
  await running.says(/Ctrl\+C/);
  const soir = statSync(zip('soir')).mtimeMs;
  const course = statSync(zip('depot')).ino;

  writeFileSync(source, session('matin', 'Le premier tram sort à six heures.'));
  await running.says(/matin : 1 paquet en \d+ ms/);
  expect(await text(zip('matin'))).toContain('à six heures');
  const print = createHash('sha256')
    .update(readFileSync(zip('matin')))
    .digest('hex');
  expect(readFileSync(zip('matin').replace('.zip', '.depot.html'), 'utf8')).toContain(print);
  expect(statSync(zip('soir')).mtimeMs).toBe(soir);
  expect(statSync(zip('depot')).ino).toBe(course);
  await running.says(/cours entier \(depot\) : 1 paquet/);
  expect(await text(zip('depot'))).toContain('à six heures');
  expect(statSync(zip('soir')).mtimeMs).toBe(soir);

  const good = readFileSync(zip('matin'));
  writeFileSync(source, session('matin', ':::choix\n:::'));
  expect(await running.says(/unknown-directive/)).toMatch(/modules\/depot\/matin\.md:8:1 erreur unknown-directive/);
  expect(readFileSync(zip('matin'))).toEqual(good);

  // A mistake between two files: reported although only one of them was saved, and gone with it.
  writeFileSync(source, session('matin', 'À sept heures.').replace('#q-matin', '#q-soir'));
  await running.says(/duplicate-id/);
  writeFileSync(source, session('matin', 'À sept heures.'));
  await expect.poll(() => text(zip('matin'))).toContain('À sept heures');

  const { code, err } = await running.stop();
  expect(code).toBe(0);
  expect(err).not.toContain('panne');
});

test('a new cohort, a new module and a changed course are built; the lock is kept', async () => {
  const project = depot();
  const running = startCartable(['build', '--watch', '--target', 'web', '--no-course'], project);
  await running.says(/Ctrl\+C/);
  writeFileSync(join(project, 'modules/depot/nuit.md'), session('nuit', 'Le dépôt dort.'));
  writeFileSync(join(project, 'modules/depot/course.yaml'), 'id: depot\ntitle: Le dépôt\nmodules: [matin, nuit, soir]\n');
  await expect.poll(() => existsSync(join(project, 'dist/depot/nuit.web.zip'))).toBe(true);
  rmSync(join(project, 'modules/depot/soir.md'));
  await running.says(/missing-module/);
  writeFileSync(join(project, 'modules/depot/soir.md'), session('soir', 'Le dernier rentre.'));
  await expect.poll(() => text(join(project, 'dist/depot/soir.web.zip'))).toContain('Le dernier rentre.');
  const { out } = await running.stop();
  expect(out).not.toContain('cours entier (');
  const lock = readFileSync(join(project, 'modules/depot/course.lock.yaml'), 'utf8');
  for (const id of ['q-matin', 'q-nuit', 'q-soir']) expect(lock).toContain(`"${id}"`);
});

test('with --json each build is a line', async () => {
  const project = depot();
  const running = startCartable(['build', '--watch', '--json', '--target', 'web', '--no-course'], project);
  await running.says(/\n/);
  writeFileSync(join(project, 'modules/depot/soir.md'), session('soir', ':::choix\n:::'));
  await running.says(/unknown-directive.*\n/);
  const lines = (await running.stop()).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({
    diagnostics: [{ code: 'lock-first', severity: 'notice' }],
    packages: [{ module: 'matin' }, { module: 'soir' }],
    ms: expect.any(Number),
  });
  expect(lines.at(-1)).toMatchObject({ diagnostics: [{ code: 'unknown-directive' }], packages: [] });
});

test('a saved file of a type of the project makes its packages again; a mistake in it is reported and mended', async () => {
  const project = makeProject(riddles);
  const template = join(project, 'types/devinette/template.hbs');
  const before = readFileSync(template, 'utf8');
  const running = startCartable(['build', '--watch', '--target', 'web', '--no-course'], project);
  await running.says(/Ctrl\+C/);
  const zip = join(project, 'dist/devinettes/une.web.zip');
  const has = async (part: string): Promise<boolean> => (await text(zip)).includes(part);

  writeFileSync(template, before.replace('type="text"', 'type="search"'));
  await expect.poll(() => has('type="search"')).toBe(true);
  const good = readFileSync(zip);
  writeFileSync(template, `${before}{{#if`);
  await running.says(/types\/devinette\/template\.hbs:\d+:1 erreur type-code/);
  expect(readFileSync(zip)).toEqual(good);
  writeFileSync(template, before.replace('type="text"', 'type="text" lang="fr"'));
  await expect.poll(() => has('type="text" lang="fr"')).toBe(true);
  expect((await running.stop()).code).toBe(0);
});

describe('called in this process', () => {
  const TWO = {
    'modules/depot/course.yaml': 'id: depot\ntitle: Le dépôt\ntargets: [web, scorm12]\nmodules: [matin, soir]\n',
    'modules/depot/matin.md': session('matin', 'Un.'),
    'modules/depot/soir.md': session('soir', 'Deux.'),
    'modules/pain/course.yaml': 'id: pain\ntitle: Le pain\nmodules: [levain, four]\n',
    'modules/pain/levain.md': session('levain', 'Trois.'),
    'modules/pain/four.md': session('four', 'Quatre.'),
  };

  /** Starts the command. */
  function start(names: readonly string[], options: object = {}, more: Parameters<typeof commandContext>[1] = {}, pause = 200) {
    const project = makeProject(TWO);
    const made = commandContext(project, more);
    const before = new Set(process.listeners('SIGINT'));
    const ended = runWatch(names, { target: ['web'], ...options }, made.context, pause);
    const isOwn = (listener: unknown): boolean => !before.has(listener as NodeJS.SignalsListener);
    const isWaiting = (): boolean => process.listeners('SIGINT').some(isOwn);
    const stop = (): Promise<number> => {
      process.listeners('SIGINT').find(isOwn)?.('SIGINT');
      return ended;
    };
    const save = (name: string, text: string): void => writeFileSync(join(project, 'modules', name), text);
    /** Lines about what was built, without times. */
    const built = (): string[] => made.printed.flatMap((line) => /^.*?([a-z].* : \d+ paquets?) en \d+ ms$/.exec(line)?.[1] ?? []);
    return { ...made, project, isWaiting, stop, save, built };
  }

  test('a course’s own package follows once, after a pause, for the courses that were saved', async () => {
    const { isWaiting, stop, save, built, complaints, printed } = start([]);
    await expect.poll(isWaiting).toBe(true);
    expect(built()).toEqual(['depot, matin, soir, four, levain, pain : 6 paquets']);
    save('pain/four.md', session('four', 'Cinq.'));
    await expect.poll(built).toContain('cours entier (pain) : 1 paquet');
    save('pain/four.md', session('four', 'Six.'));
    await expect.poll(() => built().length).toBe(5);
    expect(await stop()).toBe(0);
    expect(built().slice(1)).toEqual([
      'four : 1 paquet',
      'cours entier (pain) : 1 paquet',
      'four : 1 paquet',
      'cours entier (pain) : 1 paquet',
    ]);
    const notes = complaints.filter((text) => text.includes('Premier verrou'));
    expect([complaints.length, notes.length, printed.filter((line) => line.includes('Ctrl+C')).length]).toEqual([2, 2, 1]);
  });

  test('only what was named is built', async () => {
    let progress = 0;
    const { isWaiting, stop, save, built } = start(['levain', 'depot'], {}, { progress: () => progress++ });
    await expect.poll(isWaiting).toBe(true);
    const first = progress;
    expect(built()).toEqual(['depot, matin, soir, levain : 4 paquets']);
    save('pain/four.md', session('four', 'Cinq.'));
    save('depot/soir.md', session('soir', 'Six.'));
    await expect.poll(built).toContain('cours entier (depot) : 1 paquet');
    expect(await stop()).toBe(0);
    expect(built().slice(1)).toEqual(['soir : 1 paquet', 'cours entier (depot) : 1 paquet']);
    // Only the first build shows its progress.
    expect([first > 0, progress]).toEqual([true, first]);
  });

  test('a pause ends with the next save, and with the command', async () => {
    const [begun, cleared] = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'clearTimeout')];
    const { isWaiting, stop, save } = start(['soir'], {}, {}, 98_765);
    const pauses = (): unknown[] => begun.mock.calls.flatMap(([, pause], at) => (pause === 98_765 ? [begun.mock.results[at]?.value] : []));
    const ended = (): unknown[] => cleared.mock.calls.map(([timer]) => timer);
    try {
      await expect.poll(isWaiting).toBe(true);
      save('depot/soir.md', session('soir', 'Six.'));
      await expect.poll(() => pauses().length).toBe(1);
      save('depot/soir.md', session('soir', 'Sept.'));
      await expect.poll(() => pauses().length).toBe(2);
      expect(pauses().map((pause) => ended().includes(pause))).toEqual([true, false]);
      expect(await stop()).toBe(0);
      expect(ended()).toContain(pauses()[1]);
    } finally {
      vi.restoreAllMocks();
    }
  });

  test('a course whose own package could not be made gets it once the mistake is gone', async () => {
    const { isWaiting, stop, save, built, complaints } = start(['pain']);
    await expect.poll(isWaiting).toBe(true);
    save('pain/four.md', session('four', 'Cinq.'));
    await expect.poll(built).toContain('four : 1 paquet');
    save('pain/levain.md', session('levain', ':::choix\n:::'));
    await expect.poll(() => complaints.filter((text) => text.includes('unknown-directive')).length).toBe(2);
    save('pain/levain.md', session('levain', 'Trois.'));
    await expect.poll(built).toContain('cours entier (pain) : 1 paquet');
    expect(await stop()).toBe(0);
  });

  test('a failure is reported; the next save builds everything again', async () => {
    let isFull = true;
    const writeZip: typeof engine.host.writeZip = (...given) =>
      isFull ? Promise.reject(new Error('ENOSPC')) : engine.host.writeZip(...given);
    const { isWaiting, stop, save, built, complaints } = start(
      ['depot'],
      { course: false, target: ['web', 'scorm12'] },
      { engine: { ...engine, host: { ...engine.host, writeZip } } },
    );
    await expect.poll(isWaiting).toBe(true);
    expect([complaints.join(''), built()]).toEqual([expect.stringContaining('ENOSPC'), []]);
    isFull = false;
    save('depot/soir.md', session('soir', 'Six.'));
    await expect.poll(built).toEqual(['matin, soir : 4 paquets']);
    const cleared = vi.spyOn(globalThis, 'clearInterval');
    expect(await stop()).toBe(0);
    expect(cleared).toHaveBeenCalledTimes(1);
    cleared.mockRestore();
  });
});
