import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages, root } from '../../helpers/examples-project.ts';
import { stepPackages } from '../../helpers/shared-packages.ts';
import { ending, Packages, packageSheets, sheetsIn, typeSheets } from './sources.ts';
import type { Inputs, Subject } from './subject.ts';

/** Width of the pictures of README, in their own pixels. */
export const readmePixels = 1280;

export const views = ['cover', 'step', 'end', 'room', 'report', 'studio'] as const;
export type View = (typeof views)[number];

const whole = { width: 1280, height: 800 } as const;
/** Text stays legible where three pictures stand side by side. */
const close = { width: 960, height: 600 } as const;

/** Windows of the views, in CSS pixels. */
export const windows = { cover: whole, step: close, end: close, room: close, report: close, studio: whole } as const;

/** The session that the pictures of a language show. */
export interface Shown {
  readonly course: string;
  readonly module: string;
  /** Page and activity of the step, of the room and of the studio. */
  readonly page: string;
  readonly activity: string;
  /** First words of its question. */
  readonly question: string;
  /** First words of the activity that is open in the studio, as its plan shows them. */
  readonly written: string;
}

export const shown: Readonly<Record<Language, Shown>> = {
  fr: {
    course: 'partenariats-reseaux',
    module: 'seance-1',
    page: 's1-plus-lois',
    activity: 's1-transversalite',
    question: 'Quelle organisation est',
    written: 'Laquelle ressemble',
  },
  en: {
    course: 'repair-cafe',
    module: 'first-saturday',
    page: 'ten-o-clock',
    activity: 'first-words',
    question: 'What does he ask',
    written: 'Tom sits down',
  },
};

const text = (path: string): Inputs => ({ [path]: readFileSync(join(root, path), 'utf8') });

/** A picture of README in one language. */
export class ReadmeSubject implements Subject {
  readonly file: string;
  readonly most = 60_000;
  readonly view: View;
  readonly lang: Language;
  private readonly packages: Packages;

  constructor(view: View, lang: Language, packages: Packages) {
    this.file = `readme/${view}${ending(lang)}.webp`;
    this.view = view;
    this.lang = lang;
    this.packages = packages;
  }

  async inputs(): Promise<Inputs> {
    return { frame: JSON.stringify([windows[this.view], readmePixels, shown[this.lang]]), ...(await this.own()) };
  }

  private async own(): Promise<Inputs> {
    const { course, module } = shown[this.lang];
    const session = { ...text(`modules/${course}/${module}.md`), ...text(`modules/${course}/course.yaml`) };
    switch (this.view) {
      case 'cover':
      case 'step':
        return this.inPackage();
      case 'end':
        return { ...session, ...packageSheets(), ...text(`src/strings/${this.lang}.json`) };
      case 'room':
        return { ...session, ...sheetsIn('src/room'), ...text(`build/room/strings/${this.lang}.json`) };
      case 'report': {
        const pages = 'build/results/pages';
        const downloads = Object.assign({}, ...downloaded.map((name) => text(`tests/fixtures/results/${name}`)));
        return {
          ...text('modules/partenariats-reseaux/seance-1.md'),
          ...downloads,
          ...sheetsIn(pages),
          ...text(`${pages}/bilan.hbs`),
          ...text(`build/results/strings/${this.lang}.json`),
        };
      }
      case 'studio':
        return { ...session, ...studioLook(this.lang), ...packageSheets() };
    }
  }

  private async inPackage(): Promise<Inputs> {
    const { course, module, page } = shown[this.lang];
    const pages = await this.packages.pages(join(stepPackages(), course, `${module}.web.zip`));
    const markup = this.view === 'cover' ? pages.cover() : pages.markup(page);
    return { markup, ...packageSheets(), ...typeSheets(markup), ...pages.drawings(markup) };
  }
}

/** Downloads from Moodle of which the report is made. */
export const downloaded = ['s1-interactions-all.tab_separated.txt', 's1-completion.csv'] as const;

/** Files that decide how the studio looks. */
export function studioLook(lang: Language): Inputs {
  const strings = ['app', 'editor', 'plan', 'preview', 'write'].map((name) => `build/studio/strings/${name}.${lang}.json`);
  return Object.assign(sheetsIn('build/studio/styles'), ...strings.map(text));
}

/** Lists the pictures of README. */
export function readmeSubjects(packages = new Packages()): ReadmeSubject[] {
  return languages.flatMap((lang) => views.map((view) => new ReadmeSubject(view, lang, packages)));
}
