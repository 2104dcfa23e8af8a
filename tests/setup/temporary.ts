import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'cartable-tests-';

/**
 * Makes one folder for all temporary files of a run and removes it at the end.
 * Vitest calls this once for each project: folders inside each other would make paths too long for a browser's socket (104 characters).
 */
export default function setup(): (() => void) | undefined {
  if (basename(tmpdir()).startsWith(prefix)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // Some tests look at it as another user.
  chmodSync(folder, 0o755);
  // Each system reads a variable of its own.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
