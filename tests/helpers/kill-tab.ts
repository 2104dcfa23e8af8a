import type { BrowserContext } from 'playwright-core';
import { openSample, storedText } from './served-studio.ts';
import { isWhole } from './sweep.ts';

/** A word that was typed, and when (ms since 1970) the page had it. */
interface Typed {
  readonly word: string;
  readonly at: number;
}

/** Milliseconds between two keys: nobody types faster than forty a second. */
const KEY = 25;

/** Milliseconds within which a word that was typed is saved: a second where nothing else runs, more beside other tests. */
const SAVED_WITHIN = isWhole ? 1000 : 3000;

/**
 * Types words into the sample, ends the tab without a warning after a random time, and looks into the storage.
 * @param number of the round: words of each round differ
 * @returns words that are lost although they should have been saved
 */
export async function lostAfterKill(
  context: BrowserContext,
  address: string,
  number: number,
  milliseconds: number,
): Promise<readonly string[]> {
  const page = await context.newPage();
  await openSample(page, address);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  const typed: Typed[] = [];
  const end = Date.now() + milliseconds;
  for (let count = 0; Date.now() < end; count++) {
    const word = `k${number}n${count}`;
    await page.keyboard.type(` ${word}`, { delay: KEY });
    typed.push({ word, at: Date.now() });
  }
  // While the tab before still holds the course, edits are refused: the author sees them vanish.
  const shown = (await page.locator('.cm-content').textContent()) ?? '';
  const killed = Date.now();
  await page.close();
  const next = await context.newPage();
  await next.goto(address);
  const text = await storedText(next);
  await next.close();
  const isIn = (where: string, word: string): boolean => new RegExp(`\\b${word}\\b`).test(where);
  const kept = typed.filter(({ word, at }) => killed - at > SAVED_WITHIN && isIn(shown, word)).map(({ word }) => word);
  return kept.filter((word) => !isIn(text, word));
}
