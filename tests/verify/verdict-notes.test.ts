import { expect, test } from 'vitest';
import * as z from 'zod';
import { verdictSchema } from '../../build/verify/result-schema.ts';
import { verdictNotes } from '../../build/verify/verdict-notes.ts';

interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

/** Paths of all keys, with their shapes. */
function pathsOf({ properties = {}, items }: Shape, before = ''): [string, Shape][] {
  const own = Object.entries(properties).flatMap(([key, shape]): [string, Shape][] => {
    const path = before === '' ? key : `${before}.${key}`;
    return [[path, shape], ...pathsOf(shape, path)];
  });
  return [...own, ...(items ? pathsOf(items, `${before}[]`) : [])];
}

const paths = new Map(pathsOf(z.toJSONSchema(verdictSchema) as Shape));

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

test.each(['fr', 'en'] as const)('each key has a note in %s, and an example of its type', (language) => {
  const notes = verdictNotes(language);
  expect(Object.keys(notes).sort()).toEqual([...paths.keys()].sort());
  for (const [path, { description, examples }] of Object.entries(notes)) {
    const [example, ...others] = examples;
    expect(others).toEqual([]);
    const shape = paths.get(path);
    expect([path, typeOf(example)]).toEqual([path, shape?.const === undefined ? shape?.type : typeOf(shape.const)]);
    if (shape?.enum) expect(shape.enum).toContain(example);
    if (shape?.const !== undefined) expect(example).toBe(shape.const);
    expect([path, description.length > 5, description.endsWith('.')]).toEqual([path, true, true]);
  }
});

test('the notes are in two languages, with the same examples', () => {
  const [fr, en] = [verdictNotes('fr'), verdictNotes('en')];
  expect([fr.file?.description, en.file?.description]).toEqual(['Nom du fichier.', 'Name of the file.']);
  for (const [path, { description, examples }] of Object.entries(fr)) {
    expect([path, en[path]?.examples]).toEqual([path, examples]);
    expect(en[path]?.description).not.toBe(description);
  }
});

test('examples show what kind of value is meant', () => {
  const notes = verdictNotes('en');
  const paths = [
    'played.why',
    'played.left',
    'bytes',
    'package.files',
    'played.launches[].written[].kept',
    'played.launches[].calls[].closing',
    'played.launches[].calls[].error',
  ];
  expect(paths.map((path) => notes[path]?.examples[0])).toEqual(['', 0, 338944, 42, true, false, 0]);
});
