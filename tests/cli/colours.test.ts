// @vitest-environment happy-dom
// In a page of its own: what stands in for modules must not reach other tests.
import { afterEach, expect, test, vi } from 'vitest';

const { support } = vi.hoisted(() => ({ support: { isColorSupported: true, createColors: (isOn: boolean) => ({ isOn }) } }));
vi.mock('picocolors', () => ({ default: support }));

const { platform } = process;
const { isTTY } = process.stderr;
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  Object.defineProperty(process.stderr, 'isTTY', { value: isTTY, configurable: true, writable: true });
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  ['linux', true, false, undefined, true],
  ['win32', true, true, undefined, true],
  ['win32', true, false, undefined, false],
  ['win32', true, undefined, undefined, false],
  ['win32', true, false, '1', true],
  ['linux', false, true, '1', false],
] as const)(
  'on %s (supported %s, terminal %s, FORCE_COLOR %s) colours are shown: %s',
  async (system, isSupported, isTerminal, force, isOn) => {
    support.isColorSupported = isSupported;
    Object.defineProperty(process, 'platform', { value: system });
    Object.defineProperty(process.stderr, 'isTTY', { value: isTerminal, configurable: true, writable: true });
    vi.stubEnv('FORCE_COLOR', force);
    expect((await import('../../build/cli/colours.ts')).colours).toEqual({ isOn });
  },
);
