import { expect, test } from 'vitest';
import { onlyGroups } from '../../../build/studio/course/only-for.ts';
import { TEXTS } from '../../helpers/course-text.ts';

test('what a cohort sees differently is grouped by its tags', () => {
  const groups = onlyGroups(TEXTS, ['evening']);
  expect(groups.map(({ tags, isShown, parts }) => [tags, isShown, parts.map(({ line, isPage }) => [line, isPage])])).toEqual([
    [['remote', 'evening'], true, [[24, true]]],
    [['remote'], false, [[19, false]]],
  ]);
  expect(groups.flatMap(({ parts }) => parts.map(({ page }) => page))).toEqual(['Then', 'Begin']);
});

test('the same tags in another order are one group, in the order of the texts', () => {
  const texts = new Map([
    ['a.md', ':::text{only="soir; loin"}\nx\n:::\n\n# Un {#un}\n\n:::text{only="paper; loin; soir"}\nx\n:::\n'],
    ['b.md', '# Deux {#deux}\n\n:::text{only=loin}\nx\n:::\n\n# Trois {#trois only="loin; soir"}\n'],
  ]);
  expect(onlyGroups(texts, []).map(({ tags, isShown, parts }) => [tags, isShown, parts])).toEqual([
    [
      ['soir', 'loin'],
      false,
      [
        { path: 'a.md', line: 1, isPage: false, page: '', tags: ['soir', 'loin'] },
        { path: 'a.md', line: 7, isPage: false, page: 'Un', tags: ['loin', 'soir'] },
        { path: 'b.md', line: 7, isPage: true, page: 'Trois', tags: ['loin', 'soir'] },
      ],
    ],
    [['loin'], false, [{ path: 'b.md', line: 3, isPage: false, page: 'Deux', tags: ['loin'] }]],
  ]);
  expect(onlyGroups(texts, ['autre', 'soir']).map(({ isShown }) => isShown)).toEqual([true, false]);
});

test('a text with other line breaks has the same lines', () => {
  const text = '# Un {#un}\n\nDu texte.\n\n:::text{only=soir}\nx\n:::\n\n# Deux {#deux only=loin}\n';
  const found = (raw: string) =>
    onlyGroups(new Map([['a.md', raw]]), []).flatMap(({ parts }) => parts.map(({ line, page }) => [line, page]));
  expect(found(text.replaceAll('\n', '\r\n'))).toEqual([
    [9, 'Deux'],
    [5, 'Un'],
  ]);
});

test('what is shown first is listed first', () => {
  const texts = new Map([['a.md', '# Un {#un only=soir}\n\n# Deux {#deux only=loin}\n\n# Trois {#trois only=nuit}\n']]);
  expect(onlyGroups(texts, ['nuit', 'loin']).map(({ tags }) => tags[0])).toEqual(['loin', 'nuit', 'soir']);
});

test('a medium, no tag, or nothing at all keeps a part for everyone', () => {
  const body = ['only', 'only=screen', 'only="paper; screen"', 'only=";"', 'for=soir'].map((one) => `:::text{${one}}\nx\n:::\n`).join('\n');
  expect(onlyGroups(new Map([['a.md', `# Un {#un}\n\n${body}`]]), ['soir'])).toEqual([]);
});
