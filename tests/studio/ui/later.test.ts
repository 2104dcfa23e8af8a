// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { language, t } from '../../../build/studio/strings.ts';
import { later } from '../../../build/studio/ui/later.tsx';
import { draw, output, settled, undraw, wordsOf } from '../../helpers/drawn.ts';

const Oven = ({ heat }: { readonly heat: number }) => h('h2', null, `Oven at ${heat}`);

beforeEach(() => {
  language.value = 'en';
});
afterEach(undraw);

test('a part is loaded once it is drawn, not before, and gets its properties', async () => {
  let come = (_part: typeof Oven): void => {};
  const load = vi.fn(
    () =>
      new Promise<typeof Oven>((resolve) => {
        come = resolve;
      }),
  );
  const Later = later(load);
  expect(load).not.toHaveBeenCalled();
  await draw(h(Later, { heat: 220 }));
  expect([output('status'), output('alert'), document.querySelector('h2')]).toEqual([[t('loading')], [], null]);
  come(Oven);
  await settled();
  expect([output('status'), wordsOf(document.querySelector('h2')), load.mock.calls.length]).toEqual([[], 'Oven at 220', 1]);
});

test('a part that can’t be loaded is reported', async () => {
  await draw(
    h(
      later<object>(() => Promise.reject(new Error('offline'))),
      {},
    ),
  );
  expect([output('alert'), output('status')]).toEqual([[t('loading.failed')], []]);
});
