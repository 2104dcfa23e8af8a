import { activityTypes } from '../../../build/types/activities.ts';
import type { InteractionType } from '../../../src/model/record/interaction.ts';
import { readContent } from '../../e2e/read-content.ts';
import { type Language, types } from '../../helpers/examples-project.ts';
import { readZip } from '../../helpers/read-zip.ts';
import { galleryPackage } from '../../helpers/shared-packages.ts';

interface Words {
  readonly start: string;
  readonly block: string;
  readonly scored: string;
  readonly asked: string;
  readonly found: string;
  readonly unscored: string;
  readonly questions: string;
  readonly nothing: string;
  readonly with: string;
  readonly answers: Readonly<Record<InteractionType, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    start: '**La plateforme reçoit** : ',
    block: 'rien, un bloc se lit.',
    scored: 'un score',
    asked: 'un score si vous écrivez `points`',
    found: "un score s'il y a une bonne réponse à trouver",
    unscored: 'aucun score',
    questions: 'la réponse à chacune de ses questions',
    nothing: "aucune réponse ; l'activité compte pour l'achèvement",
    with: 'avec',
    answers: {
      choice: 'le choix (`choice`)',
      'true-false': 'vrai ou faux, affirmation par affirmation (`true-false`)',
      'fill-in': 'chaque mot écrit (`fill-in`)',
      'long-fill-in': 'le texte écrit (`long-fill-in`)',
      matching: 'les associations (`matching`)',
      sequencing: "l'ordre (`sequencing`)",
      performance: 'ce qui a été fait, pas à pas (`performance`)',
      numeric: 'le nombre (`numeric`)',
      likert: 'le niveau (`likert`)',
    },
  },
  en: {
    start: '**The LMS receives**: ',
    block: 'nothing, a block is read.',
    scored: 'a score',
    asked: 'a score if you write `points`',
    found: 'a score if there is a right answer to find',
    unscored: 'no score',
    questions: 'the answer to each of its questions',
    nothing: 'no answer; the activity counts for completion',
    with: 'with',
    answers: {
      choice: 'the choice (`choice`)',
      'true-false': 'true or false, statement by statement (`true-false`)',
      'fill-in': 'each word written (`fill-in`)',
      'long-fill-in': 'the text written (`long-fill-in`)',
      matching: 'the pairs (`matching`)',
      sequencing: 'the order (`sequencing`)',
      performance: 'what was done, step by step (`performance`)',
      numeric: 'the number (`numeric`)',
      likert: 'the level (`likert`)',
    },
  },
};

/** Attributes without which an answer isn't asked for: the examples have them all. */
export const onlyWith: Readonly<Record<string, Readonly<Partial<Record<InteractionType, string>>>>> = {
  'mind-map': { 'long-fill-in': 'fill' },
  recap: { 'long-fill-in': 'proof' },
  scale: { 'long-fill-in': 'comment' },
  sliders: { 'long-fill-in': 'facts' },
};

/** Interaction types of each type's activities, as the examples are built. */
async function interactions(lang: Language): Promise<ReadonlyMap<string, ReadonlySet<InteractionType>>> {
  const { activities } = readContent(await readZip(galleryPackage(lang, 'web')));
  const found = new Map<string, Set<InteractionType>>();
  for (const { type, slots } of activities) {
    const known = found.get(type) ?? new Set();
    for (const slot of slots) known.add(slot.type);
    found.set(type, known);
  }
  return found;
}

function scoreOf(type: string, own: Words): string {
  const scored = activityTypes.get(type)?.scored ?? false;
  if (typeof scored === 'function') return own.found;
  if (scored === 'asked') return own.asked;
  return scored ? own.scored : own.unscored;
}

/** Sentences on what an LMS receives of each type, by type: from the registry and the built examples. */
export async function lmsLines(lang: Language): Promise<ReadonlyMap<string, string>> {
  const own = words[lang];
  const semicolon = lang === 'fr' ? ' ; ' : '; ';
  const sent = await interactions(lang);
  const line = (type: string): string => {
    const definition = activityTypes.get(type);
    if (definition?.kind === 'block') return own.start + own.block;
    const answers = [...(sent.get(type) ?? [])].map((interaction) => {
      const attribute = onlyWith[type]?.[interaction];
      return own.answers[interaction].replace(/\)$/, attribute ? `, ${own.with} \`${attribute}\`)` : ')');
    });
    const inner = definition?.contains ?? [];
    const asks = inner !== 'any' && inner.some((name) => activityTypes.get(name)?.kind === 'activity');
    return `${own.start}${scoreOf(type, own)}${semicolon}${answers.join(', ') || (asks ? own.questions : own.nothing)}.`;
  };
  return new Map(types.map((type) => [type, line(type)]));
}
