import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { build } from '../../build/pipeline.ts';
import { writeLock } from '../../build/stages/number/lock.ts';
import { readLockOf } from '../../build/stages/number/read-lock.ts';
import { depot, rames, requestFor } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';

// A build that was killed had replaced the zip, and its report was that of the build before: of equal length, it passed for the old one.
test('a zip that is newer than the report is made again', async () => {
  const project = depot({});
  const request = requestFor(project);
  const zip = join(project, 'dist/depot/rames.scorm12.zip');
  await build(request, engine);
  const good = readFileSync(zip);
  const other = Buffer.from(good);
  other.writeUInt8((other.at(60) ?? 0) ^ 1, 60);
  writeFileSync(zip, other);
  const soon = new Date(Date.now() + 2000);
  utimesSync(zip, soon, soon);
  await build(request, engine);
  expect(readFileSync(zip).equals(good)).toBe(true);
});

test('numbers that another build gave meanwhile are kept', async () => {
  const choice = ':::choice{#tard}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';
  const project = depot(rames(`# Le quai {#quai}\n\n${choice}\n`));
  const lock = join(project, 'modules/depot/course.lock.yaml');
  let looks = 0;
  const request = {
    ...requestFor(project, { targets: ['web'] }),
    // Asked for between the reading of the lock and its writing.
    get frozen() {
      looks += 1;
      if (looks === 2) {
        const tot = { id: 'tot', parts: [{ text: 'le patin', key: 'x' }], gone: true as const };
        writeFileSync(lock, writeLock({ version: 2, line: 'tests', modules: { rames: { pages: ['quai'], activities: [tot] } } }));
      }
      return false;
    },
  };
  await build(request, engine);
  const { modules } = readLockOf(engine.host.files, lock, 'depot', new Diagnostics()).lock;
  expect(modules.rames?.activities.map(({ id }) => id)).toEqual(['tot', 'tard']);
});

test('what a killed process left beside a file is removed when the file is next written', async () => {
  const project = depot({});
  const [course, out] = [join(project, 'modules/depot'), join(project, 'dist')];
  mkdirSync(out);
  writeFileSync(join(course, '.course.lock.yaml.2147483646.part'), '{');
  writeFileSync(join(out, '.build.json.2147483646.part'), '{');
  await build(requestFor(project), engine);
  expect([...readdirSync(course), ...readdirSync(out)].filter((name) => name.endsWith('.part'))).toEqual([]);
});
