import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LmsHost } from '../helpers/lms-host.ts';

/** A tab of the learner's browser, watched. */
export interface Tab {
  readonly page: Page;
  /** Errors in the console, errors thrown, and requests that leave the package or its LMS. */
  readonly faults: string[];
}

function isAllowed(url: string, { origin }: LmsHost): boolean {
  return url === 'about:blank' || ['/course/sco/', '/player', '/lms.js', '/favicon.ico'].some((path) => url.startsWith(origin + path));
}

/** Opens a tab; whatever goes wrong in it is noted. */
export async function openTab(browser: Browser | BrowserContext, host: LmsHost): Promise<Tab> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => isAllowed(request.url(), host) || faults.push(request.url()));
  return { page, faults };
}
