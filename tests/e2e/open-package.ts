import type { Browser } from 'playwright-core';
import { type Lms, serveLms } from '../helpers/lms-host.ts';
import { readZip } from '../helpers/read-zip.ts';
import { coursePackage } from './course-packages.ts';
import type { Setting } from './play-through.ts';
import { readContent } from './read-content.ts';

/** Which package of the course is played, and where. */
export interface Asked {
  readonly name: string;
  readonly target: string;
  readonly lms: Lms;
  readonly cohort?: string;
  /** Where the SCO lies in the zip, with its slash. */
  readonly folder?: string;
}

/** Serves a package of the course below a folder, in an LMS, for one learner with a browser profile of their own. */
export async function openPackage(
  browser: Browser,
  { name, target, lms, cohort = '', folder = '' }: Asked,
): Promise<{ setting: Omit<Setting, 'isRight'>; close(): Promise<void> }> {
  const zip = coursePackage(name, target, cohort);
  const content = readContent(await readZip(zip), folder);
  const host = await serveLms(zip, lms);
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 800, height: 600 } });
  const version = target.startsWith('scorm2004') ? '2004' : '1.2';
  return {
    setting: { context, host, version, content, start: `${folder}index.html` },
    async close() {
      await context.close();
      host.close();
    },
  };
}
