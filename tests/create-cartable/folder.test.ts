import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NewFolder, refusal } from '../../create-cartable/src/folder.js';

const place = () => mkdtempSync(join(tmpdir(), 'cartable-dossier-'));
const texts = new Map([
  ['a.md', 'A'],
  ['b/c.md', 'C'],
]);

test('a folder is used if it is missing, empty or a new repository', () => {
  const home = place();
  expect([refusal(join(home, 'x')), refusal(home)]).toEqual(['', '']);
  mkdirSync(join(home, '.git'));
  expect(refusal(home)).toBe('');
  writeFileSync(join(home, 'notes.txt'), '');
  expect([refusal(home), refusal(join(home, 'notes.txt'))]).toEqual(['notEmpty', 'notFolder']);
});

describe('a new folder', () => {
  test('has its name once it is complete, and nothing is left beside it', async () => {
    const home = place();
    const goal = join(home, 'formations', 'mes cours é');
    const made = new NewFolder(goal);
    made.write(texts);
    expect(existsSync(goal)).toBe(false);
    await made.finish();
    expect([readFileSync(join(goal, 'b/c.md'), 'utf8'), readdirSync(join(home, 'formations'))]).toEqual(['C', ['mes cours é']]);
    // Others may read it as they may any new folder.
    mkdirSync(join(home, 'plain'));
    expect(statSync(goal).mode).toBe(statSync(join(home, 'plain')).mode);
  });

  test('that was there gets its content beside the repository', async () => {
    const goal = place();
    mkdirSync(join(goal, '.git'));
    const made = new NewFolder(goal);
    made.write(texts);
    await made.finish();
    expect(readdirSync(goal).sort()).toEqual(['.git', 'a.md', 'b']);
  });

  test('that is given up leaves nothing, nor its parents', () => {
    const home = place();
    const made = new NewFolder(join(home, 'x/y/z'));
    made.write(texts);
    made.remove();
    expect(readdirSync(home)).toEqual([]);
  });

  test('that is given up leaves what others made beside it', () => {
    const home = place();
    const made = new NewFolder(join(home, 'x/y/z'));
    writeFileSync(join(home, 'x/notes.txt'), 'mine');
    made.remove();
    expect([readdirSync(home), readdirSync(join(home, 'x'))]).toEqual([['x'], ['notes.txt']]);
  });

  test('whose name the disk refuses is refused at once', () => {
    const home = place();
    expect(() => new NewFolder(join(home, 'x', 'n'.repeat(300)))).toThrow(/ENAMETOOLONG|ENOENT|EINVAL/);
    symlinkSync('absent', join(home, 'link'));
    expect(() => new NewFolder(join(home, 'link'))).toThrow(/EEXIST/);
    expect(readdirSync(home)).toEqual(['link']);
  });

  test('is safe once it is in place', async () => {
    const home = place();
    const made = new NewFolder(join(home, 'x/y'));
    made.write(texts);
    await made.finish();
    made.remove();
    expect(readdirSync(join(home, 'x/y')).sort()).toEqual(['a.md', 'b']);
  });

  test('that can’t be put in place leaves the goal as it was', async () => {
    const goal = place();
    const made = new NewFolder(goal);
    made.write(texts);
    // Someone else made a folder of that name in the meantime.
    mkdirSync(join(goal, 'b'));
    writeFileSync(join(goal, 'b/mine.md'), 'mine');
    await expect(made.finish()).rejects.toThrow(/b/);
    made.remove();
    expect([readdirSync(goal), readdirSync(join(goal, 'b'))]).toEqual([['b'], ['mine.md']]);
  });
});
