import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { scoFrame } from './keyboard.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Lists axe's findings on the page on screen, one line each. It runs through the debugger, because the package's policy forbids
 * foreign scripts.
 * @param frame frame of the package; by default the LMS's
 */
export async function axe(page: Page, frame: Frame = scoFrame(page)): Promise<string[]> {
  // A page that was looked at before has it.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource);
  // Waits for animations before judging.
  await frame.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  return frame.evaluate(async () => {
    const engine = (
      window as unknown as {
        axe: {
          run(
            context: object,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
        };
      }
    ).axe;
    // Going through pages and screens that are not shown would take half of the time, and find nothing: axe judges what is shown.
    const { violations } = await engine.run({ exclude: ['[data-page][hidden]', '.r-screen[hidden]'] }, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${String(node.target)} ${(node.failureSummary ?? '').slice(0, 160)}`),
    );
  });
}
