import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { root } from '../helpers/examples-project.ts';
import { spread } from '../helpers/sweep.ts';
import { openZip } from './open-package.ts';
import { playInTwo } from './play-through.ts';
import { rows } from './record.ts';

let browser: Browser;
let out: string;

beforeAll(async () => {
  browser = await openBrowser();
  const copy = mkdtempSync(join(tmpdir(), 'cartable-one-sco-'));
  cpSync(join(root, 'modules/partenariats-reseaux'), join(copy, 'modules/partenariats-reseaux'), { recursive: true });
  const file = join(copy, 'modules/partenariats-reseaux/course.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('package: sco-per-module', 'package: one-sco\npace: page'));
  out = buildPackages(copy, 'partenariats-reseaux', '--cohort', 'base', '--target', 'scorm12', '--target', 'scorm2004-4');
  rmSync(copy, { recursive: true });
});

afterAll(() => browser?.close());

const sessions = ['seance-1', 'seance-2', 'seance-3', 'seance-3-note'];

const TARGETS = [
  ['scorm12', { status: 'passed' }],
  ['scorm2004-4', { completion_status: 'completed', success_status: 'passed' }],
] as const;

test.each(spread(TARGETS, 1))(
  '%s: the real course as one SCO, by keyboard, left in the last quiz by closing the tab, resumed and finished',
  { timeout: 900_000 },
  async (target, passed) => {
    const zip = join(out, `partenariats-reseaux/partenariats-reseaux.${target}.zip`);
    const { setting, close } = await openZip(browser, zip, { target, lms: 'strict' });
    expect(setting.content.chapters?.map(({ id }) => id)).toEqual(sessions);
    const elements = await playInTwo({ ...setting, isRight: () => true });
    const chapters = rows(elements, 'objectives').slice(0, sessions.length);
    expect(chapters).toMatchObject(sessions.map((id) => ({ id, 'score.raw': '100', ...passed })));
    await close();
  },
);
