import type { Page } from 'playwright-core';

/** How many sheets of paper it takes. */
export async function sheetsOf(page: Page): Promise<number> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return text.match(/\/Type \/Page\b/g)?.length ?? 0;
}
