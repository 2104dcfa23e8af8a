import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackages } from '../../helpers/build-packages.ts';
import { question, session } from '../../helpers/one-course.ts';
import { COURSES, packageIn, TARGETS, VERSIONS } from '../kept.ts';

const root = join(import.meta.dirname, '../../..');
const REAL = 'partenariats-reseaux';

/** Copies what `cartable gallery` makes in French, with the assets that it shows. */
function copyGallery(modules: string): void {
  const place = mkdtempSync(join(tmpdir(), 'cartable-museum-'));
  execFileSync(process.execPath, [join(root, 'build/cartable.cjs'), 'gallery', '--lang', 'fr'], { cwd: place, stdio: 'pipe' });
  const made = join(place, '.cartable/gallery/modules/galerie');
  const examples = readdirSync(join(made, 'templates')).map((type) => readFileSync(join(made, 'templates', type, 'example.md'), 'utf8'));
  cpSync(made, join(modules, 'galerie'), { recursive: true });
  const assets = join(modules, 'galerie/assets');
  for (const name of readdirSync(assets)) if (!examples.some((text) => text.includes(`assets/${name}`))) rmSync(join(assets, name));
  rmSync(place, { recursive: true });
}

/** Copies the first session of the real course, and the lock of all three. */
function copyReal(modules: string): void {
  const [from, to] = [join(root, 'modules', REAL), join(modules, REAL)];
  const text = readFileSync(join(from, 'seance-1.md'), 'utf8');
  const assets = ['assets/logo.svg', ...[...text.matchAll(/\((assets\/[^)]+)\)/g)].map(([, path = '']) => path)];
  for (const path of ['seance-1.md', 'banks/seance-1.md', 'commun', 'course.lock.yaml', ...assets])
    cpSync(join(from, path), join(to, path), { recursive: true });
  const file = readFileSync(join(from, 'course.yaml'), 'utf8').replace(/^modules: .*$/m, 'modules: [seance-1]');
  writeFileSync(join(to, 'course.yaml'), file.replace(/^# yaml-language-server.*\n/, ''));
}

const COURSE = `id: depot
title: Une journée au dépôt
lang: fr
package: one-sco
competencies: [{ id: freiner, title: Freiner à temps }, { id: rouler, title: Rouler en ville }]
modules: [matin, soir]
`;

const morning = (body: string) =>
  session(
    'matin',
    'Le matin',
    'duration: 20min\ncompletion: activities\npass: 50',
    `# Au quai {#quai}\n\n${body}\n# Le bilan du matin {#bilan-matin-page}\n\n::quiz{#bilan-matin bank="banks/fonds.md" attempts=2 second-chance}\n`,
  );

const evening = (body: string) =>
  session(
    'soir',
    'Le soir',
    'duration: 15min\ncompletion: activities\npass: 80\non-fail: failed',
    `# Au terminus {#terminus}\n\n${body}\n:::open-question{#recit max-characters=900}\nRacontez un retour.\n:::\n\n::quiz{#bilan-soir bank="banks/fonds.md" attempts=1}\n`,
  );

const brake = question('q-frein', 'Le frein', 'competency=freiner attempts=2');
const door = question('q-porte', 'La porte', 'competency=rouler');
const bank = (...ids: readonly string[]): string =>
  `---\ntitle: Fonds\n---\n\n${ids.map((id) => question(`b-${id}`, `Le ${id}`, 'competency=freiner')).join('\n')}`;

/** Writes a tiny course that is one SCO. An earlier build leaves a gone part, a gone activity and a moved one in its lock. */
function writeWhole(project: string): void {
  const write = (files: Readonly<Record<string, unknown>>): void => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(project, 'modules/depot', name), String(text));
  };
  mkdirSync(join(project, 'modules/depot/banks'), { recursive: true });
  const early = brake.replace('- [ ] Le frein, parfois', '- [ ] Ni lui ni personne');
  write({ 'course.yaml': COURSE, 'banks/fonds.md': bank('sable', 'rail') });
  write({ ...morning(`${early}\n${door}`), ...evening(question('q-vieux', 'Le vieux dépôt')) });
  rmSync(buildPackages(project, 'depot', '--target', 'scorm12'), { recursive: true });
  write({ 'banks/fonds.md': bank('feu', 'sable', 'rail'), ...morning(brake), ...evening(door) });
}

/** Writes the sources of all courses into `<folder>/modules`, and builds them into `<folder>/packages`; their locks grow with it. */
export function makeSources(folder: string): void {
  const modules = join(folder, 'modules');
  mkdirSync(modules, { recursive: true });
  copyGallery(modules);
  copyReal(modules);
  writeWhole(folder);
  const targets = Object.values(TARGETS).flatMap((target) => ['--target', target]);
  const out = buildPackages(folder, ...COURSES.map(({ unit }) => unit), '--cohort', 'base', ...targets);
  for (const kept of COURSES)
    for (const version of VERSIONS) cpSync(packageIn(out, kept, version), packageIn(join(folder, 'packages'), kept, version));
  rmSync(out, { recursive: true });
}
