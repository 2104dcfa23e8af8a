import { expect, test } from 'vitest';
import { checkDepot } from '../../helpers/check-depot.ts';

const course = (theme: string): string => `id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames]\npace: page\n${theme}`;

test('a readable colour and a logo of the course', () => {
  expect(
    checkDepot({
      'course.yaml': course('theme: { accent: "#1D4ED8", logo: logo.svg }\n'),
      'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }).found,
  ).toEqual([]);
});

test('a colour that can not be read, with one that can', () => {
  const { found, values } = checkDepot({ 'course.yaml': course('theme:\n  accent: "#FFEE00"\n') });
  expect(found).toEqual(['poor-contrast course.yaml:7:11']);
  expect(values).toMatchObject({ colour: '#FFEE00', needed: 4.5 });
  expect(Number(values?.ratio)).toBeLessThan(4.5);
  expect(checkDepot({ 'course.yaml': course(`theme:\n  accent: "${values?.suggestion}"\n`) }).found).toEqual([]);
});

test('a colour that is too pale for the pages of its look alone', () => {
  const found = (name: string) => checkDepot({ 'course.yaml': course(`theme: { name: ${name}, accent: "#0070C0" }\n`) }).found;
  expect([found('plain'), found('editorial')]).toEqual([[], [expect.stringMatching(/^poor-contrast/)]]);
});

test('a logo that is not there, and the theme of a cohort', () => {
  expect(checkDepot({ 'course.yaml': course('theme:\n  logo: logo.svg\n') }).found).toEqual(['missing-asset course.yaml:7:9']);
  expect(checkDepot({ 'cohorts/nord.yaml': 'title: Nord\ntheme:\n  accent: "#FFEE00"\n' }).found).toEqual([
    'poor-contrast cohorts/nord.yaml:3:11',
  ]);
});

test('the themes of the course and of each cohort are all checked', () => {
  const theme = 'theme:\n  accent: "#FFEE00"\n  logo: logo.svg\n';
  const files = { 'course.yaml': course(theme), 'cohorts/nord.yaml': `title: Nord\n${theme}`, 'cohorts/sud.yaml': `title: Sud\n${theme}` };
  expect(checkDepot(files).found).toEqual(
    [
      ['course.yaml', 7],
      ['cohorts/nord.yaml', 3],
      ['cohorts/sud.yaml', 3],
    ].flatMap(([file, line]) => [`poor-contrast ${file}:${line}:11`, `missing-asset ${file}:${Number(line) + 1}:9`]),
  );
});
