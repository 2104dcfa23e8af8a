import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../build/host/host.ts';
import type { Course } from '../../../build/model/built.ts';
import { bundle } from '../../../build/stages/bundle/bundle-package.ts';
import { measureSco } from '../../../build/stages/fit/leaving-page.ts';
import { themeCss } from '../../../build/theme/theme.ts';
import type { Target } from '../../../src/model/course/course.ts';
import { rames } from '../../bad-input/depot-project.ts';
import { renderDepot } from '../../helpers/depot-page.ts';
import { engine } from '../../helpers/engine.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n';
const ORDER = ':::order{#ordre}\nDans quel ordre ?\n\n1. Freiner\n2. Sonner\n3. Partir\n:::\n';
const course = { id: 'depot', title: 'Le dépôt', profile: 'moodle', theme: { name: 'plain', accent: '#1d4ed8' } } as unknown as Course;

function module(body: string, more: object = {}) {
  const rendered = renderDepot({ ...rames(`# Le quai {#quai}\n\n${body}\n\n# La nuit {#nuit}\n\nTout dort.\n`), 'quai.svg': SVG, ...more });
  return { ...rendered, size: measureSco(rendered.content, engine.types) };
}
const textOf = (entries: readonly Entry[], name: string): string => {
  const entry = entries.find((one) => one.name === name);
  return entry && 'data' in entry ? Buffer.from(entry.data).toString() : '';
};
const make = (body: string, target: Target = 'scorm12', folders = false, of = course) =>
  bundle([module(body)], of, target, engine, folders);

describe('one session at the root', () => {
  const made = make(`![Le quai](quai.svg)\n\n${CHOICE}`);

  test('has its page, its content, the later pages and the page without script', () => {
    expect(made.scos).toEqual([
      {
        id: 'rames',
        title: 'Les rames',
        href: 'index.html',
        files: ['index.html', 'content.js', 'pages.js', 'text.html'],
        competencies: expect.any(Array),
      },
    ]);
    const names = made.entries.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of [
      'runtime.js',
      'types.js',
      'style.css',
      'noscript.css',
      'standalone.js',
      'local-api.js',
      'witness.gif',
      'licences.txt',
      ...(made.scos[0]?.files ?? []),
    ])
      expect(names).toContain(name);
    expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(1);
    expect(made.shared.every((name) => names.includes(name))).toBe(true);
    expect(made.shared.filter((name) => made.scos[0]?.files.includes(name))).toEqual([]);
  });

  test('its page knows where it lies, and what to read without script', () => {
    const html = textOf(made.entries, 'index.html');
    expect([html.includes('href="text.html"'), html.includes('src="runtime.js"'), html.includes('href="style.css"')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(textOf(made.entries, 'text.html')).toContain('Quel frein');
    expect(textOf(made.entries, 'pages.js')).toContain('Tout dort');
  });

  test('the library for dragging comes only with types that drag', () => {
    const has = (body: string) => make(body).entries.some(({ name }) => name === 'sortable.js');
    expect([has(CHOICE), has(ORDER)]).toEqual([false, true]);
  });

  test('licences name the libraries that are in it', () => {
    expect(textOf(make(ORDER).entries, 'licences.txt')).toContain('sortablejs');
    expect(textOf(made.entries, 'licences.txt')).not.toContain('sortablejs');
  });
});

test('each session of a course has a folder, and its page to read at the root', () => {
  const { scos, entries } = make(CHOICE, 'scorm12', true);
  expect(scos[0]).toMatchObject({
    href: 'rames/index.html',
    files: ['rames/index.html', 'rames/content.js', 'rames/pages.js', 'rames.text.html'],
  });
  const html = textOf(entries, 'rames/index.html');
  expect([html.includes('href="../rames.text.html"'), html.includes('src="../runtime.js"')]).toEqual([true, true]);
});

test('on the web, where nothing is sent, that is shown at once', () => {
  const hidden = (target: Target) =>
    textOf(make(CHOICE, target).entries, 'index.html').includes('data-when="alone" data-mark="info" hidden');
  expect([hidden('web'), hidden('scorm12')]).toEqual([false, true]);
});

test('a look has its typeface and its style', () => {
  const look = make(CHOICE, 'scorm12', false, { ...course, theme: { name: 'vif', accent: '#1d4ed8' } } as unknown as Course);
  const plain = make(CHOICE);
  expect(
    [look, plain].map(({ entries }, at) => textOf(entries, 'style.css').endsWith(themeCss('#1d4ed8', at === 0 ? 'vif' : 'plain'))),
  ).toEqual([true, true]);
  const font = (entries: readonly Entry[]) => entries.some(({ name }) => name === 'titles.woff2');
  expect([font(look.entries), font(plain.entries), textOf(look.entries, 'style.css') === textOf(plain.entries, 'style.css')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('content differs between the standards, and 2004 leaves out what a closing tab has no room for', () => {
  const many = Array.from({ length: 60 }, (_, n) =>
    CHOICE.replaceAll('frein', `frein-${n}`).replace('Quel', `Quel ${'long '.repeat(40)}`),
  ).join('\n');
  const [old, modern] = [textOf(make(many).entries, 'content.js'), textOf(make(many, 'scorm2004-4').entries, 'content.js')];
  expect([old.includes('"thrift"') || old.includes('thrift:'), old === modern]).toEqual([false, false]);
});

test('a large file of the course is left to the zip writer', () => {
  const film = Buffer.concat([Buffer.from([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32]), Buffer.alloc(512 * 1024)]);
  const rendered = module(`![Le quai](quai.svg)`);
  const asset = { name: 'assets/film.mp4', path: '/film.mp4', bytes: film.length };
  const made = bundle([{ ...rendered, assets: [...rendered.assets, asset] }], course, 'scorm12', engine, false);
  expect(made.entries.find(({ name }) => name === asset.name)).toEqual(asset);
  expect(made.entries.filter((entry) => 'path' in entry)).toHaveLength(1);
});

test('a file of 512 KiB is read, one byte more is left to the zip writer', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'depot-')), 'film.mp4');
  writeFileSync(path, Buffer.alloc(512 * 1024, 7));
  const rendered = module('Une rame.');
  const entryOf = (bytes: number): Entry | undefined => {
    const asset = { name: 'assets/film.mp4', path, bytes };
    const { entries } = bundle([{ ...rendered, assets: [asset] }], course, 'scorm12', engine, false);
    return entries.find(({ name }) => name === asset.name);
  };
  expect(entryOf(512 * 1024)).not.toHaveProperty('path');
  expect(entryOf(512 * 1024 + 1)).toHaveProperty('path', path);
});

test('a package of 2004 leaves out of its content what a closing tab has no room for; others have room', () => {
  const own = module(CHOICE);
  const large = { ...own, size: { ...own.size, besides: { ...own.size.besides, description: 100_000 } } };
  const contentOf = (one: typeof own, target: Target): string => textOf(bundle([one], course, target, engine, false).entries, 'content.js');
  expect(contentOf(large, 'scorm2004-4')).not.toBe(contentOf(own, 'scorm2004-4'));
  for (const target of ['scorm12', 'web'] as const) expect(contentOf(large, target)).toBe(contentOf(own, target));
});

test('sessions of a course share what both use, each file once, in their order', () => {
  const body = `![Le quai](quai.svg)\n\n${CHOICE}${ORDER}`;
  const own = module(body);
  const assets = own.assets.map((asset) => ({ ...asset }));
  const other = { ...own, assets, content: { ...own.content, id: 'quais', title: 'Les quais', shared: { named: [], elsewhere: [] } } };
  const { scos, entries, shared } = bundle([own, other], course, 'scorm12', engine, true);
  expect(scos.map(({ id, title, href }) => [id, title, href])).toEqual([
    ['rames', 'Les rames', 'rames/index.html'],
    ['quais', 'Les quais', 'quais/index.html'],
  ]);
  const names = entries.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /^(?:rames|quais)\b/.test(name))).toEqual(scos.flatMap(({ files }) => files));
  expect(shared).toEqual(names.slice(8));
  expect([shared.includes('sortable.js'), shared.filter((name) => name.endsWith('.svg')).length]).toEqual([true, 1]);
  for (const name of ['rames/index.html', 'quais/index.html']) expect(textOf(entries, name)).not.toMatch(/[\ue000-\ue009]/);
  const words = (modules: Parameters<typeof bundle>[0]) =>
    textOf(bundle(modules, course, 'scorm12', engine, true).entries, 'types.js').includes('cartableShared');
  expect([words([own]), words([own, other]), words([other, own])]).toEqual([false, true, true]);
});

test('licences name the typeface of a look', () => {
  const licencesOf = (name: string) =>
    textOf(make(CHOICE, 'web', false, { ...course, theme: { name, accent: '#1d4ed8' } } as Course).entries, 'licences.txt');
  expect(licencesOf('vif')).not.toBe(licencesOf('plain'));
});

test('pictures of the kit are files of the package, with the licences of those that it has', () => {
  const people = 'id: depot\ntitle: Dépôt\nlang: fr\nmodules: [rames]\npeople: [{ id: nadia, name: Nadia }]\n';
  const [icon, face] = [':::keep{icon=scroll}\nVoilà.\n:::\n', ':::scene\n## nadia\nOui.\n:::\n'];
  const kitOf = (body: string): unknown[] => {
    const { entries } = bundle([module(body, { 'course.yaml': people })], course, 'web', engine, false);
    const licences = textOf(entries, 'licences.txt');
    const drawn = entries.filter((entry) => entry.name.endsWith('.svg') && 'data' in entry && entry.data.length > 100);
    return [drawn.length, licences.includes('fluent-emoji'), licences.includes('open-peeps')];
  };
  expect([kitOf('Une rame.'), kitOf(icon), kitOf(face), kitOf(`${icon}\n${face}`)]).toEqual([
    [0, false, false],
    [1, true, false],
    [1, false, true],
    [2, true, true],
  ]);
});
