import type { TypeFacts } from '../engine/calls.ts';
import { t } from '../strings.ts';

/** Forms that are described in words. */
const FORMS = [
  'choices',
  'fields',
  'groups',
  'pairs',
  'steps',
  'blanks',
  'cards',
  'scale',
  'spots',
  'labels',
  'scenes',
  'speeches',
  'mistakes',
  'passages',
  'tree',
  'grid',
  'table',
  'comparison',
  'definitions',
] as const;

/** Describes when a type is of use, by the form of its body; '' if there is nothing to add to its label. */
export function aboutType({ form }: TypeFacts): string {
  const found = FORMS.find((one) => one === form);
  return found === undefined ? '' : t(`editor.about.${found}`);
}
