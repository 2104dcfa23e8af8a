import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PackageReport } from '../../build/model/report.ts';
import { build, copyOf } from './rebuild.ts';

/** Characters of saved state with everything answered, as version 0.1 measured its own packages for SCORM 1.2. */
const MARKS = { 'depot/depot': 274, 'galerie/types': 1278, 'partenariats-reseaux/seance-1': 1650 };

test('a session that fitted a limit in version 0.1 fits it now', () => {
  const out = build(copyOf('0.1'), ['1.2']);
  const { packages } = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as { packages: PackageReport[] };
  for (const [name, marks] of Object.entries(MARKS)) {
    const now = packages.find(({ file }) => file === `${name}.scorm12.zip`)?.state;
    expect([name, now?.marks]).toEqual([name, expect.any(Number)]);
    expect(now?.marks).toBeLessThanOrEqual(marks);
  }
});
