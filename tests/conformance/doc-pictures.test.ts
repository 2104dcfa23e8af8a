import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestOf, imagesFolder, readDigests, type Subject } from '../pictures/docs/subject.ts';
import { allSubjects } from '../pictures/docs/subjects.ts';

const subjects = allSubjects();
const digests = readDigests();
const MAKE = 'run `npm run doc-pictures`, and look at the pictures';

test('every picture shows what the program makes today', async () => {
  const stale: string[] = [];
  for (const subject of subjects) if (digests[subject.file] !== (await digestOf(subject))) stale.push(subject.file);
  expect(stale, `stale pictures: ${MAKE}`).toEqual([]);
});

test('the record has no other picture', () => {
  expect(Object.keys(digests), `docs/images/pictures.json: ${MAKE}`).toEqual(subjects.map(({ file }) => file).sort());
});

test('every picture is there, and small enough', () => {
  for (const { file, most } of subjects) {
    const path = join(imagesFolder, file);
    expect(existsSync(path), `${file} is missing: ${MAKE}`).toBe(true);
    expect(statSync(path).size, file).toBeLessThanOrEqual(most);
    expect(statSync(path).size, file).toBeGreaterThan(1000);
  }
});

test('no folder of pictures keeps one that nothing makes', () => {
  const folders = [...new Set(subjects.map(({ file }) => file.split('/')[0] ?? ''))];
  const kept = folders.flatMap((folder) => readdirSync(join(imagesFolder, folder)).map((name) => `${folder}/${name}`));
  expect(kept.sort(), `docs/images/: ${MAKE}; delete what is no longer made`).toEqual(subjects.map(({ file }) => file).sort());
});

describe('a digest', () => {
  const subject = (inputs: Record<string, string>): Subject => ({ file: 'x.webp', lang: 'fr', most: 1, inputs: () => inputs });
  const digest = (inputs: Record<string, string>): Promise<string> => digestOf(subject(inputs));

  test('changes with each input, and with its name', async () => {
    const all = await Promise.all([{ a: 'b' }, { a: 'c' }, { b: 'b' }, { a: 'b', b: '' }].map(digest));
    expect(new Set(all).size).toBe(4);
  });

  test('depends neither on the order of inputs nor on line ends', async () => {
    expect(await digest({ b: 'two', a: 'one\r\n' })).toBe(await digest({ a: 'one\n', b: 'two' }));
  });
});

test('a picture of a type depends on its markup, its style and the look of all', async () => {
  const [choice] = subjects.filter(({ file }) => file === 'activities/choice.webp');
  const inputs = await choice?.inputs();
  expect(Object.keys(inputs ?? {})).toEqual(
    expect.arrayContaining(['markup', 'scene', 'src/styles/tokens.css', 'src/styles/themes/editorial.css', 'templates/choice/style.css']),
  );
  expect(inputs?.markup).toContain('data-type="choice"');
});
