// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Uses } from '../../../build/studio/course/uses.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { openDesk } from '../../helpers/course-desk.ts';
import { buttons, draw, press, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const USES = [
  { path: 'modules/four/pain.md', line: 3, page: '' },
  { path: 'modules/four/banks/sel.md', line: 12, page: 'La mie' },
];

afterEach(undraw);

test('uses are counted, named and listed, and lead to their line', async () => {
  const { desk, studio } = await openDesk({});
  await draw(h(Uses, { desk, uses: USES, name: 'Cuire' }));
  expect(wordsOf(document.querySelector('details > summary'))).toBe(`${t('course.used', { n: 2 })} : Cuire`);
  expect([...document.querySelectorAll('li')].map(wordsOf)).toEqual([
    `${t('course.head')} ${t('course.place', { file: 'pain.md', line: 3 })}`,
    `La mie ${t('course.place', { file: 'banks/sel.md', line: 12 })}`,
  ]);
  expect(document.querySelector('summary > .s-hidden')?.textContent).toBe(' : Cuire');
  expect(buttons()).toEqual([t('course.head'), 'La mie']);
  expect([...document.querySelectorAll('li button')].map((one) => [one.getAttribute('type'), one.className])).toEqual(
    Array(2).fill(['button', 's-course-link']),
  );
  await press('La mie');
  expect(studio.cursor.value).toMatchObject({ path: 'modules/four/banks/sel.md', line: 12 });
});

test('the summary may have other words', async () => {
  const { desk } = await openDesk({});
  await draw(h(Uses, { desk, uses: USES, name: 'soir', text: 'Voir où' }));
  expect(wordsOf(document.querySelector('summary'))).toBe('Voir où : soir');
});

test('what is not used says so, and opens nothing', async () => {
  const { desk } = await openDesk({});
  await draw(h(Uses, { desk, uses: [], name: 'Cuire' }));
  expect([wordsOf(document.body), document.querySelector('details')]).toEqual([t('course.unused'), null]);
});
