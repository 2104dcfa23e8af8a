// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { MoodleSteps } from '../../../build/studio/prepare/moodle-steps.tsx';
import { language, t } from '../../../build/studio/words.ts';
import { button, draw, press, undraw } from '../../helpers/drawn.ts';

afterEach(undraw);

/** Draws the steps for one package. @param since day of the kept package; '' without one */
async function shown(since: string, changes: object | null): Promise<void> {
  language.value = 'en';
  const packages = [{ file: 'four/s1.scorm12.zip', title: 'Session 1', since, changes }];
  const work = { prepared: { value: { packages, groups: [] } }, choice: { value: { target: 'scorm12' } } };
  await draw(h(MoodleSteps, { work, settings: {} } as never));
}

function isFirst(): boolean {
  return button(t('prepare.then.first')).getAttribute('aria-pressed') === 'true';
}

test('a new package is added, one with changes replaces the old', async () => {
  await shown('', null);
  expect(isFirst()).toBe(true);
  await undraw();
  await shown('2028-03-01', { risk: 'safe', isSame: false });
  expect(isFirst()).toBe(false);
  await undraw();
  await shown('2028-03-01', { risk: 'redo', isSame: false });
  expect(isFirst()).toBe(true);
});

// The download of a first package keeps it: the steps turned to those of a replacement before it was in Moodle.
test('a package that was just kept is still to be added, unless the author decides otherwise', async () => {
  await shown('2028-03-01', { risk: 'safe', isSame: true });
  expect(isFirst()).toBe(true);
  await press(t('prepare.then.replace'));
  expect(isFirst()).toBe(false);
});
