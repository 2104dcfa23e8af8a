import { existsSync, mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeEngine } from '../../../build/host/node/engine.ts';
import { activityTypes } from '../../../build/types/activities.ts';
import { root } from '../../helpers/examples-project.ts';

const program = join(root, '.cartable/program');
const open = () => nodeEngine(root, program);

/** A folder with what a killed process has left: no process has this number. */
function withLeftover(): { folder: string; left: string } {
  const folder = mkdtempSync(join(tmpdir(), 'depot-'));
  const left = join(folder, '.rames.zip.4194305.part');
  writeFileSync(left, 'half');
  const old = new Date(Date.now() - 3_600_000);
  utimesSync(left, old, old);
  return { folder, left };
}

test('the engine knows its version, its stamp, its types and its pictures', () => {
  const engine = open();
  expect(engine.version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  expect(engine.stamp).toBe(readFileSync(join(program, 'made'), 'utf8'));
  expect(engine.types).toBe(activityTypes);
  expect(Buffer.from(engine.pieces.file('witness.gif')).toString('latin1', 0, 6)).toBe('GIF89a');
  expect(engine.pieces.schemas('scorm12').length).toBeGreaterThan(3);
  expect(engine.kit.pictograms.length).toBeGreaterThan(0);
});

test('paths are shown as seen from here; this folder by its whole path', () => {
  const { shown } = open().host;
  expect([shown(join(process.cwd(), 'modules/depot')), shown(process.cwd())]).toEqual(['modules/depot', process.cwd()]);
});

test('what a killed process has left goes before the first file is written, whatever is written', async () => {
  const write = [
    (folder: string) => open().host.files.write(join(folder, 'a.md'), 'a'),
    (folder: string) => open().host.files.writeTogether([{ path: join(folder, 'a.md'), data: Buffer.from('a') }]),
    (folder: string) => open().host.writeZip(join(folder, 'a.md'), [{ name: 'a.md', data: 'a' }]),
  ];
  for (const one of write) {
    const { folder, left } = withLeftover();
    expect(existsSync(left)).toBe(true);
    await one(folder);
    expect([existsSync(left), readFileSync(join(folder, 'a.md')).length > 0]).toEqual([false, true]);
  }
});

test('each folder of files that are written together is swept', () => {
  const [one, other] = [withLeftover(), withLeftover()];
  open().host.files.writeTogether([
    { path: join(one.folder, 'a.md'), data: Buffer.from('a') },
    { path: join(other.folder, 'b.md'), data: Buffer.from('b') },
  ]);
  expect([existsSync(one.left), existsSync(other.left), readFileSync(join(other.folder, 'b.md'), 'utf8')]).toEqual([false, false, 'b']);
});

test('a zip is written with what lies beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'depot-'));
  mkdirSync(join(folder, 'dist'));
  const zips: unknown[] = [];
  const zip = await open().host.writeZip(join(folder, 'dist/a.zip'), [{ name: 'a.md', data: 'a' }], (whole) => void zips.push(whole));
  expect(zips).toEqual([zip]);
  expect(open().host.sha256([{ path: join(folder, 'dist/a.zip') }])).toBe(zip.sha256);
});
