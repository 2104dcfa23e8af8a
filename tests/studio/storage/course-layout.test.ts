import { describe, expect, test } from 'vitest';
import { coursesIn, folderName, isMade, layOut } from '../../../build/studio/storage/course-layout.ts';

test('courses are the folders of modules/ with a course.yaml, sorted', () => {
  const paths = ['modules/pain/course.yaml', 'modules/tram/course.yaml', 'modules/four/1.md', 'modules/four/course.yaml'];
  const others = ['modules/a/b/course.yaml', 'modules/course.yaml', 'x/modules/c/course.yaml', 'modules/d/course.yaml.txt', 'course.yaml'];
  expect(coursesIn([...paths, ...others])).toEqual(['modules/four', 'modules/pain', 'modules/tram']);
  expect(coursesIn([])).toEqual([]);
});

test('builds write dist/ and releases/, and nothing else', () => {
  expect(['dist/build.json', 'releases/four/1/release.json'].map(isMade)).toEqual([true, true]);
  expect(['modules/dist/a.md', 'modules/four/releases/a.md', 'distance/a', 'dist', 'release/a'].map(isMade)).toEqual(Array(5).fill(false));
});

describe('the name of a folder', () => {
  test.each([
    ['  L’été à la gare ! ', 'l-ete-a-la-gare'],
    ['Ça & là', 'ca-la'],
    ['2026', '2026'],
    ['🚉', 'cours'],
    ['---', 'cours'],
    ['', 'cours'],
    ['x'.repeat(41), 'x'.repeat(40)],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
    [`!!! ${'x'.repeat(41)}`, 'x'.repeat(39)],
    ['../../etc', 'etc'],
  ])('of « %s »', (text, name) => {
    expect(folderName(text)).toBe(name);
  });
});

describe('the files of a zip or a folder', () => {
  const placed = (paths: readonly string[], name = 'Le four'): unknown => {
    const places = layOut(paths, name);
    return places && Object.fromEntries(places);
  };

  test('stay where they are in a project at the root, whatever other folders have', () => {
    expect(placed(['modules/four/course.yaml', 'types/a/type.ts', 'dist/build.json', 'old/modules/tram/course.yaml'])).toEqual({
      'modules/four/course.yaml': 'modules/four/course.yaml',
      'types/a/type.ts': 'types/a/type.ts',
      'dist/build.json': 'dist/build.json',
    });
  });

  test('of a project in a folder leave that folder', () => {
    expect(placed(['copy/modules/four/course.yaml', 'copy/README.md', 'other/modules/x.md'])).toEqual({
      'copy/modules/four/course.yaml': 'modules/four/course.yaml',
    });
  });

  test('of a course at the root go to modules/, under the name of the zip', () => {
    expect(placed(['course.yaml', 'assets/a.png', 'old/course.yaml'])).toEqual({
      'course.yaml': 'modules/le-four/course.yaml',
      'assets/a.png': 'modules/le-four/assets/a.png',
      'old/course.yaml': 'modules/le-four/old/course.yaml',
    });
  });

  test('of a course in a folder go to modules/, under the name of the folder', () => {
    expect(placed(['Le Tram/course.yaml', 'Le Tram/1.md', 'LeTram/x.md', 'old/Le Tram/2.md', 'a.md'])).toEqual({
      'Le Tram/course.yaml': 'modules/le-tram/course.yaml',
      'Le Tram/1.md': 'modules/le-tram/1.md',
    });
  });

  test('of several projects or courses in folders are those of the first', () => {
    expect(placed(['b/modules/four/course.yaml', 'a/modules/tram/course.yaml'])).toEqual({
      'b/modules/four/course.yaml': 'modules/four/course.yaml',
    });
    expect(placed(['x/y/course.yaml', 'tram/course.yaml', 'four/course.yaml'])).toEqual({ 'tram/course.yaml': 'modules/tram/course.yaml' });
    expect(placed(['old/course.yaml', 'course.yaml'])).toHaveProperty(['course.yaml'], 'modules/le-four/course.yaml');
    expect(placed(['old/modules/tram/course.yaml', 'modules/four/course.yaml'])).toEqual({
      'modules/four/course.yaml': 'modules/four/course.yaml',
    });
  });

  test.each([
    [['notes.txt']],
    [['a/b/course.yaml']],
    [['a/b/modules/four/course.yaml']],
    [['.git/course.yaml']],
    [['node_modules/course.yaml']],
    [['mycourse.yaml.md']],
    [['mycourse.yaml']],
    [[]],
  ])('without a course have no place: %j', (paths) => {
    expect(placed(paths)).toBeNull();
  });

  test('without what systems and tools leave', () => {
    expect(placed(['course.yaml', '.DS_Store', 'Thumbs.db', '__MACOSX/course.yaml', '.git/config'])).toEqual({
      'course.yaml': 'modules/le-four/course.yaml',
    });
  });
});
