import type { Language } from '../../helpers/examples-project.ts';

type Words = Readonly<Record<Language, string>>;

/** One thing that is done to an activity before its picture is taken. Selectors are looked for in the page of its type. */
export type Act =
  | { readonly press: string }
  | { readonly write: string; readonly text: Words }
  /** As many steps towards right answers: each presses, chooses or opens one thing. */
  | { readonly steps: number };

/** The state in which a type is shown. */
export interface Scene {
  readonly acts?: readonly Act[];
  /** Main element of the picture; by default the first activity of the type, or all that the page holds where it is a block. */
  readonly frame?: string;
  /** Width of the page in CSS pixels, where it isn't the usual one. The picture has the usual width in any case. */
  readonly width?: number;
  /** Height after which it is cut, in CSS pixels, where it isn't the usual one. */
  readonly tallest?: number;
}

/** Adds a word to a cloud. */
const word = (fr: string, en: string): Act[] => [{ write: '.c-body input', text: { fr, en } }, { press: '.word-cloud-add' }];

const definition: Words = {
  fr: 'Deux structures différentes, qui restent libres, mettent en commun ce que chacune sait faire pour un même projet.',
  en: 'It is a place where volunteers and visitors repair things together, so that fewer of them are thrown away.',
};

const origin: Words = {
  fr: 'Le centre social l’a demandé il y a deux ans : des familles venaient pour la même dette d’énergie, sans solution durable.',
  en: 'People on our street throw away lamps and toasters every week, and nobody here knows where to have them repaired.',
};

/** States that show best what a type is. A type that isn't named here is shown as learners find it. */
const scenes: Readonly<Record<string, Scene>> = {
  accordion: { acts: [{ steps: 1 }] },
  beside: { width: 760 },
  cards: { acts: [{ steps: 1 }] },
  categorize: { acts: [{ steps: 3 }] },
  checklist: { acts: [{ steps: 2 }] },
  choice: { acts: [{ steps: 1 }] },
  cloze: { acts: [{ steps: 2 }] },
  hotspots: { acts: [{ steps: 1 }] },
  'label-image': { acts: [{ steps: 2 }] },
  'mark-text': { acts: [{ steps: 2 }] },
  matching: { acts: [{ steps: 4 }], width: 600 },
  memory: { acts: [{ steps: 2 }], width: 600 },
  numeric: { acts: [{ write: 'input', text: { fr: '12,5', en: '12.5' } }] },
  'mind-map': { frame: '[data-type="mind-map"] ~ [data-type="mind-map"] .mind-map-figure', width: 640 },
  'open-question': { acts: [{ write: 'textarea', text: definition }] },
  order: { width: 560 },
  recap: {
    acts: [{ write: 'textarea', text: definition }, { press: '[data-type="open-question"] [data-action="check"]' }, { steps: 12 }],
    tallest: 420,
  },
  reveal: { acts: [{ steps: 1 }] },
  scale: { acts: [{ steps: 2 }], width: 800 },
  'short-text': { acts: [{ write: 'input', text: { fr: 'égalité', en: 'fuse' } }] },
  sliders: { acts: [{ steps: 2 }], width: 600 },
  'stakeholder-map': { acts: [{ steps: 4 }], width: 840 },
  tabs: { width: 640 },
  timeline: { acts: [{ steps: 1 }] },
  'true-false': { acts: [{ steps: 3 }] },
  'word-cloud': { acts: [...word('confiance', 'repair'), ...word('entraide', 'neighbours'), ...word('relais', 'waste')] },
  writing: { acts: [{ write: 'textarea', text: origin }] },
};

/** Returns the state in which a type is shown. */
export function sceneOf(type: string): Scene {
  return scenes[type] ?? {};
}
