import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the tests write for a while goes into one folder, which is gone with them. Each system reads a variable of its own. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-tests-'));
  // Some tests look at it as another user.
  chmodSync(folder, 0o755);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
