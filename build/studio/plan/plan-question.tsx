import { t } from '../strings.ts';
import { Confirm } from '../ui/dialog.tsx';
import { isPage, nameOf, type PlanRows } from './plan-state.ts';
import { TitleDialog } from './title-dialog.tsx';

/** The dialog of the plan: a new page, another title, or whether to remove. @param last number of pages */
export function PlanQuestion({ rows, last }: { readonly rows: PlanRows; readonly last: number }) {
  const { value: asking } = rows.asking;
  const close = (): void => {
    rows.asking.value = null;
  };
  if (!asking) return null;
  if (asking.kind === 'remove') {
    const { item } = asking;
    const name = nameOf(item);
    const [title, text] = isPage(item)
      ? [t('plan.removePage', { name }), t('plan.removePage.text', { n: item.parts.length })]
      : [t('plan.removePart', { name }), t('plan.removePart.text')];
    const remove = (): void => void rows.commands.remove(item.place, t('plan.removed', { name }));
    return <Confirm title={title} text={text} action={t('plan.remove')} onConfirm={remove} onClose={close} />;
  }
  const isNew = asking.kind === 'add';
  const save = (title: string): void => {
    if (asking.kind === 'rename') rows.commands.rename(asking.page.place.page, title);
    else rows.commands.add(last - 1, title, t('plan.lead'));
  };
  return (
    <TitleDialog
      title={t(isNew ? 'plan.add' : 'plan.rename')}
      label={t('plan.title')}
      value={asking.kind === 'rename' ? asking.page.title : ''}
      action={t(isNew ? 'plan.create' : 'plan.save')}
      hint={t(isNew ? 'plan.add.hint' : 'plan.rename.hint')}
      onTitle={save}
      onClose={close}
    />
  );
}
