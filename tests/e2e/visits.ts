import type { BrowserContext, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LearnerState } from '../../src/model/state/state.ts';
import type { LmsSite } from '../helpers/lms-site.ts';
import { savedState } from '../helpers/saved-state.ts';
import { type Elements, flatten } from './record.ts';

/** A package open in a tab. */
export interface Visit {
  readonly page: Page;
  readonly sco: Frame;
  /** Faults in the tab: errors, and requests that leave the package. */
  readonly faults: string[];
}

const ALLOWED = ['/course/sco/', '/own/course/sco/', '/player', '/lms.js', '/keep', '/favicon.ico', '/report'];

/** Opens a tab whose faults are noted. */
export async function openTab(context: BrowserContext, site: LmsSite): Promise<Pick<Visit, 'page' | 'faults'>> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => {
    const { port, pathname } = new URL(request.url());
    const own = [...ALLOWED, ...Object.keys(site.options.pages ?? {})].some((path) => pathname.startsWith(path));
    if ((!own || !site.origin.endsWith(port)) && request.url() !== 'about:blank') faults.push(request.url());
  });
  return { page, faults };
}

/** The package's frame, once its save status is one of these. */
export async function scoOf(page: Page, ...statuses: readonly string[]): Promise<Frame> {
  await expect.poll(() => page.frames().some((frame) => frame.url().includes('/course/sco/'))).toBe(true);
  const sco = page.frames().find((frame) => frame.url().includes('/course/sco/')) as Frame;
  await expect.poll(() => sco.locator('[data-save]').getAttribute('data-save')).toMatch(new RegExp(`^(?:${statuses.join('|')})$`));
  return sco;
}

/** Launches the module in a new tab. */
export async function launch(context: BrowserContext, site: LmsSite, status = 'saved'): Promise<Visit> {
  const tab = await openTab(context, site);
  await tab.page.goto(`${site.origin}/player`);
  return { ...tab, sco: await scoOf(tab.page, status) };
}

/** Ticks a choice and has it judged. */
export async function choose(sco: Frame, name: string): Promise<void> {
  const item = sco.locator('[data-activity]').filter({ has: sco.getByText(name, { exact: true }) });
  await item.getByText(name, { exact: true }).click();
  await item.locator('[data-action="check"]').click();
}

export async function write(sco: Frame, text: string): Promise<void> {
  await sco.locator('#a-o-panne textarea').fill(text);
  await sco.locator('#a-o-panne [data-action="check"]').click();
}

/** Turns to a page by the list of contents. */
export async function turnTo(sco: Frame, page: string): Promise<void> {
  await sco.evaluate((id) => document.querySelector<HTMLElement>(`#c-pages a[href="#p-${id}"]`)?.click(), page);
  await sco.locator(`#p-${page}:not([hidden])`).waitFor();
}

/** Waits for a save status. */
export async function saved(sco: Frame, status = 'saved'): Promise<void> {
  await sco.locator(`[data-save="${status}"]`).waitFor();
}

/** Closes the tab while the network is down: its last word is lost. Then the network is back. */
export async function closeUnheard({ page }: Visit, site: LmsSite): Promise<void> {
  const before = site.lost.length;
  await page.close();
  await expect.poll(() => site.lost.slice(before)).toContain('/keep');
  site.isDown = false;
}

/** `data-state` of an activity, wherever it stands. */
export function stateOf(sco: Frame, id: string): Promise<string | null> {
  return sco.locator(`#a-${id}`).getAttribute('data-state');
}

/** The banner on screen; '' where there is none. */
export function bannerOf(sco: Frame): Promise<string> {
  return sco.evaluate(() => document.querySelector<HTMLElement>('.c-banner[data-when]:not([hidden])')?.dataset.when ?? '');
}

/** Record on the server, in one form for both standards. */
export function record(site: LmsSite): { status: string; score: string; elements: Elements; state: LearnerState | null } {
  const elements = flatten(site.kept);
  const old = site.options.version === '1.2';
  return {
    status: elements[old ? 'cmi.core.lesson_status' : 'cmi.completion_status'] ?? '',
    score: elements[old ? 'cmi.core.score.raw' : 'cmi.score.raw'] ?? '',
    elements,
    state: savedState(elements['cmi.suspend_data'] ?? '', 'rames'),
  };
}

/** Entries of the package in this browser's storage. */
export function copies(sco: Frame): Promise<string[]> {
  return sco.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cartable')));
}
