import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { compile, css, sharedModules, sharedPlugin } from '../../build/toolchain/compile.ts';
import { root as clone } from '../helpers/examples-project.ts';

const root = mkdtempSync(join(tmpdir(), 'cartable-compile-'));
const FILES: Readonly<Record<string, string>> = {
  'src/widgets/drag.ts': 'import { lift } from "./lift.ts"; export const drag = (): string => lift("drag"); export const drop = 1;',
  'src/widgets/lift.ts': 'export const lift = (name: string): string => "lifted " + name;',
  'srcs/aside.ts': 'export const aside = (): string => "aside";',
  'templates/order/runtime.ts':
    'import { aside } from "../../srcs/aside.ts"; import { drag } from "../../src/widgets/drag.ts"; export const mount = (): string => drag() + aside();',
  'a.css': '.a { color: red; }\n',
  'b.css': '.b { color: blue; }\n',
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
symlinkSync(join(clone, 'node_modules'), join(root, 'node_modules'));
const ENTRY = 'import { mount } from "./templates/order/runtime.ts"; __x({ mount });';

test('an entry is compiled with all that it imports', async () => {
  const { text, inputs, packages } = await compile(root, ENTRY, []);
  expect(text).toContain('lifted');
  expect(inputs).toEqual(expect.arrayContaining(['src/widgets/drag.ts', 'src/widgets/lift.ts', 'templates/order/runtime.ts']));
  expect(packages).toEqual([]);
  const other = await compile(root, 'import { h } from "preact"; import "fflate"; __x({ h });', []);
  expect(other.packages).toEqual([expect.stringMatching(/node_modules\/preact$/)]);
});

test('modules of `src` that types import, with their exports', async () => {
  expect(await sharedModules(root, [ENTRY, ENTRY])).toEqual([
    { path: join(root, 'src/widgets/drag.ts'), name: 'widgets/drag', exports: ['drag', 'drop'] },
    { path: join(root, 'src/widgets/lift.ts'), name: 'widgets/lift', exports: ['lift'] },
  ]);
});

test('a shared module is not compiled in, except into its own piece; its use is noted', async () => {
  const shared = await sharedModules(root, [ENTRY]);
  const uses = new Set<string>();
  const { text } = await compile(root, ENTRY, [sharedPlugin(shared, null, uses)]);
  expect([text.includes('lifted'), text.includes('widgets/drag'), [...uses]]).toEqual([false, true, ['widgets/drag']]);
  expect(text.replace(/\s/g, '')).toMatch(/__r\("widgets\/drag"\).*\.drag/);
  const own = new Set<string>();
  const drag = join(root, 'src/widgets/drag.ts');
  const piece = await compile(root, `import { drag, drop } from ${JSON.stringify(drag)}; __x({ drag, drop });`, [
    sharedPlugin(shared, drag, own),
  ]);
  expect([piece.text.includes('lifted'), piece.text.includes('"drag"'), [...own]]).toEqual([false, true, ['widgets/lift']]);
  const named = new Set<string>();
  const again = await compile(root, 'import { drag } from "./src/widgets/drag.ts"; __x({ drag });', [sharedPlugin(shared, drag, named)]);
  expect([again.text.includes('widgets/drag'), again.text.includes('"drag"'), [...named]]).toEqual([false, true, ['widgets/lift']]);
});

test('style sheets become one, in their order; missing ones are skipped', async () => {
  const text = await css([join(root, 'b.css'), join(root, 'none.css'), join(root, 'a.css')]);
  expect(text).toBe((await transform('.b{color:#00f}.a{color:red}', { loader: 'css', minify: true })).code);
});
