import type { Browser } from 'playwright-core';
import { ActivitySubject } from './activities.ts';
import { GuideSubject } from './guide.ts';
import { MovingSubject } from './moving.ts';
import { ReadmeSubject } from './readme.ts';
import type { Subject } from './subject.ts';
import { ActivityTaker } from './take-activities.ts';
import { GuideTaker } from './take-guide.ts';
import { MovingTaker } from './take-moving.ts';
import { ReadmeTaker } from './take-readme.ts';

/** Takes each picture in its own way. */
export class Takers {
  private readonly activities: ActivityTaker;
  private readonly guide: GuideTaker;
  private readonly readme: ReadmeTaker;
  private readonly moving: MovingTaker;

  constructor(browser: Browser) {
    this.activities = new ActivityTaker(browser);
    this.guide = new GuideTaker(browser);
    this.readme = new ReadmeTaker(browser);
    this.moving = new MovingTaker(browser);
  }

  /** @returns the picture's bytes @throws if nobody takes pictures of this kind */
  async take(subject: Subject): Promise<Buffer> {
    if (subject instanceof ActivitySubject) return this.activities.take(subject);
    if (subject instanceof GuideSubject) return this.guide.take(subject);
    if (subject instanceof ReadmeSubject) return this.readme.take(subject);
    if (subject instanceof MovingSubject) return this.moving.take(subject);
    throw new Error(`nobody takes ${subject.file}`);
  }

  close(): Promise<void> {
    return this.readme.close();
  }
}
