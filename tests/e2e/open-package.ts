import type { Browser } from 'playwright-core';
import { type Lms, serveLms } from '../helpers/lms-host.ts';
import { readZip } from '../helpers/read-zip.ts';
import { coursePackage } from '../helpers/shared-packages.ts';
import type { Setting } from './play-through.ts';
import { readContent } from './read-content.ts';

/** Package of the course to play, and its LMS. */
export interface Asked {
  readonly name: string;
  readonly target: string;
  readonly lms: Lms;
  readonly cohort?: string;
  /** Folder of the SCO in the zip, with its slash. */
  readonly folder?: string;
}

/** A learner's place, and the end of it. */
interface Opened {
  readonly setting: Omit<Setting, 'isRight'>;
  close(): Promise<void>;
}

/** Serves a package of the course below a folder, in an LMS, for one learner with a browser profile of their own. */
export function openPackage(browser: Browser, { name, cohort = '', ...asked }: Asked): Promise<Opened> {
  return openZip(browser, coursePackage(name, asked.target, cohort), asked);
}

/** The same for any zip. */
export async function openZip(browser: Browser, zip: string, asked: Pick<Asked, 'target' | 'lms' | 'folder'>): Promise<Opened> {
  const { target, lms, folder = '' } = asked;
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
