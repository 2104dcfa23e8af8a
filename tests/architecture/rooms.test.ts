import { expect, test } from 'vitest';
import { importsOf, isOurs, roomOf, sources } from './imports.ts';

/** Rooms that all stages share. */
const SHARED = ['diagnostics', 'files', 'host', 'html', 'kit', 'model', 'text', 'theme', 'types'];

/** Both halves of the pipeline: what opens a course, and what makes packages. */
const PIPELINE = ['build/open-course.ts', 'build/pipeline.ts'];

/** Files besides the pipeline that use stages. */
const USES_STAGES: Readonly<Record<string, { readonly stages: readonly string[]; readonly why: string }>> = {
  'build/cli/diff-notes.ts': { stages: ['read'], why: 'describes the output of diff as the notes of YAML describe it' },
  'build/cli/find-course.ts': { stages: ['read'], why: 'looks for the course that something is added to' },
  'build/cli/find-project.ts': { stages: ['read'], why: 'a project is a folder with courses' },
  'build/cli/gallery.ts': { stages: ['number'], why: 'writes the lock of the gallery, which has no folder of its own' },
  'build/cli/ids.ts': { stages: ['check', 'read'], why: 'checks the names that it was given before it opens courses' },
  'build/cli/json-schemas.ts': { stages: ['read'], why: 'editors show the notes that YAML is read with' },
  'build/cli/list.ts': { stages: ['read'], why: 'lists courses' },
  'build/cli/lock-merge.ts': { stages: ['number', 'pack', 'read'], why: 'reads, merges and writes locks; no build runs' },
  'build/cli/main.ts': { stages: ['pack'], why: 'explains a full disk' },
  'build/cli/preview.ts': { stages: ['check'], why: 'checks the names that it was given before the server starts' },
  'build/cli/release.ts': { stages: ['pack'], why: 'explains a full disk' },
  'build/cli/report.ts': { stages: ['pack'], why: 'explains a full disk' },
  'build/cli/report-notes.ts': { stages: ['read'], why: 'describes report.json as the notes of YAML describe it' },
  'build/cli/snippets.ts': { stages: ['read'], why: 'lists courses' },
  'build/cli/verify.ts': { stages: ['pack'], why: 'explains a full disk' },
  'build/cli/write-fault.ts': { stages: ['pack'], why: 'leaves a full disk to main.ts' },
  'build/own-types/contract.ts': { stages: ['check'], why: 'a type of a project chooses a form as one of ours does' },
  'build/preview/preview-lock.ts': { stages: ['number'], why: 'a preview has a lock of its own, which only grows' },
  'build/preview/server/workshop.ts': { stages: ['check', 'read'], why: 'opens each course as it is asked for' },
  'build/studio/editor/fixes.ts': { stages: ['read'], why: 'writes a misspelt line of a directive as the build read it' },
  'build/studio/engine/compare.ts': { stages: ['pack'], why: 'names a package before it is made' },
  'build/studio/engine/results.ts': { stages: ['pack'], why: 'names the codebook of a package that was not made' },
  'build/studio/course/yaml-text.ts': { stages: ['read'], why: 'reads titles with colons as the build does' },
  'build/studio/engine/studio-engine.ts': { stages: ['check'], why: 'checks a course as the preview does' },
  'build/studio/engine/types.ts': { stages: ['check'], why: 'names the form of each type for its editor' },
  'build/studio/text/outline.ts': { stages: ['read'], why: 'reads lines of directives as the build does' },
  'build/verify/verdict-notes.ts': { stages: ['read'], why: 'describes what verify prints as the notes of YAML describe it' },
};

const built = sources.filter((file) => file.startsWith('build/'));

/** Imports of some files that a rule forbids, as `file: import`. */
function forbidden(files: readonly string[], isAllowed: (name: string, file: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !isAllowed(name, file))
      .map((name) => `${file}: ${name}`),
  );
}

/** Packages, the pure model, and files of these rooms. */
function isIn(name: string, rooms: readonly string[]): boolean {
  return !isOurs(name) || name.startsWith('src/model/') || (name.startsWith('build/') && rooms.includes(roomOf(name)));
}

function inRooms(rooms: readonly string[]): string[] {
  return built.filter((file) => rooms.includes(roomOf(file)));
}

const stages = [...new Set(built.map(roomOf).filter((room) => room.startsWith('stages/')))];

test('build/ has at most five files in its root', () => {
  expect(built.filter((file) => roomOf(file).endsWith('.ts')).length).toBeLessThanOrEqual(5);
});

test('there are the stages of the pipeline', () => {
  const names = ['bundle', 'check', 'fit', 'link', 'manifest', 'number', 'pack', 'read', 'render', 'resolve'];
  expect(stages).toEqual(names.map((name) => `stages/${name}`));
});

test.each(stages)('%s imports itself and what is shared', (stage) => {
  expect(forbidden(inRooms([stage]), (name) => isIn(name, [stage, ...SHARED]))).toEqual([]);
});

test.each(SHARED)('%s, which stages share, imports what is shared', (room) => {
  expect(inRooms([room]).length).toBeGreaterThan(0);
  expect(forbidden(inRooms([room]), (name) => isIn(name, SHARED))).toEqual([]);
});

test('sheets, and the view for a room among them, import no stage', () => {
  const rooms = ['sheets', 'room'];
  expect(forbidden(inRooms(rooms), (name) => isIn(name, [...rooms, ...SHARED]))).toEqual([]);
});

test('results import no stage, and nothing of Node', () => {
  const results = built.filter((file) => file.startsWith('build/results/'));
  expect(results.length).toBeGreaterThan(30);
  const isAllowed = (name: string): boolean => /^build\/(?:results|sheets)\//.test(name) || isIn(name, SHARED);
  expect(forbidden(results, isAllowed)).toEqual([]);
  expect(forbidden(results, (name) => !name.startsWith('node:'))).toEqual([]);
});

test('import and export import no stage, and nothing of Node', () => {
  const exchange = built.filter((file) => file.startsWith('build/exchange/'));
  expect(exchange.length).toBeGreaterThan(30);
  const isAllowed = (name: string): boolean => /^(?:build\/exchange|templates\/numeric)\//.test(name) || isIn(name, SHARED);
  expect(forbidden(exchange, isAllowed)).toEqual([]);
  expect(forbidden(exchange, (name) => !name.startsWith('node:'))).toEqual([]);
});

test('versions import no stage, and nothing of Node', () => {
  const versions = built.filter((file) => file.startsWith('build/versions/'));
  expect(versions.length).toBeGreaterThan(15);
  const isAllowed = (name: string): boolean =>
    /^build\/(?:versions\/|sheets\/sheet-style|results\/read\/zip)/.test(name) || isIn(name, SHARED);
  expect(forbidden(versions, isAllowed)).toEqual([]);
  expect(forbidden(versions, (name) => !name.startsWith('node:'))).toEqual([]);
});

test('the check of packages knows Node only where it plays them', () => {
  const core = built.filter((file) => /^build\/verify\/(?!play\/|client\/)/.test(file));
  expect(core.length).toBeGreaterThan(25);
  expect(forbidden(core, (name) => !name.startsWith('node:') && !/^build\/(?:verify\/play|cli|host|preview)\//.test(name))).toEqual([]);
});

test('types import what is shared, and forms', () => {
  const files = sources.filter((file) => /^templates\/[^/]+\/(?:type|scoring)\.ts$/.test(file));
  const isForm = (name: string): boolean => name.startsWith('build/stages/check/forms/');
  const isOfType = (name: string, file: string): boolean => name.startsWith(`${file.split('/').slice(0, 2).join('/')}/`);
  expect(files.length).toBeGreaterThan(40);
  expect(forbidden(files, (name, file) => isIn(name, SHARED) || isForm(name) || isOfType(name, file))).toEqual([]);
});

test('only the pipeline puts stages together; the others use what the list says', () => {
  const isInside = (file: string): boolean => PIPELINE.includes(file) || roomOf(file).startsWith('stages/');
  const used = built
    .filter((file) => !isInside(file))
    .flatMap((file) => {
      const names = importsOf(file).flatMap((name) => /^build\/stages\/([^/]+)\//.exec(name)?.[1] ?? []);
      return names.length > 0 ? [[file, [...new Set(names)].sort()] as const] : [];
    });
  expect(Object.fromEntries(used)).toEqual(
    Object.fromEntries(Object.entries(USES_STAGES).map(([file, { stages: names }]) => [file, [...names]])),
  );
});

test('the pipeline alone keeps results: what it calls knows no memo', () => {
  const called = built.filter((file) => /^stages\//.test(roomOf(file)) || [...SHARED, 'sheets', 'toolchain'].includes(roomOf(file)));
  expect(called.filter((file) => importsOf(file).includes('build/memo.ts'))).toEqual([]);
  for (const file of PIPELINE) expect(importsOf(file)).toContain('build/memo.ts');
});

test('no file imports itself by way of others', () => {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (state.get(file) === 'open') circles.push([...way.slice(way.indexOf(file)), file].join(' > '));
    if (state.has(file)) return;
    state.set(file, 'open');
    for (const name of importsOf(file)) if (isOurs(name) && name.endsWith('.ts')) visit(name, [...way, file]);
    state.set(file, 'done');
  };
  for (const file of sources) visit(file, []);
  expect(circles).toEqual([]);
});
