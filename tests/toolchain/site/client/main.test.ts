// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';

const [Contents, Moving] = [vi.fn(), vi.fn()];
vi.doMock('../../../../build/toolchain/site/client/contents.ts', () => ({ Contents }));
vi.doMock('../../../../build/toolchain/site/client/moving.ts', () => ({ Moving }));

afterEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
});

/** Runs the script of a page. @returns the elements that each part was given */
async function open(html: string): Promise<Record<string, unknown[][]>> {
  document.body.innerHTML = html;
  await import('../../../../build/toolchain/site/client/main.ts');
  return { contents: Contents.mock.calls, moving: Moving.mock.calls };
}

const CONTENTS = '<nav class="w-contents"></nav>';
const FIGURE = '<figure data-moving="a.webp"></figure>';

test.each([
  ['<main></main>', [], []],
  [CONTENTS, [['.w-contents']], []],
  [FIGURE, [], [['figure']]],
  [CONTENTS + FIGURE, [['.w-contents']], [['figure']]],
])('%s gets what it has a place for', async (html, contents, moving) => {
  const elements = (calls: string[][]): unknown[][] => calls.map((names) => names.map((name) => document.querySelector(name)));
  expect(await open(html)).toEqual({ contents: elements(contents), moving: elements(moving) });
});
