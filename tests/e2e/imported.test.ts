import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';
import { planOf } from './answers.ts';
import { openZip } from './open-package.ts';
import { playToEnd } from './play.ts';
import { leaveByFrame, open } from './play-through.ts';
import { flatten, toldOf } from './record.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const GIFT = `// [id:levain]
Que fait le levain ? {=Il lève.#Oui. ~%50%Il goûte. ~Il colore.}

// [id:four]
Le four est chaud avant la pâte. {T#Relisez la fiche.#Oui.}

// [id:table]
Que faut-il sur la table ? {~%50%la farine ~%50%l’eau ~%-100%le savon}

// [id:petrin]
Qui pétrit ? {=le boulanger =%50%boulang*#Le métier entier.}

// [id:degres]
À combien de degrés cuit la miche ? {#250:10}

// [id:paires]
Reliez. {=seigle -> tourte =beurre -> brioche}

// [id:nuit]
Racontez une nuit au fournil. {}
`;

test('an imported bank plays to its end, and the LMS gets all of it', { timeout: 240_000 }, async () => {
  const project = makeProject({ 'fournil.gift': GIFT });
  expect((await runCartable(['import', 'fournil.gift'], project)).code).toBe(0);
  const yaml = join(project, 'modules/cours-fournil/course.yaml');
  writeFileSync(yaml, `${readFileSync(yaml, 'utf8')}pace: page\n`);
  expect((await runCartable(['build'], project)).code).toBe(0);
  const { setting, close } = await openZip(browser, join(project, 'dist/cours-fournil/fournil.scorm12.zip'), {
    target: 'scorm12',
    lms: 'strict',
  });
  const { content } = setting;
  const answers = planOf(content, () => true);
  const tab = await open({ ...setting, isRight: () => true, answers, checked: [] });
  const checked = await playToEnd(tab.page, answers, content);
  expect(checked.toSorted()).toEqual(['degres', 'four', 'levain', 'nuit', 'paires', 'petrin', 'table']);
  const elements = flatten(await leaveByFrame(tab));
  expect(elements).toMatchObject({ 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '100' });
  expect(toldOf(elements, '1.2').size).toBe(7);
  await close();
});
