// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HelpDialog } from '../../../build/studio/start/help-dialog.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { draw, press, undraw, wordsOf } from '../../helpers/drawn.ts';

beforeEach(() => {
  language.value = 'en';
});
afterEach(undraw);

test('explains each topic under its name, in the order of the work, and closes', async () => {
  const onClose = vi.fn();
  await draw(h(HelpDialog, { onClose }));
  const topics = (['write', 'see', 'pack', 'results', 'kept'] as const).map((one) => [t(`help.${one}`), t(`help.${one}.about`)]);
  const shown = [...document.querySelectorAll('dl > div')].map((one) => [
    wordsOf(one.querySelector('dt')),
    wordsOf(one.querySelector('dd')),
  ]);
  expect([shown, wordsOf(document.querySelector('h2'))]).toEqual([topics, t('help.title')]);
  await press(t('close'));
  expect(onClose).toHaveBeenCalledOnce();
});
