import { expect, test } from 'vitest';
import { keptFiles } from '../../../build/studio/prepare/kept-list.ts';

const FILES: Readonly<Record<string, string>> = {
  'releases/pain/2026-11-01-aaaaaaaa/release.json': '{"moment":"2026-11-01T08:00:00.000Z"}',
  'releases/pain/2026-11-01-aaaaaaaa/s1.scorm12.zip': '',
  'releases/pain/2026-11-14-bbbbbbbb/release.json': '{"moment":"2026-11-14T08:00:00.000Z"}',
  'releases/pain/2026-11-14-bbbbbbbb/s1.scorm12.zip': '',
  'releases/pain/2026-11-14-bbbbbbbb/2027/s1.scorm12.zip': '',
  'releases/pain/2026-11-15-cccccccc/release.json': '{broken',
  'releases/pain/2026-11-15-cccccccc/s1.scorm12.zip': '',
  'releases/four/2026-11-15-dddddddd/release.json': '{"moment":"2026-11-15T08:00:00.000Z"}',
  'releases/four/2026-11-15-dddddddd/s1.scorm12.zip': '',
  'releases/pain/2026-11-16-eeeeeeee/release.json': '{"moment":3}',
  'releases/pain/2026-11-16-eeeeeeee/s1.scorm12.zip': '',
  'releases/pain/2026-11-17-ffffffff/s1.scorm12.zip': '',
  'releases/pain/2026-11-14-bbbbbbbb/other-s1.scorm12.zip': '',
  'releases/pain/2026-11-14-bbbbbbbb/s2.scorm12.zip': '',
};
const project = { paths: Object.keys(FILES), text: (path: string) => FILES[path] };

test('lists the kept packages of a session, the newest first, without those that are not described', () => {
  expect(keptFiles('pain/s1.scorm12.zip', project).map(({ path }) => path)).toEqual([
    'releases/pain/2026-11-14-bbbbbbbb/s1.scorm12.zip',
    'releases/pain/2026-11-01-aaaaaaaa/s1.scorm12.zip',
  ]);
});

test('the newest comes first, in whatever order the files are', () => {
  const days = ['14', '01', '28', '02'];
  const files = new Map(days.map((day) => [`releases/pain/${day}/release.json`, `{"moment":"2026-11-${day}T08:00:00.000Z"}`]));
  const paths = days.map((day) => `releases/pain/${day}/s1.scorm12.zip`);
  const found = keptFiles('pain/s1.scorm12.zip', { paths, text: (path) => files.get(path) });
  expect(found.map(({ moment }) => moment.slice(8, 10))).toEqual(['28', '14', '02', '01']);
});

test('of two releases of one day the later one comes first, whatever their folders are named', () => {
  const moments = { '2026-11-28-ffff0000': '2026-11-28T10:00:00.000Z', '2026-11-28-0000aaaa': '2026-11-28T15:00:00.000Z' };
  const files = new Map(
    Object.entries(moments).map(([name, moment]) => [`releases/pain/${name}/release.json`, JSON.stringify({ moment })]),
  );
  const paths = Object.keys(moments).map((name) => `releases/pain/${name}/s1.scorm12.zip`);
  const found = keptFiles('pain/s1.scorm12.zip', { paths, text: (path) => files.get(path) });
  expect(found.map(({ path }) => path)).toEqual([paths[1], paths[0]]);
});

test('keeps the packages of a cohort apart', () => {
  expect(keptFiles('pain/2027/s1.scorm12.zip', project)).toEqual([
    { path: 'releases/pain/2026-11-14-bbbbbbbb/2027/s1.scorm12.zip', moment: '2026-11-14T08:00:00.000Z' },
  ]);
});
