import type { Page } from 'playwright-core';
import { answersOf, openModule, type Unpacked, unpack } from '../access/open-module.ts';
import { openBrowser } from '../helpers/browser.ts';
import { MOST_SHIFTED, SHIFTS } from './launch.ts';
import { type Row, row } from './row.ts';

const ROUNDS = 4;
const CPU = 4;
/** Milliseconds from an event to when its effects can be painted. */
const ANSWERED = 50;

declare global {
  interface Window {
    /** Duration (ms) of each event of the last input. */
    took: number[];
  }
}

/**
 * Notes what each event of an input takes: the handlers of the page, then styles and layout of what they changed, which asking for
 * a height makes due. A text, since what compiles the benches would put calls of its own into a function.
 */
const NOTE = `
  window.took = [];
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'beforeinput', 'input', 'change']) {
    let start = 0;
    addEventListener(name, () => { start = performance.now(); }, true);
    addEventListener(name, () => { document.documentElement.offsetHeight; window.took.push(performance.now() - start); });
  }`;

/** A learner's page on a slow machine. */
async function openSlow(browser: Awaited<ReturnType<typeof openBrowser>>): Promise<Page> {
  const page = await openModule(browser, 'gallery', { viewport: { width: 1000, height: 700 } });
  await page.addInitScript(SHIFTS);
  await page.addInitScript(NOTE);
  await page.reload();
  await page.locator('[data-save="alone"]').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  return page;
}

/** Milliseconds of the longest event of an input. */
async function costOf(page: Page, input: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => void window.took.splice(0));
  await input();
  return page.evaluate(async () => {
    await window.access.pause();
    return Math.max(0, ...window.took);
  });
}

/** Answers the page on screen with pointer and keys. @returns what each input cost */
async function play(page: Page, plan: object): Promise<number[]> {
  const costs: number[] = [];
  for (;;) {
    const aim = await page.evaluate((answers) => window.access.aim(answers), plan);
    if (!aim) return costs;
    const { kind, x, y, text } = aim;
    costs.push(await costOf(page, () => page.mouse.click(x, y)));
    if (kind === 'choose') costs.push(await costOf(page, () => page.evaluate((value) => window.access.choose(value), text)));
    if (kind !== 'write') continue;
    await page.keyboard.insertText(text.slice(0, -1));
    costs.push(await costOf(page, () => page.keyboard.insertText(text.slice(-1))));
  }
}

/** Minimum over the rounds: a busy moment of the machine adds to an input in one round, not in another. */
function atBest(rounds: readonly (readonly number[])[]): number {
  const [first = []] = rounds;
  return Math.max(0, ...first.map((_, step) => Math.min(...rounds.map((costs) => costs[step] ?? Number.POSITIVE_INFINITY))));
}

/** Goes through all pages. @returns what they shifted by themselves */
async function playAll(page: Page, { content, pages }: Unpacked, costs: Map<string, number[][]>): Promise<number> {
  const plan = answersOf(content, true);
  for (const id of pages) {
    await page.locator(`#p-${id}:not([hidden])`).waitFor({ state: 'attached' });
    costs.set(id, [...(costs.get(id) ?? []), await play(page, plan)]);
    await page.locator('#c-nav [data-action="next"]').click();
  }
  return Number(await page.evaluate('window.shifted'));
}

/** Every type, answered by hand on a slow machine: what an input costs, and what moves by itself. */
export async function benchGallery(): Promise<Row[]> {
  const browser = await openBrowser();
  try {
    const gallery = await unpack('gallery');
    const costs = new Map<string, number[][]>();
    const shifts: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await openSlow(browser);
      shifts.push(await playAll(page, gallery, costs));
      await page.context().close();
    }
    const types = [...costs].map(([id, rounds]) => [id.replace('page-', ''), atBest(rounds)] as const).sort((a, b) => b[1] - a[1]);
    const words = types.slice(0, 8).map(([type, cost]) => `${type} ${cost.toFixed(0)} ms`);
    process.stderr.write(`inputs: ${words.join(', ')}\n`);
    const [worst = ['', Number.NaN] as const] = types;
    return [
      row(`gallery: an input is answered, CPU ÷ ${CPU}, longest in ${worst[0]}`, worst[1], 'ms', ANSWERED),
      row('gallery: shift while all is answered', Math.max(...shifts), 'CLS', MOST_SHIFTED),
    ];
  } finally {
    await browser.close();
  }
}
