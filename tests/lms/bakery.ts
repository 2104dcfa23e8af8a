import type { LearnerRecord } from '../../src/lms/driver.ts';
import type { RecordedInteraction, Slot } from '../../src/model/record/interaction.ts';

/** A module on bread: its questions by place. */
export const slots: readonly { readonly id: string; readonly slot: Slot; readonly place: number }[] = [
  {
    id: 'farine',
    slot: { type: 'choice', right: [{ type: 'choice', tokens: ['a', 'c'] }], text: 'Quelles farines ?' },
    place: 0,
  },
  {
    id: 'four.b',
    slot: { type: 'numeric', right: [{ type: 'numeric', min: 230, max: 250 }], text: 'À quelle température ?' },
    place: 1,
  },
  { id: 'avis', slot: { type: 'long-fill-in', right: [], text: 'Votre avis ?' }, place: 2 },
];

const first: Omit<RecordedInteraction, 'response' | 'result' | 'id' | 'slot' | 'place'> = {
  piece: 1,
  weight: 2,
  latency: 12.34,
  time: Date.UTC(2026, 0, 31, 10, 20, 30),
  competencies: ['cuisson'],
};

const [farine, four, avis] = slots as [(typeof slots)[0], (typeof slots)[0], (typeof slots)[0]];

export const choice: RecordedInteraction = {
  ...first,
  ...farine,
  response: { type: 'choice', tokens: ['a', 'b'] },
  result: 'incorrect',
};

export const numeric: RecordedInteraction = { ...first, ...four, response: { type: 'numeric', value: 240 }, result: 'correct' };

/** A text in two pieces; the second stands behind the registered questions, and its result is written nowhere. */
export const text: readonly RecordedInteraction[] = [
  { ...first, ...avis, response: { type: 'long-fill-in', text: 'Le pain est\ncuit, ' }, result: 'neutral' },
  { ...first, ...avis, place: 3, piece: 2, response: { type: 'long-fill-in', text: 'et bon.' }, result: 'correct' },
];

/** Facts at launch, before any answer. */
export const fresh: LearnerRecord = {
  status: 'incomplete',
  belowPass: false,
  progress: 0.25,
  location: 'petrir',
  state: 'v1-1',
  objectives: [{ id: 'cuisson', title: 'Cuire le pain', status: 'incomplete' }],
  interactions: [],
  session: 2,
};

/** After the first answer. */
export const begun: LearnerRecord = {
  ...fresh,
  progress: 0.5,
  score: 25,
  state: 'v1-2',
  objectives: [{ id: 'cuisson', title: 'Cuire le pain', status: 'incomplete', score: 25 }],
  interactions: [choice],
  session: 61.5,
};

/** At the end. */
export const passed: LearnerRecord = {
  ...begun,
  status: 'passed',
  progress: 1,
  score: 83.33333,
  location: 'fin',
  state: 'v1-3',
  objectives: [{ id: 'cuisson', title: 'Cuire le pain', status: 'passed', score: 83.33333 }],
  interactions: [{ ...choice, response: { type: 'choice', tokens: ['a', 'c'] }, result: 'correct' }, numeric, ...text],
  session: 3600,
};
