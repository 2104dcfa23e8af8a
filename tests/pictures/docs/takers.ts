import type { Browser } from 'playwright-core';
import { ActivitySubject } from './activities.ts';
import type { Subject } from './subject.ts';
import { ActivityTaker } from './take-activities.ts';

/** Takes each picture in its own way. */
export class Takers {
  private readonly activities: ActivityTaker;

  constructor(browser: Browser) {
    this.activities = new ActivityTaker(browser);
  }

  /** @returns the picture's bytes @throws if nobody takes pictures of this kind */
  async take(subject: Subject): Promise<Buffer> {
    if (subject instanceof ActivitySubject) return this.activities.take(subject);
    throw new Error(`nobody takes ${subject.file}`);
  }
}
