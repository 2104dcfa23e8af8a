import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Project } from '../../build/studio/project.ts';
import { replaceIn, shownText } from '../../build/studio/text/raw-text.ts';
import { root } from '../helpers/examples-project.ts';
import { MemoryStore } from '../helpers/memory-store.ts';

/** Sources below a folder, by path. */
function sourcesIn(folder: string): readonly (readonly [string, string])[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => /\.(?:md|ya?ml|csv|json|svg)$/.test(path));
  return paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]);
}

const sources = ['modules', 'templates', 'tests/fixtures', 'tests/museum'].flatMap(sourcesIn);

/** A source as other editors save it. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with line ends of Windows': (text) => text.replace(/\r?\n/g, '\r\n'),
  'with a byte order mark': (text) => `\uFEFF${text}`,
  'with both line ends, comments and spaces': (text) => `<!-- é -->  \r\n\t${text}\r\n\n  `,
};

test.each(Object.keys(FORMS))('opening, editing and undoing changes no byte of any source, %s', async (form) => {
  expect(sources.length).toBeGreaterThan(150);
  const store = new MemoryStore();
  for (const [path, text] of sources) store.put(path, FORMS[form]?.(text) ?? '');
  const before = new Map(store.files);
  const project = await Project.open(store);
  for (const path of project.paths) {
    const raw = project.text(path) ?? '';
    const at = Math.floor(shownText(raw).length / 2);
    const edited = replaceIn(raw, [{ from: at, to: at, insert: 'quai' }]);
    project.put(path, edited);
    project.put(path, replaceIn(edited, [{ from: at, to: at + 4, insert: '' }]));
  }
  expect(await project.save()).toEqual([]);
  for (const [path, bytes] of before) expect([path, Buffer.compare(store.files.get(path) ?? Buffer.of(), bytes)]).toEqual([path, 0]);
});
