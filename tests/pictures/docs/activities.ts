import { type Language, languages, types } from '../../helpers/examples-project.ts';
import { galleryPackage } from '../../helpers/shared-packages.ts';
import { type Scene, sceneOf } from './scenes.ts';
import { ending, Packages, packageSheets, typeSheets } from './sources.ts';
import type { Inputs, Subject } from './subject.ts';

/** Looks of the pictures of activities, in CSS pixels; `scale` is the size of the picture's pixels. */
export const activityFrame = { width: 480, scale: 1.5, margin: 16, lowest: 300, tallest: 600 } as const;

/** The picture of a type in one language, from its example. */
export class ActivitySubject implements Subject {
  readonly file: string;
  readonly most = 40_000;
  readonly scene: Scene;
  readonly type: string;
  readonly lang: Language;
  private readonly packages: Packages;

  constructor(type: string, lang: Language, packages: Packages) {
    this.type = type;
    this.lang = lang;
    this.packages = packages;
    this.file = `activities/${type}${ending(lang)}.webp`;
    this.scene = sceneOf(type);
  }

  async inputs(): Promise<Inputs> {
    const pages = await this.packages.pages(galleryPackage(this.lang, 'web'));
    const markup = pages.markup(`page-${this.type}`);
    return {
      markup,
      scene: JSON.stringify([this.scene, activityFrame]),
      ...packageSheets(),
      ...typeSheets(markup, this.type),
      ...pages.drawings(markup),
    };
  }
}

/** Lists the pictures of all types. */
export function activitySubjects(packages = new Packages()): ActivitySubject[] {
  return languages.flatMap((lang) => types.map((type) => new ActivitySubject(type, lang, packages)));
}
