import type { Studio } from '../studio.ts';
import { download } from './download.ts';
import { chosenSession } from './sessions.ts';

/** Makes the SCORM 1.2 package of the chosen session and downloads it. */
export async function downloadPackage(studio: Studio): Promise<void> {
  const session = chosenSession(studio);
  if (!session) return;
  const { files, packages } = await studio.pack({ names: [session.id], targets: ['scorm12'], cohorts: [''], sheets: true });
  for (const path of packages) {
    const bytes = files.get(path);
    if (bytes) download(path.replace(/^.*\//, ''), bytes);
  }
}
