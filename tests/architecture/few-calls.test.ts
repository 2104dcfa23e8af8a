import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runBuild, runValidate } from '../../build/cli/build.ts';
import type { CommandContext } from '../../build/cli/context.ts';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { engine } from '../helpers/engine.ts';

/** Calls of the program from a command to the report of a mistake; both count. */
const MOST = 12;

const limit = Error.stackTraceLimit;
const project = mkdtempSync(join(tmpdir(), 'cartable-'));

afterEach(() => {
  Error.stackTraceLimit = limit;
  vi.restoreAllMocks();
  rmSync(project, { recursive: true, force: true });
});

function contextOf(body: string): CommandContext {
  const modules = join(project, 'modules');
  mkdirSync(join(modules, 'depot'), { recursive: true });
  writeFileSync(join(modules, 'depot/course.yaml'), 'id: depot\ntitle: Dépôt\nlang: fr\nmodules: [rames]\n');
  writeFileSync(join(modules, 'depot/rames.md'), `---\nid: rames\ntitle: Rames\n---\n\n# Le quai {#quai}\n\n${body}\n`);
  const silent = (): void => undefined;
  return { project, modules, language: 'fr', command: 'cartable', engine, print: silent, complain: silent, progress: silent } as never;
}

const commands = {
  runBuild: (context: CommandContext) => runBuild([], {}, context),
  runValidate: async (context: CommandContext) => runValidate([], {}, context),
};

/** Code of the first mistake, and the calls of the program that lead to its report, the last first. */
async function firstReport(
  command: keyof typeof commands,
  body: string,
): Promise<{ readonly code: string; readonly calls: readonly string[] }> {
  Error.stackTraceLimit = 100;
  const found: { code: string; stack: string }[] = [];
  vi.spyOn(Diagnostics.prototype, 'error').mockImplementation((code) => {
    found.push({ code, stack: new Error(code).stack ?? '' });
    throw new Error('first');
  });
  await commands[command](contextOf(body)).catch(() => 1);
  const [{ code, stack } = { code: '', stack: '' }] = found;
  const calls = stack.split('\n').filter((line) => /\/(?:build|templates)\//.test(line));
  return { code, calls: ['Diagnostics.error', ...calls] };
}

const question = (attribute: string): string => `:::choice{#q-frein ${attribute}}\nQui freine ?\n\n- [x] Moi\n- [ ] Toi\n:::`;

describe.each(['runBuild', 'runValidate'] as const)('after few calls of %s', (command) => {
  test.each([
    ['an unknown attribute of an activity', question('mutliple'), 'unknown-attribute'],
    ['a wrong value of an activity', question('points=beaucoup'), 'bad-attribute'],
    ['an unknown attribute of a question in a quiz', `::::quiz{#test}\n${question('mutliple')}\n::::`, 'unknown-attribute'],
  ])('%s is reported', async (_what, body, expected) => {
    const { code, calls } = await firstReport(command, body);
    expect(code).toBe(expected);
    expect(calls.at(-1)).toContain(command);
    expect(calls.length, calls.join('\n')).toBeLessThanOrEqual(MOST);
  });
});
