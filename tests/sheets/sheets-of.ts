import type { Page } from 'playwright-core';

/** Number of sheets of paper. */
export async function sheetsOf(page: Page): Promise<number> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return text.match(/\/Type \/Page\b/g)?.length ?? 0;
}
