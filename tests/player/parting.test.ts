// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fakeLms } from '../helpers/fake-driver.ts';
import { openStage, words } from './stage.ts';

const parting = (): HTMLElement | null => document.querySelector('.c-parting');
const spoken = (): string => document.getElementById('c-live')?.textContent ?? '';

test('a page that has too much to send when its tab is closed asks once, at the end of each page, to save and leave', async () => {
  const lms = fakeLms();
  const stage = openStage({ lms });
  await stage.time.pass(1000);
  expect(parting()).toBe(null);
  lms.isHeavy = true;
  stage.press('next', '#c-nav');
  await stage.shown();
  expect(parting()?.previousElementSibling?.id).toBe('c-nav');
  expect(parting()?.textContent).toContain(words.parting);
  expect(spoken()).toBe(words.parting);
  stage.press('previous', '#c-nav');
  await stage.shown();
  expect(document.querySelectorAll('.c-parting')).toHaveLength(1);
});

test('its button saves and leaves', async () => {
  const lms = fakeLms();
  lms.isHeavy = true;
  const stage = openStage({ lms });
  await stage.shown();
  expect(parting()?.querySelector('button')?.textContent).toBe(words.leave);
  expect([parting()?.dataset.mark, parting()?.querySelector('button')?.className]).toEqual(['info', 'c-button']);
  expect([...(parting()?.children ?? [])].map(({ localName }) => localName)).toEqual(['p', 'button']);
  expect(document.querySelector('#c-foot [data-action="leave"]')).not.toBeNull();
  stage.press('leave', '.c-parting');
  expect(lms.calls.at(-1)).toBe('leave');
  expect(stage.screen()).toBe('end-saved');
});

test('in review and preview nothing can be lost, so the page does not ask', async () => {
  for (const mode of ['review', 'browse'] as const) {
    const lms = fakeLms();
    lms.isHeavy = true;
    const stage = openStage({ lms, mode });
    await stage.shown();
    expect(parting()).toBe(null);
  }
});
