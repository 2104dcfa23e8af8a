import { expect, test } from 'vitest';
import { reachedFrom, sources, textOf } from './imports.ts';

/** Files of the build, and all that its engine reaches. */
const files = [
  ...new Set([...sources.filter((file) => file.startsWith('build/') && !file.endsWith('.d.ts')), ...reachedFrom(['build/pipeline.ts'])]),
];

/** Finds code that changes a collection, an array or an object of this name. The cursor of a regular expression is set before each use. */
function changes(name: string): RegExp {
  const ways = [
    `${name}\\.(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill)\\(`,
    `${name}(?:\\.(?!lastIndex)\\w+|\\[[^\\]\\n]+\\])+ [-+*?&|]{0,2}= `,
    `${name}\\.\\w+(?:\\+\\+|--)`,
    `(?:delete |Object\\.assign\\()${name}\\b`,
  ];
  return new RegExp(`(?<![.\\w])(?:${ways.join('|')})`);
}

function found(of: (text: string, file: string) => readonly string[]): string[] {
  return files.flatMap((file) => of(textOf(file), file).map((what) => `${file}: ${what}`));
}

test('no module has a variable of its own', () => {
  expect(found((text) => text.match(/^(?:export )?(?:let|var) \w+/gm) ?? [])).toEqual([]);
});

test('no class has a variable of its own', () => {
  expect(
    found((text) => text.match(/^ +(?:(?:public|private|protected) )?static (?!readonly )(?:override )?#?\w+(?:\??:| =|;).*/gm) ?? []),
  ).toEqual([]);
});

test('no module keeps anything under weak keys', () => {
  expect(found((text) => text.match(/^(?:export )?const .*\bnew Weak(?:Map|Set|Ref)\b/gm) ?? [])).toEqual([]);
});

test('what a module makes when it is loaded is not filled later', () => {
  const filled = found((text) =>
    [...text.matchAll(/^(?:export )?const (\w+)(?:: [^=\n]+)? =/gm)]
      .map(([, name = '']) => changes(name).exec(text)?.[0])
      .filter((hit) => hit !== undefined),
  );
  expect(filled).toEqual([]);
});

test('collections of a module that others import can only be read', () => {
  const open = found((text) => text.match(/^export const \w+(?:: (?!Readonly)[^=\n]+)? = new (?:Map|Set)\b/gm) ?? []);
  expect(open).toEqual([]);
});
