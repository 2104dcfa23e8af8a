import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages, root } from '../../helpers/examples-project.ts';
import { stories } from './guide-story.ts';
import { STEPS, type Step } from './guide-walk.ts';
import { ending, packageSheets, sheet } from './sources.ts';
import type { Inputs, Subject } from './subject.ts';

/** Files of the studio that decide how a step looks: style sheets and strings, by the beginning of their names. */
const PARTS: Readonly<Record<Step, { readonly styles: readonly string[]; readonly words: readonly string[] }>> = {
  create: { styles: ['start'], words: ['start'] },
  cover: { styles: ['forms', 'preview'], words: ['forms', 'preview'] },
  people: { styles: ['course'], words: ['course', 'faces'] },
  scene: { styles: ['forms', 'preview'], words: ['forms', 'preview'] },
  choice: { styles: ['forms', 'preview'], words: ['forms', 'preview'] },
  quiz: { styles: ['forms', 'preview'], words: ['forms', 'preview'] },
  package: { styles: ['prepare', 'prepare-parts'], words: ['prepare'] },
  moodle: { styles: ['prepare', 'prepare-parts'], words: ['prepare'] },
};

/** A picture of the guide of the first session. */
export class GuideSubject implements Subject {
  readonly file: string;
  readonly most = 40_000;
  readonly step: Step;
  readonly lang: Language;

  constructor(step: Step, lang: Language) {
    this.step = step;
    this.lang = lang;
    this.file = `guide/${step}${ending(lang)}.webp`;
  }

  inputs(): Inputs {
    const { styles, words } = PARTS[this.step];
    const sheets = ['tokens', 'base', ...styles].map((name) => `build/studio/styles/${name}.css`);
    const strings = words.map((name) => `build/studio/strings/${name}.${this.lang}.json`);
    return {
      story: JSON.stringify(stories[this.lang]),
      ...Object.fromEntries(sheets.map((path) => [path, sheet(path)])),
      ...Object.fromEntries(strings.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
      ...(styles.includes('preview') ? packageSheets() : {}),
    };
  }
}

/** Lists the pictures of the guide in both languages. */
export function guideSubjects(): GuideSubject[] {
  return languages.flatMap((lang) => STEPS.map((step) => new GuideSubject(step, lang)));
}
