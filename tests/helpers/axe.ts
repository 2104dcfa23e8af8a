import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { scoFrame } from './keyboard.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds on the page on screen, a line each. Run through the debugger: the package's policy forbids foreign scripts.
 * @param frame where the package is; by default the one that an LMS holds
 */
export async function axe(page: Page, frame: Frame = scoFrame(page)): Promise<string[]> {
  await frame.evaluate(axeSource);
  // What fades in is judged once it is there.
  await frame.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  return frame.evaluate(async () => {
    const engine = (
      window as unknown as {
        axe: {
          run(
            context: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await engine.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${String(node.target)} ${(node.failureSummary ?? '').slice(0, 160)}`),
    );
  });
}
