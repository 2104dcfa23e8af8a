import { type Key, t } from '../strings.ts';
import type { BlockText } from '../text/edit-parts.ts';
import type { ListShape } from './list-form.tsx';
import type { TableShape } from './table-form.tsx';

/** Tests whether a block is what a form reads. */
export function isShapeOf(form: string, block: BlockText): boolean {
  if (form === 'choices' || form === 'mistakes') return block.kind === 'list' && block.items.some(({ box }) => box !== null);
  if (form === 'steps') return block.kind === 'list' && block.isOrdered;
  if (form === 'scale' || form === 'tree') return block.kind === 'list' && !block.isOrdered;
  return block.kind === 'table';
}

/** Names of the lines of a list: one line, all, its box, a hint. */
const LISTS: Readonly<Record<string, readonly [what: Key, title: Key, tick: Key | '', hint: Key | '']>> = {
  choice: ['forms.answer', 'forms.answers', 'forms.right', 'forms.answerHint'],
  'true-false': ['forms.statement', 'forms.statements', 'forms.true', 'forms.statementHint'],
  checklist: ['forms.point', 'forms.points', 'forms.essential', ''],
  mistakes: ['forms.expected', 'forms.expectedAll', 'forms.accepted', 'forms.expectedHint'],
  steps: ['forms.step', 'forms.steps', '', 'forms.stepHint'],
  scale: ['forms.line', 'forms.lines', '', ''],
  grid: ['forms.actor', 'forms.actors', '', ''],
};

/** Returns the names of a list's parts, with the title and the hint of the whole. */
export function listShapeOf(form: string, type: string): ListShape & { readonly title: string; readonly hint: string } {
  const [what, title, tick, hint] = LISTS[type] ?? LISTS[form] ?? LISTS.choice ?? ['forms.item', 'forms.items', '', ''];
  const more = form === 'scale' ? ('competency' as const) : type === 'choice' || form === 'mistakes' ? ('weight' as const) : undefined;
  return {
    what: t(what),
    title: t(title),
    tick: tick === '' ? '' : t(tick),
    hint: hint === '' ? '' : t(hint),
    hasFeedback: form !== 'scale',
    ...(more && { more }),
  };
}

/** Returns the names of a table's parts. */
export function tableShapeOf(form: string): TableShape {
  const [fixed, most] = { pairs: [2, 3], labels: [3, 4] }[form] ?? [1, 8];
  const what = { pairs: t('forms.pair'), labels: t('forms.label') }[form] ?? t('forms.row');
  const hint = { pairs: t('forms.pairHint'), labels: t('forms.labelHint'), comparison: t('forms.comparisonHint') }[form];
  return { form, what, numbers: form === 'labels' ? [1, 2] : [], fixed: fixed ?? 1, most: most ?? 8, ...(hint !== undefined && { hint }) };
}
