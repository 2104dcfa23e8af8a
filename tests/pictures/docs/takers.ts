import type { Browser } from 'playwright-core';
import { ActivitySubject } from './activities.ts';
import { GuideSubject } from './guide.ts';
import type { Subject } from './subject.ts';
import { ActivityTaker } from './take-activities.ts';
import { GuideTaker } from './take-guide.ts';

/** Takes each picture in its own way. */
export class Takers {
  private readonly activities: ActivityTaker;
  private readonly guide: GuideTaker;

  constructor(browser: Browser) {
    this.activities = new ActivityTaker(browser);
    this.guide = new GuideTaker(browser);
  }

  /** @returns the picture's bytes @throws if nobody takes pictures of this kind */
  async take(subject: Subject): Promise<Buffer> {
    if (subject instanceof ActivitySubject) return this.activities.take(subject);
    if (subject instanceof GuideSubject) return this.guide.take(subject);
    throw new Error(`nobody takes ${subject.file}`);
  }
}
