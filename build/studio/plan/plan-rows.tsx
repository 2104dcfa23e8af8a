import type { ComponentChildren, JSX } from 'preact';
import { t } from '../strings.ts';
import { CompetencyChip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import type { PlanPage, PlanPart, ProblemCounts } from './plan-items.ts';
import { isPage, labelOf, nameOf, type PlanRows } from './plan-state.ts';
import { iconOf } from './type-icons.ts';

/** A row's menu: everything that can also be done by drag or by a key. */
function entries(item: PlanPage | PlanPart, rows: PlanRows): MenuItem[] {
  const rename = isPage(item) ? [{ label: t('plan.rename'), icon: 'pencil' as const, keys: 'F2', run: () => void ask(rows, item) }] : [];
  const copied = t('plan.copied', { name: nameOf(item) });
  return [
    { label: t('plan.up'), icon: 'arrow-up', keys: 'Alt ↑', run: () => rows.step(item, 'up') },
    { label: t('plan.down'), icon: 'arrow-down', keys: 'Alt ↓', run: () => rows.step(item, 'down') },
    ...rename,
    { label: t('plan.duplicate'), icon: 'copy', run: () => void rows.commands.duplicate(item.place, copied) },
    {
      label: t('plan.remove'),
      icon: 'trash-2',
      keys: t('plan.deleteKey'),
      isDangerous: true,
      run: () => {
        rows.asking.value = { kind: 'remove', item };
      },
    },
  ];
}

function ask(rows: PlanRows, page: PlanPage): void {
  rows.asking.value = { kind: 'rename', page };
}

/** Does what a key means on a row. @returns whether it means something */
function pressed(event: KeyboardEvent, item: PlanPage | PlanPart, rows: PlanRows): boolean {
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) rows.step(item, event.key === 'ArrowUp' ? 'up' : 'down');
  else if (event.key === 'Delete') rows.asking.value = { kind: 'remove', item };
  else if (event.key === 'F2' && isPage(item)) ask(rows, item);
  else if (event.key === 'ArrowRight' && isPage(item) && !rows.isOpen(item)) rows.toggle(item);
  else if (event.key === 'ArrowLeft' && isPage(item) && rows.isOpen(item)) rows.toggle(item);
  else return false;
  return true;
}

/** Attributes of a row that can be dragged and dropped on. */
function dragEvents(item: PlanPage | PlanPart, rows: PlanRows): JSX.IntrinsicElements['div'] {
  return {
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer?.setData('text/plain', nameOf(item));
      rows.dragged.value = item;
    },
    onDragEnd: () => rows.endDrag(),
    onDragOver: (event) => {
      const { top, height } = event.currentTarget.getBoundingClientRect();
      if (rows.aim(item, event.clientY < top + height / 2)) event.preventDefault();
    },
    onDrop: (event) => {
      event.preventDefault();
      rows.drop(item);
    },
  };
}

/** Properties of the frame around each row. */
interface RowProps {
  readonly item: PlanPage | PlanPart;
  readonly rows: PlanRows;
  readonly kind: 'page' | 'part';
  readonly isCurrent: boolean;
  /** Opens and closes a page. */
  readonly toggle?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A row: a button that goes to the text, and a menu. */
function Row({ item, rows, kind, isCurrent, toggle, children }: RowProps) {
  const { value: goal } = rows.goal;
  return (
    <div class={`s-row s-row-${kind}`} data-drop={goal?.key === item.key ? goal.side : undefined} {...dragEvents(item, rows)}>
      {toggle}
      <button
        type="button"
        class="s-row-button"
        data-key={item.key}
        aria-current={isCurrent ? 'true' : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        onClick={() => rows.goTo(item)}
        onKeyDown={(event) => {
          if (pressed(event, item, rows)) event.preventDefault();
        }}
      >
        {children}
      </button>
      <Menu label={t('plan.menu', { name: nameOf(item) })} items={entries(item, rows)} more="s-menu-end s-row-menu" />
    </div>
  );
}

/** A page, and what is in it if it is open. */
export function PageRow({ page, rows }: { readonly page: PlanPage; readonly rows: PlanRows }) {
  const isOpen = rows.isOpen(page);
  const toggle = page.parts.length > 0 && (
    <button
      type="button"
      class="s-row-toggle"
      aria-expanded={isOpen}
      aria-label={t('plan.toggle', { name: nameOf(page) })}
      tabIndex={-1}
      onClick={() => rows.toggle(page)}
    >
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} small />
    </button>
  );
  return (
    <li>
      <Row item={page} rows={rows} kind="page" isCurrent={rows.isCurrent(page)} toggle={toggle}>
        <span class="s-row-number">{page.place.page + 1}</span>
        <span class="s-row-title">{nameOf(page)}</span>
        <span class="s-row-end">
          {!isOpen && <ProblemMark counts={page} />}
          {page.minutes > 0 && t('plan.minutes', { n: page.minutes })}
        </span>
      </Row>
      {isOpen && page.parts.length > 0 && (
        <ul class="s-plan-parts">
          {page.parts.map((part) => (
            <li key={part.key}>
              <PartRow part={part} rows={rows} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function PartRow({ part, rows }: { readonly part: PlanPart; readonly rows: PlanRows }) {
  const label = part.type === 'trainer' ? t('plan.forTrainer') : labelOf(part);
  return (
    <Row item={part} rows={rows} kind="part" isCurrent={rows.isCurrent(part)}>
      <Icon name={iconOf(part.type, part.form)} />
      <span class="s-row-words">
        <span class="s-row-title">{part.type === 'trainer' ? t('plan.trainer') : nameOf(part)}</span>
        <span class="s-row-facts">
          {part.title !== '' && <span class="s-row-label">{label}</span>}
          {part.competencies.map(({ index, name }) => (
            <CompetencyChip key={name} index={index} name={name} />
          ))}
          {part.only !== '' && <span class="s-tag s-plain">{part.only}</span>}
        </span>
      </span>
      <span class="s-row-end">
        {part.points !== null && <span>{t('plan.points', { n: part.points })}</span>}
        <ProblemMark counts={part} />
      </span>
    </Row>
  );
}

/** The sign of an error or a tip, with their number for screen readers. */
function ProblemMark({ counts: { errors, tips } }: { readonly counts: ProblemCounts }) {
  if (errors + tips === 0) return null;
  return (
    <span class={errors > 0 ? 's-problem s-error' : 's-problem s-tip'}>
      <Icon name={errors > 0 ? 'circle-alert' : 'triangle-alert'} small />
      <span class="s-hidden">{errors > 0 ? t('problems.errors', { n: errors }) : t('problems.tips', { n: tips })}</span>
    </span>
  );
}
