import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Workshop } from '../../../build/preview/server/workshop.ts';
import { depot, type Files, rames } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { DAY } from '../../helpers/one-course.ts';

const GOOD = rames('# Le quai {#quai}\n\nUn tram.\n');

function open(files: Files = GOOD) {
  const project = depot(files);
  const kept = join(project, 'kept');
  const workshop = new Workshop(join(project, 'modules'), kept, engine);
  const write = (path: string, text: string) => {
    writeFileSync(join(project, 'modules/depot', path), text);
    workshop.refresh();
  };
  return { project, kept, workshop, write };
}

describe('a course', () => {
  test('is known by the name of its folder', () => {
    const { workshop } = open();
    expect(workshop.courses.map(({ name, clean, diagnostics }) => [name, clean, diagnostics.length])).toEqual([['depot', true, 0]]);
    expect([workshop.course('depot')?.name, workshop.course('autre'), workshop.engine]).toEqual(['depot', undefined, engine]);
  });

  test('with an error keeps its last good version', () => {
    const { workshop, write } = open();
    const { good } = workshop.course('depot') ?? {};
    write('rames.md', String(GOOD['rames.md']).replace('Un tram.', ':::choise\nx\n:::'));
    const after = workshop.course('depot');
    expect([after?.clean, after?.good === good, after?.diagnostics.map(({ code }) => code)]).toEqual([false, true, ['unknown-directive']]);
    write('rames.md', String(GOOD['rames.md']));
    expect(workshop.course('depot')).toMatchObject({ clean: true, diagnostics: [] });
  });

  test('that never was good has none', () => {
    const { workshop } = open(rames(':::choise\nx\n:::'));
    expect([workshop.course('depot')?.clean, workshop.course('depot') && 'good' in (workshop.course('depot') ?? {})]).toEqual([
      false,
      false,
    ]);
    expect([workshop.revision('depot', 'rames'), workshop.filesOf('depot', 'base', 'rames', '1.2')]).toEqual([0, null]);
  });

  test('keeps no numbers while it has an error', () => {
    const { kept, write } = open(rames('# Le quai {#quai}\n\n:::choise\nx\n:::'));
    const lock = (): string => readFileSync(join(kept, 'depot/course.lock.yaml'), 'utf8');
    expect(lock()).not.toContain('quai');
    write('rames.md', String(GOOD['rames.md']));
    expect(lock()).toContain('"pages": ["quai"]');
  });

  test('too large for an LMS is reported, too', () => {
    const fields = Array.from({ length: 9 }, (_, n) => `:::open-question{#recit-${n} max-characters=3000}\nUn retour ?\n:::\n`).join('\n');
    const course = 'id: depot\ntitle: Dépôt\nlang: fr\nmodules: [rames]\npace: page\nprofile: strict\n';
    const { workshop } = open({ ...rames(`# Le quai {#quai}\n\n${fields}`), 'course.yaml': course });
    expect(workshop.course('depot')?.diagnostics.map(({ code }) => code)).toEqual(['texts-too-large']);
  });

  test('without ids is shown with provisional ones; its numbers are kept for the next start', () => {
    const { workshop, kept, project } = open(rames('# Le quai\n\nUn tram.\n'));
    expect(workshop.course('depot')).toMatchObject({ clean: true, diagnostics: [{ code: 'missing-id', severity: 'warning' }] });
    expect(readFileSync(join(kept, 'depot/course.lock.yaml'), 'utf8')).toContain('le-quai');
    expect(existsSync(join(project, 'modules/depot/course.lock.yaml'))).toBe(false);
  });

  test('that is gone is forgotten', () => {
    const { workshop, project } = open();
    rmSync(join(project, 'modules/depot'), { recursive: true });
    workshop.refresh({ ...engine });
    expect([workshop.courses, workshop.course('depot'), workshop.engine === engine]).toEqual([[], undefined, false]);
  });

  test('of another folder can be added, and is not listed', () => {
    const { workshop } = open();
    const other = join(
      depot({ ...GOOD, 'course.yaml': 'id: autre\ntitle: Autre\nlang: fr\nmodules: [rames]\npace: page\n' }),
      'modules/depot',
    );
    const here = new Workshop(mkdtempSync(join(tmpdir(), 'cartable-vide-')), mkdtempSync(join(tmpdir(), 'cartable-garde-')), engine);
    expect([here.add(other), here.courses, here.course('depot')?.good?.source.course.value.id]).toEqual(['depot', [], 'autre']);
    here.refresh();
    expect(here.course('depot')?.clean).toBe(true);
    writeFileSync(join(other, 'rames.md'), ':::choise');
    expect([here.add(other), here.course('depot')?.clean, here.course('depot')?.good?.source.course.value.id]).toEqual([
      'depot',
      false,
      'autre',
    ]);
    // A course of the project's own goes before one of another folder.
    expect([workshop.add(other), workshop.courses.length, workshop.course('depot')?.clean]).toEqual(['depot', 1, true]);
  });
});

describe('revisions and files', () => {
  test('of a session are its own, for its cohort and its version', () => {
    const more = { 'cohorts/nord.yaml': 'title: Nord\nmodules: { matin: { title: Le matin du nord } }\n' };
    const { workshop } = open({ ...DAY, ...more });
    const texts = (cohort: string, version: '1.2' | '2004' = '1.2', module = 'matin'): string =>
      [...(workshop.filesOf('depot', cohort, module, version)?.values() ?? [])]
        .flatMap((entry) => ('data' in entry ? Buffer.from(entry.data as string).toString() : []))
        .join('\n');
    const has = (text: string): boolean[] => ['id="p-terminus"', 'Le matin du nord'].map((part) => text.includes(part));
    expect([has(texts('base')), has(texts('nord')), has(texts('nord', '1.2', 'depot'))]).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ]);
    expect(texts('base', '2004')).not.toBe(texts('base'));
  });

  test('of a session of the same name in another course stay', () => {
    const { project, kept, write } = open();
    cpSync(join(project, 'modules/depot'), join(project, 'modules/autre'), { recursive: true });
    const both = new Workshop(join(project, 'modules'), kept, engine);
    const before = ['depot', 'autre'].map((course) => both.revision(course, 'rames'));
    write('rames.md', String(GOOD['rames.md']).replace('Un tram.', 'Deux trams.'));
    both.refresh();
    const after = ['depot', 'autre'].map((course) => both.revision(course, 'rames'));
    expect(after.map((number, index) => number === before[index])).toEqual([false, true]);
  });

  test('change only with the session', () => {
    const { workshop, write } = open(DAY);
    const all = () => ['matin', 'soir', 'depot', 'autre'].map((id) => workshop.revision('depot', id));
    const before = all();
    expect([before.slice(0, 3).every((number) => number > 0), new Set(before.slice(0, 3)).size, before[3]]).toEqual([true, 3, 0]);
    const files = workshop.filesOf('depot', 'base', 'matin', '1.2');
    expect(files?.has('index.html')).toBe(true);
    write('soir.md', String(DAY['soir.md']).replace('Racontez un retour', 'Racontez un départ'));
    const after = all();
    expect(after.map((number, index) => number === before[index])).toEqual([true, false, false, true]);
    expect(workshop.filesOf('depot', 'base', 'matin', '1.2')).toBe(files);
    write('matin.md', String(DAY['matin.md']).replace('Au quai', 'Sur le quai'));
    const fresh = workshop.filesOf('depot', 'base', 'matin', '1.2');
    const page = fresh?.get('index.html');
    const text = page && 'data' in page ? Buffer.from(page.data).toString() : '';
    expect([fresh === files, text.includes('Sur le quai')]).toEqual([false, true]);
  });

  test('are those of one version and one cohort; others are unknown', () => {
    const { workshop } = open({ ...DAY, 'cohorts/nord.yaml': 'title: Nord\n' });
    const files = (cohort: string, module: string, version: '1.2' | '2004' = '1.2', course = 'depot') =>
      workshop.filesOf(course, cohort, module, version);
    const [base, modern, nord] = [files('base', 'matin'), files('base', 'matin', '2004'), files('nord', 'matin')];
    expect([base === modern, base === nord, files('base', 'matin') === base]).toEqual([false, false, true]);
    expect(files('base', 'depot')?.has('index.html')).toBe(true);
    expect([files('sud', 'matin'), files('base', 'nuit'), files('base', 'matin', '1.2', 'autre')]).toEqual([null, null, null]);
    const separate = open({ ...DAY, 'course.yaml': String(DAY['course.yaml']).replace('package: one-sco\n', '') });
    expect([separate.workshop.filesOf('depot', 'base', 'depot', '1.2'), separate.workshop.revision('depot', 'depot')]).toEqual([null, 0]);
  });
});
