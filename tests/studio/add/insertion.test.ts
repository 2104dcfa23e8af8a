import { expect, test } from 'vitest';
import { filesOfKind, insertionOf, needOf } from '../../../build/studio/add/insertion.ts';

const request = { language: 'fr', file: '', people: ['ada', 'lou'], used: new Set<string>() } as const;

test('a type needs a file of its kind, or none', () => {
  expect(['figure', 'audio', 'video', 'document', 'choice'].map(needOf)).toEqual(['picture', 'sound', 'film', 'document', undefined]);
});

test('files of a kind are named as a text names them', () => {
  const paths = ['modules/a/assets/b.PNG', 'modules/a/assets/c.mp3', 'modules/ab/assets/d.png', 'modules/a/e.docx', 'modules/a/f.webm'];
  expect((['picture', 'sound', 'document', 'film'] as const).map((kind) => filesOfKind(paths, 'modules/a', kind))).toEqual([
    ['assets/b.PNG'],
    ['assets/c.mp3'],
    ['e.docx'],
    ['f.webm'],
  ]);
});

test('an example gets a free id and no files', () => {
  const first = insertionOf({ ...request, type: 'choice' });
  const [, id = ''] = /\{#([a-z0-9-]+)/.exec(first.lines) ?? [];
  expect([id !== '', first.files]).toEqual([true, {}]);
  expect(insertionOf({ ...request, type: 'choice', used: new Set([id]) }).lines).toContain(`{#${id}-2`);
});

test('people of the course speak in turn', () => {
  const { lines } = insertionOf({ ...request, type: 'scene' });
  expect([lines.includes('{person}'), lines.includes('ada')]).toEqual([false, true]);
  const speakers = (people: readonly string[]): string[] =>
    [...insertionOf({ ...request, type: 'scene', people }).lines.matchAll(/^## (\S*)/gm)].map(([, name = '']) => name);
  expect(new Set(speakers(['ada']))).toEqual(new Set(['ada']));
  expect(speakers(['ada', 'lou']).slice(0, 2)).toEqual(['ada', 'lou'].slice(0, speakers(['ada', 'lou']).length));
  expect(insertionOf({ ...request, type: 'scene', people: [] }).lines).not.toContain('{person}');
});

test.each(['fr', 'en'] as const)('a film is the chosen one, with subtitles and a transcript to complete (%s)', (language) => {
  const { lines, files } = insertionOf({ ...request, type: 'video', language, file: 'assets/quai.v2.mp4' });
  expect(lines).toContain('src=assets/quai.v2.mp4');
  expect(lines).not.toMatch(/video\.webm|transcri\w+\.md|captions\.vtt|sous-titres\.vtt/);
  for (const [path, text] of Object.entries(files)) {
    expect([lines.includes(path), /^assets\/quai\.v2\.(md|vtt)$/.test(path), text.length > 10]).toEqual([true, true, true]);
    if (path.endsWith('.vtt')) expect(text).toMatch(/^WEBVTT\n\n00:00\.000 --> 00:04\.000\n/);
  }
  expect(Object.keys(files).length).toBeGreaterThan(0);
});
