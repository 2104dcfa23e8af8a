import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { messageOf } from '../../../build/diagnostics/format.ts';
import { Memo } from '../../../build/memo.ts';
import type { BuildRequest } from '../../../build/model/request.ts';
import { build, check } from '../../../build/pipeline.ts';
import { readLock, writeLock } from '../../../build/stages/number/lock.ts';
import { bodySum } from '../../../build/stages/number/read-lock.ts';
import { depot, type Files, rames, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';

const choice = (id: string, ...lines: readonly string[]): string =>
  `:::choice{#${id}}\nQuel frein ?\n\n- [x] Le patin\n${lines.map((line) => `- [ ] ${line}\n`).join('')}:::\n`;
const page = (...activities: readonly string[]): Files => rames(`# Le quai {#quai}\n\n${activities.join('\n')}`);

/** A project that is built again and again. */
class Project {
  readonly folder: string;
  readonly lock: string;
  readonly built: string;

  constructor(files: Files) {
    this.folder = depot(files);
    this.lock = join(this.folder, 'modules/depot/course.lock.yaml');
    this.built = join(this.folder, 'dist/depot/course.lock.yaml');
  }

  write(files: Files): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, 'modules/depot', name), text);
  }

  request(more: Partial<BuildRequest> = {}): BuildRequest {
    return requestFor(this.folder, { targets: ['web'], coursePackages: false, ...more });
  }

  /** Messages of a build, with the place of each. */
  async build(more: Partial<BuildRequest> = {}): Promise<string[]> {
    const { diagnostics } = await build(this.request(more), engine);
    return reported(diagnostics, this.folder);
  }

  /** Texts of the parts of an activity, by position. */
  parts(id: string): (string | undefined)[] {
    const activities = readLock(readFileSync(this.lock, 'utf8'), 'depot')?.modules.rames?.activities ?? [];
    return activities.find((one) => one.id === id)?.parts.map(({ text }) => text) ?? [];
  }
}

function reported({ list }: Diagnostics, folder: string): string[] {
  return list
    .filter(({ severity }) => severity !== 'notice')
    .map(({ code, severity, at }) => `${severity} ${code} ${at.file.replace(`${folder}/`, '')}:${at.line}:${at.column}`);
}

const AT = 'modules/depot/course.lock.yaml:1:1';

test('beside the packages lies the lock that they were built with', async () => {
  const project = new Project(page(choice('frein', 'La cloche')));
  expect(await project.build()).toEqual([]);
  expect(readFileSync(project.built, 'utf8')).toBe(readFileSync(project.lock, 'utf8'));
  project.write(page(choice('frein', 'La cloche', 'Le klaxon')));
  expect(await project.build()).toEqual([]);
  expect(readFileSync(project.built, 'utf8')).toBe(readFileSync(project.lock, 'utf8'));
  // One that is gone is written again, though no package is due.
  rmSync(project.built);
  expect(await project.build()).toEqual([]);
  expect(existsSync(project.built)).toBe(true);
});

test('a course that was not requested gets none', async () => {
  const project = new Project(page(choice('frein', 'La cloche')));
  mkdirSync(join(project.folder, 'modules/atelier'));
  writeFileSync(join(project.folder, 'modules/atelier/course.yaml'), 'id: atelier\ntitle: Atelier\nmodules: [tour]\n');
  writeFileSync(
    join(project.folder, 'modules/atelier/tour.md'),
    '---\nid: tour\ntitle: Tour\ncompletion: visited\n---\n\n# Tour {#page}\n\nUn tour.\n',
  );
  await project.build({ names: ['atelier'] });
  expect([existsSync(project.built), existsSync(join(project.folder, 'dist/atelier/course.lock.yaml'))]).toEqual([false, true]);
});

describe('a lock that is not the one of the last build', () => {
  // A new choice got the letter of one that learners had ticked.
  test('is completed where an older one came back: no letter is given again', async () => {
    const project = new Project(page(choice('frein', 'La cloche')));
    await project.build();
    const older = readFileSync(project.lock);
    project.write(page(choice('frein', 'La cloche', 'Le klaxon'), choice('porte', 'Le sable')));
    await project.build();
    writeFileSync(project.lock, older);
    project.write(page(choice('frein', 'La cloche', 'Le sablier'), choice('voie', 'Le sable')));
    expect(await project.build()).toEqual([`warning lock-completed ${AT}`]);
    expect(project.parts('frein')).toEqual(['le patin', 'la cloche', 'le klaxon', 'le sablier']);
    expect(readLock(readFileSync(project.lock, 'utf8'), 'depot')?.modules.rames?.activities.map(({ id }) => id)).toEqual([
      'frein',
      'porte',
      'voie',
    ]);
    expect(await project.build()).toEqual([]);
  });

  test('is restored where it was lost', async () => {
    const project = new Project(page(choice('frein', 'La cloche', 'Le klaxon')));
    await project.build();
    const before = readLock(readFileSync(project.lock, 'utf8'), 'depot');
    for (const lose of [() => rmSync(project.lock), () => writeFileSync(project.lock, '{"version":1,"modules":{}}')]) {
      lose();
      project.write(page(choice('frein', 'Le klaxon', 'La cloche')));
      expect(reported(validated(project), project.folder)).toEqual([`warning lock-to-restore ${AT}`]);
      expect(await project.build({ frozen: true })).toEqual([`warning lock-to-restore ${AT}`, `error lock-out-of-date ${AT}`]);
      expect(await project.build()).toEqual([`warning lock-restored ${AT}`]);
      expect(readLock(readFileSync(project.lock, 'utf8'), 'depot')).toEqual(before);
      expect(await project.build()).toEqual([]);
    }
  });

  test('that can not be read may be deleted where the copy can take its place', async () => {
    const project = new Project(page(choice('frein', 'La cloche')));
    await project.build();
    writeFileSync(project.lock, '{');
    const { list } = validated(project);
    expect(list.map(({ code }) => code)).toEqual(['lock-broken-copied']);
    expect(messageOf(list[0] as never, 'fr').write).toMatch(/supprimez-le : il sera repris de \S*dist\/depot\/course\.lock\.yaml\.$/);
    writeFileSync(project.built, '{');
    expect(validated(project).list.map(({ code }) => code)).toEqual(['lock-broken']);
  });

  test('is not completed under --frozen', async () => {
    const project = new Project(page(choice('frein', 'La cloche')));
    await project.build();
    const older = readFileSync(project.lock);
    project.write(page(choice('frein', 'La cloche', 'Le klaxon')));
    await project.build();
    writeFileSync(project.lock, older);
    expect(reported(validated(project), project.folder)).toEqual([`warning lock-to-complete ${AT}`]);
    expect(await project.build({ frozen: true })).toEqual([`warning lock-to-complete ${AT}`, `error lock-out-of-date ${AT}`]);
    expect(readFileSync(project.lock).equals(older)).toBe(true);
  });

  test('of another line is refused, until the copy is deleted', async () => {
    const project = new Project(page(choice('frein', 'La cloche')));
    await project.build();
    const before = readFileSync(project.built);
    rmSync(project.lock);
    writeFileSync(project.lock, writeLock({ version: 2, line: 'autre', modules: {} }));
    expect(await project.build()).toEqual([`error lock-other-line ${AT}`]);
    expect(readFileSync(project.built).equals(before)).toBe(true);
    rmSync(project.built);
    // What the report knows was built, and the lock does not know, is still an error.
    expect(await project.build()).toEqual([`error lock-missing-module ${AT}`]);
    rmSync(join(project.folder, 'dist'), { recursive: true });
    expect(await project.build()).toEqual([]);
  });

  // Number 1 meant `qb` in the packages, and `qa` after the merge.
  test('that gives a number to something else is refused, with both and the command', async () => {
    const project = new Project(page(choice('frein', 'La cloche')));
    await project.build();
    const common = readFileSync(project.lock);
    project.write(page(choice('frein', 'La cloche'), choice('qb', 'Le sable')));
    await project.build();
    const theirs = readFileSync(project.built);
    rmSync(join(project.folder, 'dist'), { recursive: true });
    writeFileSync(project.lock, common);
    project.write(page(choice('frein', 'La cloche'), choice('qa', 'Le sable')));
    await project.build();
    writeFileSync(project.built, theirs);
    const { diagnostics } = await build(project.request(), engine);
    expect(reported(diagnostics, project.folder)).toEqual([`error lock-diverged ${AT}`]);
    expect(diagnostics.list[0]?.values).toMatchObject({ module: 'rames', position: '2', here: '#qa', there: '#qb' });
    expect(messageOf(diagnostics.list[0] as never, 'fr').write).toMatch(
      /cartable lock merge \S*modules\/depot\/course\.lock\.yaml \S*dist\/depot\/course\.lock\.yaml$/,
    );
    expect(readFileSync(project.built).equals(theirs)).toBe(true);
    // Once it was merged, it is replaced.
    const own = readLock(readFileSync(project.lock, 'utf8'), 'depot');
    const sum = /# Sum: (\w+)/.exec(String(theirs))?.[1] ?? '';
    if (own) writeFileSync(project.lock, writeLock({ ...own, merged: [sum] }));
    expect(await project.build()).toEqual([]);
    expect(readFileSync(project.built, 'utf8')).toBe(readFileSync(project.lock, 'utf8'));
  });

  test('that gives a letter to something else is refused, with both texts', async () => {
    const project = new Project(page(choice('frein', 'La cloche')));
    await project.build();
    const common = readFileSync(project.lock);
    project.write(page(choice('frein', 'La cloche', 'Le klaxon')));
    await project.build();
    writeFileSync(project.lock, common);
    const copy = readFileSync(project.built);
    rmSync(project.built);
    project.write(page(choice('frein', 'La cloche', 'Le sablier')));
    await project.build();
    writeFileSync(project.built, copy);
    const { diagnostics } = await build(project.request(), engine);
    expect(diagnostics.list[0]?.values).toMatchObject({ position: '#frein c', here: 'le sablier', there: 'le klaxon' });
  });

  test('is completed if the last build had merged it, and given other letters', async () => {
    const project = new Project(page(choice('frein', 'La cloche', 'Le klaxon')));
    await project.build();
    const text = readFileSync(project.lock, 'utf8');
    const own = readLock(text, 'depot');
    const [activity] = own?.modules.rames?.activities ?? [];
    if (!own?.modules.rames || !activity) throw new Error('no lock');
    const parts = [...activity.parts].reverse();
    const modules = { rames: { ...own.modules.rames, activities: [{ ...activity, parts }] } };
    const merged = writeLock({ ...own, version: 2, merged: ['00000000', bodySum(text)], modules });
    writeFileSync(project.built, merged);
    expect(await project.build()).toEqual([`warning lock-completed ${AT}`]);
    expect(project.parts('frein')).toEqual(['le klaxon', 'la cloche', 'le patin']);
    // One that was merged into another line is not an older one.
    writeFileSync(project.lock, text);
    writeFileSync(project.built, writeLock({ ...own, version: 2, line: 'autre', merged: [bodySum(text)], modules }));
    expect(await project.build()).toEqual([`error lock-other-line ${AT}`]);
  });

  test('is looked at while watching, too', async () => {
    const project = new Project(page(choice('frein', 'La cloche')));
    const memo = new Memo();
    const save = async (files: Files): Promise<string[]> => {
      project.write(files);
      return reported((await build(project.request(), engine, memo)).diagnostics, project.folder);
    };
    expect(await save(page(choice('frein', 'La cloche')))).toEqual([]);
    const older = readFileSync(project.lock);
    expect(await save(page(choice('frein', 'La cloche', 'Le klaxon')))).toEqual([]);
    expect(await save(page(choice('frein', 'La cloche', 'Le sifflet')))).toEqual([]);
    expect(readFileSync(project.built, 'utf8')).toBe(readFileSync(project.lock, 'utf8'));
    writeFileSync(project.lock, older);
    expect(await save(page(choice('frein', 'La cloche', 'Le sablier')))).toEqual([`warning lock-completed ${AT}`]);
    expect(project.parts('frein')).toEqual(['le patin', 'la cloche', 'le klaxon', 'le sifflet', 'le sablier']);
    writeFileSync(project.built, '{');
    expect(await save(page(choice('frein', 'La cloche', 'Le gong')))).toEqual([
      'warning built-lock-unusable dist/depot/course.lock.yaml:1:1',
    ]);
  });
});

function validated(project: Project): Diagnostics {
  const { diagnostics } = check(project.request({ checksOnly: true }), engine);
  return diagnostics;
}

describe('a copy that can not be used', () => {
  const good = writeLock({ version: 2, line: 'tests', modules: { rames: { pages: ['quai', 'voie'], activities: [] } } });

  test.each<[string, (path: string) => unknown, number]>([
    ['is empty', (path) => writeFileSync(path, ''), 1],
    ['is of a later version', (path) => writeFileSync(path, good.replace('"version": 2', '"version": 3')), 1],
    ['was edited', (path) => writeFileSync(path, good.replace('"quai","voie"', '"voie","quai"')), 1],
    ['has no sum any more', (path) => writeFileSync(path, good.replace(/^# Sum.*\n/m, '')), 1],
    ['has the marks of a merge', (path) => writeFileSync(path, good.replace('{\n', '{\n<<<<<<< ours\n')), 5],
    ['is 2 MB of something', (path) => writeFileSync(path, 'x'.repeat(2 * 1024 * 1024)), 1],
    ['is a folder', (path) => [rmSync(path), mkdirSync(path)], 1],
  ])('because it %s is reported, and changes nothing', async (_name, spoil, line) => {
    const project = new Project(page(choice('frein', 'La cloche')));
    await project.build();
    const before = readFileSync(project.lock);
    spoil(project.built);
    expect(reported(validated(project), project.folder)).toEqual([
      expect.stringContaining(`warning built-lock-unusable dist/depot/course.lock.yaml:${line}:1`),
    ]);
    expect(readFileSync(project.lock).equals(before)).toBe(true);
    // With the lock gone as well, nothing is begun anew.
    rmSync(project.lock);
    rmSync(join(project.folder, 'dist/build.json'));
    expect(reported(validated(project), project.folder)).toEqual([
      expect.stringContaining(`error last-lock-unusable dist/depot/course.lock.yaml:${line}:1`),
    ]);
  });

  test('is made again', async () => {
    const project = new Project(page(choice('frein', 'La cloche')));
    await project.build();
    writeFileSync(project.built, 'x');
    expect(await project.build()).toEqual(['warning built-lock-unusable dist/depot/course.lock.yaml:1:1']);
    expect(readFileSync(project.built, 'utf8')).toBe(readFileSync(project.lock, 'utf8'));
  });
});
