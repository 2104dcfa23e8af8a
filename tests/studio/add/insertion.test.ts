import { expect, test } from 'vitest';
import { ACCEPTED, filesOfKind, insertionOf, needOf } from '../../../build/studio/add/insertion.ts';

const request = { language: 'fr', file: '', people: ['ada', 'lou'], used: new Set<string>() } as const;

const KINDS = ['picture', 'sound', 'film', 'document'] as const;
const KNOWN = {
  picture: 'png jpg jpeg gif webp avif svg',
  sound: 'mp3 m4a aac wav ogg opus',
  film: 'mp4 m4v webm',
  document: 'pdf docx odt xlsx ods pptx odp',
} as const;

test('a type needs a file of its kind, or none', () => {
  const pictures = ['figure', 'beside', 'gallery', 'image-compare', 'hotspots', 'label-image'];
  expect(pictures.map(needOf)).toEqual(pictures.map(() => 'picture'));
  expect(['audio', 'video', 'document', 'choice', 'text'].map(needOf)).toEqual(['sound', 'film', 'document', undefined, undefined]);
});

test.each(KINDS)('files of a kind are found by their endings, and are what the browser’s dialog offers: %s', (kind) => {
  const names = KNOWN[kind].split(' ').flatMap((ending) => [`a.${ending}`, `b.${ending.toUpperCase()}`]);
  const others = Object.values(KNOWN).filter((one) => one !== KNOWN[kind]);
  const all = [...names, ...others.flatMap((one) => one.split(' ').map((ending) => `c.${ending}`)), ...names.map((name) => `${name}.md`)];
  const paths = [...all.map((name) => `modules/a/assets/${name}`), ...names.map((name) => `modules/ab/${name}`)];
  expect(filesOfKind(paths, 'modules/a', kind)).toEqual(names.map((name) => `assets/${name}`));
  expect(ACCEPTED[kind]).toBe(KNOWN[kind].replace(/\w+/g, '.$&').replaceAll(' ', ','));
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
  const count = speakers(['ada']).length;
  expect(count).toBeGreaterThan(1);
  for (const people of [['ada'], ['ada', 'lou'], ['ada', 'lou', 'tim', 'zoe']])
    expect(speakers(people)).toEqual(Array.from({ length: count }, (_, turn) => people[turn % people.length]));
  expect(insertionOf({ ...request, type: 'scene', people: [] }).lines).not.toMatch(/\{person\}|undefined/);
});

test.each([
  ['fr', 'Écrivez ici ce qui se dit.', 'Écrivez ici ce qui se dit et ce qui s’entend.'],
  ['en', 'Write here what is said.', 'Write here what is said and what is heard.'],
] as const)('a film is the chosen one, with subtitles and a transcript to complete (%s)', (language, announced, received) => {
  const { lines, files } = insertionOf({ ...request, type: 'video', language, file: 'assets/quai.v2.mp4' });
  expect(lines).toContain('src=assets/quai.v2.mp4');
  expect([lines.includes('assets/quai.v2.md'), lines.includes('assets/quai.v2.vtt')]).toEqual([true, true]);
  expect(lines).not.toMatch(/video\.webm|transcri\w+\.md|captions\.vtt|sous-titres\.vtt/);
  expect(files).toEqual({
    'assets/quai.v2.md': `${received}\n`,
    'assets/quai.v2.vtt': `WEBVTT\n\n00:00.000 --> 00:04.000\n${announced}\n`,
  });
});

test.each(['fr', 'en'] as const)('each type shows the chosen file; only a sound has a transcript with it (%s)', (language) => {
  const inserted = (type: string, file: string) => insertionOf({ ...request, type, language, file });
  const sound = inserted('audio', 'assets/cloche.mp3');
  expect([sound.lines.includes('src=assets/cloche.mp3'), Object.keys(sound.files)]).toEqual([true, ['assets/cloche.md']]);
  for (const [type, file] of [
    ['gallery', 'plan.png'],
    ['document', 'grille.odt'],
  ] as const) {
    const { lines, files } = inserted(type, file);
    expect([lines.includes(file), /assets\/(?:image|document)/.test(lines), files]).toEqual([true, false, {}]);
  }
  expect(inserted('audio', '').files).toEqual({});
});

test('a type without an example has an empty body', () => {
  expect(insertionOf({ ...request, type: 'type-of-ours' })).toEqual({ lines: ':::type-of-ours{#type-of-ours}\n…\n:::', files: {} });
});
