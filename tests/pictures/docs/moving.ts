import { type Language, languages } from '../../helpers/examples-project.ts';
import { studioLook } from './readme.ts';
import { ending, packageSheets, typeSheets } from './sources.ts';
import type { Inputs, Subject } from './subject.ts';

/** Size of the moving picture in pixels, and that of the window in CSS pixels. */
export const movingFrame = { width: 900, height: 594, window: { width: 1100, height: 726 } } as const;

/** Steps of the author in the moving picture. */
export interface Story {
  readonly course: string;
  readonly session: string;
  /** Words of the answer that stands last, after which something is added. */
  readonly last: string;
  readonly added: readonly string[];
  /** The line whose attribute is misspelt, and the attribute. */
  readonly line: string;
  readonly wrong: string;
}

const theme = 'theme: { name: editorial, accent: "#27408b" }';

export const stories: Readonly<Record<Language, Story>> = {
  fr: {
    course: `id: mon-cours\ntitle: Le four partagé\nlang: fr\nmodules: [seance-1]\npace: page\n${theme}\n`,
    session: `---
id: seance-1
title: "Le four partagé"
---

# Qui apporte quoi ? {#qui-apporte-quoi}

:::choice{#prescripteur}
L'assistante sociale oriente une famille. Sa place ?

- [ ] Financeuse
> Non : elle ne paie rien.
- [x] Prescriptrice
> Oui : elle oriente une famille.
:::
`,
    last: 'Oui : elle oriente une famille.',
    added: ['- [ ] Bénévole', '> Non : elle agit pour son service.'],
    line: ':::choice{#prescripteur',
    wrong: ' shufle',
  },
  en: {
    course: `id: my-course\ntitle: The shared oven\nlang: en\nmodules: [session-1]\npace: page\n${theme}\n`,
    session: `---
id: session-1
title: "The shared oven"
---

# Who brings what? {#who-brings-what}

:::choice{#referrer}
A social worker refers a family. What is her role?

- [ ] Funder
> No: she pays nothing.
- [x] Referrer
> Yes: she points a family to it.
:::
`,
    last: 'Yes: she points a family to it.',
    added: ['- [ ] Volunteer', '> No: she acts for her service.'],
    line: ':::choice{#referrer',
    wrong: ' shufle',
  },
};

/** The moving picture of README, or the still for people who prefer less motion. */
export class MovingSubject implements Subject {
  readonly file: string;
  readonly most: number;
  readonly lang: Language;
  readonly moves: boolean;

  constructor(lang: Language, moves: boolean) {
    this.file = `readme/${moves ? 'moving' : 'moving-still'}${ending(lang)}.webp`;
    this.most = moves ? 600_000 : 60_000;
    this.lang = lang;
    this.moves = moves;
  }

  inputs(): Inputs {
    return {
      story: JSON.stringify([movingFrame, stories[this.lang]]),
      ...studioLook(this.lang),
      ...packageSheets(),
      ...typeSheets('', 'choice'),
    };
  }
}

/** Lists the moving pictures and their stills. */
export function movingSubjects(): MovingSubject[] {
  return languages.flatMap((lang) => [true, false].map((moves) => new MovingSubject(lang, moves)));
}
