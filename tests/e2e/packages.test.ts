import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { BuildReport } from '../../build/model/report.ts';
import type { Target } from '../../src/model/course/course.ts';
import { stateLimit } from '../../src/model/standards/limits.ts';
import { engine } from '../helpers/engine.ts';
import { readZip, type ZipEntry } from '../helpers/read-zip.ts';
import { coursePackages } from '../helpers/shared-packages.ts';
import { xsdErrors } from '../helpers/validate-xsd.ts';

interface Node {
  readonly name: string;
  readonly at: Readonly<Record<string, string>>;
}

/** Every element of an XML text with its attributes, in order. */
function nodesOf(xml: string): Node[] {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', preserveOrder: true });
  const walk = (list: readonly Record<string, unknown>[]): Node[] =>
    list.flatMap((node) => {
      const name = Object.keys(node).find((key) => key !== ':@') ?? '';
      const inner = node[name];
      return [{ name, at: (node[':@'] ?? {}) as Node['at'] }, ...(Array.isArray(inner) ? walk(inner) : [])];
    });
  return walk(parser.parse(xml) as Record<string, unknown>[]);
}

const parts = ['seance-1', 'seance-2', 'seance-3', 'seance-3-note'];
const targets: readonly Target[] = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'];
const out = coursePackages();
const zips = readdirSync(join(out, 'partenariats-reseaux'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.zip'));

/** Differences between a package's manifest and its list of entries. */
function expectManifest(entries: readonly ZipEntry[], target: Exclude<Target, 'web'>, modules: readonly string[]): void {
  const [first] = entries;
  expect(first?.name).toBe('imsmanifest.xml');
  const xml = first?.content.toString() ?? '';
  expect(xsdErrors(xml, target)).toEqual([]);
  const nodes = nodesOf(xml);
  const of = (name: string): Node['at'][] => nodes.filter((node) => node.name === name).map(({ at }) => at);
  const known = engine.pieces.schemas(target).map(({ name }) => name);
  const listed = of('file').map(({ href }) => href);
  expect([...new Set(listed)].sort()).toEqual(
    entries
      .map(({ name }) => name)
      .filter((name) => name !== 'imsmanifest.xml' && !known.includes(name))
      .sort(),
  );
  expect(known.filter((name) => !entries.some((entry) => entry.name === name))).toEqual([]);
  expect(of('item').map(({ identifier }) => identifier)).toEqual(modules);
  const resources = of('resource');
  const starts = of('item').map(({ identifierref }) => resources.find(({ identifier }) => identifier === identifierref)?.href);
  expect(starts).toEqual(modules.map((id) => (modules.length > 1 ? `${id}/index.html` : 'index.html')));
  expect(xml).not.toContain('masteryscore');
}

test('every séance and the course are there, for each target, base and both cohorts', () => {
  const names = [...parts, 'partenariats-reseaux'].flatMap((name) => targets.map((target) => `${name}.${target}.zip`));
  const all = ['', '2026-presentiel/', '2027-distance/'].flatMap((cohort) => names.map((name) => cohort + name));
  expect(zips.map((name) => name.replaceAll('\\', '/')).sort()).toEqual(all.sort());
});

test.each(zips)('%s lists just what it holds, validly', async (file) => {
  const [, name = '', target = ''] = /([^/\\]+)\.([^.]+)\.zip$/.exec(file) ?? [];
  const entries = await readZip(join(out, 'partenariats-reseaux', file));
  const modules = name === 'partenariats-reseaux' ? parts : [name];
  for (const { name: path, stored, descriptor } of entries) {
    expect(path).toMatch(/^(?:[a-z0-9._-]+\/)*[\w.-]+$/);
    expect([path, stored && descriptor]).toEqual([path, false]);
  }
  if (target === 'web') expect(entries.map((entry) => entry.name)).not.toContain('imsmanifest.xml');
  else expectManifest(entries, target as Exclude<Target, 'web'>, modules);
  const texts = entries.filter((entry) => /\.(?:html|js)$/.test(entry.name)).map(({ content }) => content.toString());
  // What the trainer alone may read is in no learner's package.
  expect(texts.some((text) => text.includes('Réponses attendues'))).toBe(false);
});

test('marks of each package fit a strict LMS, and texts a Moodle', () => {
  const { packages } = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as BuildReport;
  expect(packages).toHaveLength(zips.length);
  for (const { file, target, state } of packages) {
    expect([file, state.marks <= stateLimit('strict', target)]).toEqual([file, true]);
    expect([file, state.marks + state.texts <= stateLimit('moodle', target)]).toEqual([file, true]);
  }
});
