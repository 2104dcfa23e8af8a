import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findProject } from '../../build/cli/find-project.ts';
import { depot } from '../bad-input/depot-project.ts';

const project = depot({
  '../pain/course.yaml': 'id: pain\ntitle: Pain\nmodules: [a]\n',
  'banks/a.md': 'x',
  'essai/modules/petit/course.yaml': 'id: petit\ntitle: Petit\nmodules: [a]\n',
});
mkdirSync(join(project, 'autre/modules/vide'), { recursive: true });

test.each([
  ['', ''],
  ['modules', ''],
  ['modules/depot', ''],
  ['modules/depot/banks', ''],
  ['modules/depot/essai', 'modules/depot/essai'],
  ['modules/depot/essai/modules/petit', 'modules/depot/essai'],
  ['autre', 'autre'],
  ['autre/modules', 'autre/modules'],
  ['modules/ailleurs', 'modules/ailleurs'],
])('from %j', (from, found) => {
  expect(findProject(join(project, from))).toBe(join(project, found));
});
