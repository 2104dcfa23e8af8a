import { expect, test } from 'vitest';
import { scorm2004Manifest } from '../../../build/stages/manifest/scorm2004.ts';
import { depot } from './depot.ts';

test('the whole manifest of a course', async () => {
  await expect(scorm2004Manifest(depot('scorm2004-4'), '4th')).toMatchFileSnapshot('scorm2004-4.imsmanifest.xml');
});

test('the 3rd edition differs by its version alone', () => {
  const fourth = scorm2004Manifest(depot('scorm2004-4'), '4th');
  const third = scorm2004Manifest(depot('scorm2004-3'), '3rd');
  expect(third).toContain('<schemaversion>2004 3rd Edition</schemaversion>');
  expect(third.replace('2004 3rd Edition', '2004 4th Edition')).toBe(fourth);
});
