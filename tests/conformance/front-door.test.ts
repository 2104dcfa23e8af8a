import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scriptOptions } from '../../build/toolchain/script-options.ts';
import { stateLimit } from '../../src/model/standards/limits.ts';
import { root, types } from '../helpers/examples-project.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { version, engines }: { version: string; engines: { node: string } } = JSON.parse(read('package.json'));

const READMES = [
  { file: 'README.md', other: 'README.en.md' },
  { file: 'README.en.md', other: 'README.md' },
] as const;

describe.each(READMES)('$file states only what is so', ({ file, other }) => {
  const text = read(file);
  /** Without the blanks and commas between thousands. */
  const plain = text.replace(/(?<=\d)[\s,](?=\d{3}\b)/g, '');

  test('the versions of Node and of Cartable', () => {
    const [, old, recent] = /^\^(\S+) \|\| >=(\S+)$/.exec(engines.node) ?? [];
    expect(plain).toMatch(new RegExp(`\\b${recent}\\b.*\\b${old}\\b`));
    const named = [...plain.matchAll(/cartable-(\d+\.\d+\.\d+)\.tgz/g)].map(([, number]) => number);
    expect(named.length).toBeGreaterThan(1);
    expect(new Set(named)).toEqual(new Set([version]));
  });

  test('the room for saved state', () => {
    const most = stateLimit('moodle', 'scorm12');
    const strict = stateLimit('strict', 'scorm12');
    expect(plain).toMatch(new RegExp(`\\b${most}\\b.*\\b${strict}\\b`));
  });

  test('the browsers of learners', () => {
    const numbers = scriptOptions(root).target.map((name) => name.replace(/^[a-z]+/, ''));
    for (const number of numbers) expect(plain).toMatch(new RegExp(`(?:Safari|Firefox|Edge) ${number.replace('.', '\\.')}\\b`));
  });

  test('its pictures exist, and each has a text instead', () => {
    const tags = [...text.matchAll(/<(?:img|source)\b[^>]*>/g)].map(([tag]) => tag);
    expect(tags.length).toBeGreaterThan(1);
    for (const tag of tags) {
      const [, path = ''] = /(?:src|srcset)="([^"]+)"/.exec(tag) ?? [];
      expect(existsSync(join(root, path)), path).toBe(true);
      // A picture beside its own label needs none.
      if (tag.startsWith('<img') && !text.includes(`${tag}<br>`)) expect(/alt="([^"]*)"/.exec(tag)?.[1]?.length, tag).toBeGreaterThan(20);
    }
  });

  test('the number of types, each with a picture', () => {
    const [, activities, blocks] = /^## (\d+) activit[a-zé]+ (?:et|and) (\d+) bloc/m.exec(text) ?? [];
    expect(Number(activities) + Number(blocks), `${file}: run \`npm run doc-pictures\``).toBe(types.length);
    const named = [...text.matchAll(/<br>[^<]+<\/a><br><code>([a-z-]+)<\/code>/g)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(types.toSorted());
  });

  test('it has the parts of the other, in the same order, and the same commands', () => {
    const levels = (readme: string): string[] => read(readme).match(/^#+(?= )/gm) ?? [];
    expect(levels(file)).toEqual(levels(other));
    const commands = (readme: string): string[] =>
      [...read(readme).matchAll(/^\| `npx --no cartable ([a-z]+(?: [a-z]+(?= (?:"|LE-|OURS)))?)/gm)].map(([, name = '']) => name);
    expect(commands(file)).toEqual(commands(other));
  });
});
