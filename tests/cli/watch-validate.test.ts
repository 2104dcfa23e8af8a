import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { fill, strings } from '../../build/cli/strings.ts';
import { runWatchValidate } from '../../build/cli/watch-validate.ts';
import { Memo } from '../../build/memo.ts';
import { OwnTypeError } from '../../build/own-types/own-type-error.ts';
import { depot } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';
import { engine } from '../helpers/engine.ts';

const GOOD = '---\nid: rames\ntitle: Les rames\ncompletion: visited\n---\n# Le quai {#quai}\n\nUne rame attend.\n';
const BAD = `${GOOD}\n:::choix\n:::\n`;

let stop = async (): Promise<number> => 0;
afterEach(async () => {
  await stop();
});

/** Starts the command on a project. */
function start(project: string, options: object = {}, more: Parameters<typeof commandContext>[1] = {}, names: readonly string[] = []) {
  const made = commandContext(project, more);
  const before = new Set(process.listeners('SIGINT'));
  const ended = runWatchValidate(names, options, made.context);
  stop = async () => {
    const [own] = process.listeners('SIGINT').filter((listener) => !before.has(listener));
    own?.('SIGINT');
    stop = async () => 0;
    return ended;
  };
  const all = (): string => [...made.printed, ...made.complaints].join('\n');
  const isWaiting = (): boolean => process.listeners('SIGINT').some((listener) => !before.has(listener));
  return { ...made, all, isWaiting };
}
const save = (project: string, text: string): void => writeFileSync(join(project, 'modules/depot/rames.md'), text);

test('checks at once and again at each save, until it is stopped', async () => {
  const project = depot({ 'rames.md': GOOD });
  const { printed, complaints, isWaiting } = start(project);
  await expect.poll(isWaiting).toBe(true);
  expect(printed).toEqual([expect.stringContaining('Tout est en ordre'), expect.stringContaining('Ctrl+C')]);
  save(project, BAD);
  await expect.poll(() => complaints.join('\n')).toContain('unknown-directive');
  save(project, GOOD);
  await expect.poll(() => printed.length).toBeGreaterThan(2);
  const cleared = vi.spyOn(globalThis, 'clearInterval');
  expect(await stop()).toBe(0);
  expect(cleared).toHaveBeenCalledTimes(1);
  cleared.mockRestore();
});

test('the folder that is watched is named from the current one', async () => {
  const project = depot({ 'rames.md': GOOD });
  const cwd = vi.spyOn(process, 'cwd');
  const named: (string | undefined)[] = [];
  try {
    for (const at of [project, join(project, 'modules')]) {
      cwd.mockReturnValue(at);
      const { printed, isWaiting } = start(project);
      await expect.poll(isWaiting).toBe(true);
      await stop();
      named.push(printed.at(-1));
    }
  } finally {
    cwd.mockRestore();
  }
  expect(named).toEqual(['modules', '.'].map((folder) => fill(strings.fr.watching, { folder })));
});

test('as JSON, only results are written', async () => {
  const { printed, isWaiting } = start(depot({ 'rames.md': BAD }), { json: true });
  await expect.poll(isWaiting).toBe(true);
  expect(printed.map((text) => JSON.parse(text).diagnostics.length)).toEqual([1]);
  await stop();
  const named = start(depot({ 'rames.md': GOOD }), { json: true }, {}, ['tunnel']);
  await expect.poll(named.isWaiting).toBe(true);
  expect(named.printed.map((text) => JSON.parse(text).diagnostics)).toEqual([[expect.objectContaining({ code: 'no-such-name' })]]);
});

test('a failure is reported, and the next save is checked', async () => {
  const project = depot({ 'rames.md': GOOD });
  const failure = new OwnTypeError({
    code: 'type-code',
    severity: 'error',
    at: { file: 'types/tri/type.ts', line: 2, column: 3 },
    values: { why: 'cassé' },
  });
  let turn = 0;
  const files = new Proxy(engine.host.files, {
    get(target, name) {
      if (name === 'list' && turn++ === 0) throw failure;
      return Reflect.get(target, name);
    },
  });
  const cleared = vi.spyOn(Memo.prototype, 'clear');
  const { printed, complaints, isWaiting } = start(project, {}, { engine: { ...engine, host: { ...engine.host, files } } });
  await expect.poll(isWaiting).toBe(true);
  expect([complaints.join('\n'), printed.length]).toEqual([expect.stringContaining('types/tri/type.ts:2:3'), 1]);
  expect(cleared).toHaveBeenCalledTimes(1);
  cleared.mockRestore();
  save(project, `${GOOD}\nUne autre.\n`);
  await expect.poll(() => printed.join('\n')).toContain('Tout est en ordre');
});
