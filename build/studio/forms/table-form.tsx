import { t } from '../strings.ts';
import type { TableText } from '../text/edit-parts.ts';
import { addColumn, addRow, moveRow, removeColumn, removeRow, setCell, shownCell } from '../text/edit-table.ts';
import { AddButton, IconButton, PartButtons } from './buttons.tsx';
import type { Editing } from './editing.ts';
import { AreaField, FieldGroup, LineField, stepOf } from './fields.tsx';

/** Kind of a table: what its columns are for. */
export interface TableShape {
  readonly form: string;
  /** Name of one row: « Paire ». */
  readonly what: string;
  /** Columns with numbers: places on a picture. */
  readonly numbers: readonly number[];
  /** Number of columns that can't be removed. */
  readonly fixed: number;
  /** Largest number of columns. */
  readonly most: number;
  readonly hint?: string;
}

interface TableProps {
  readonly editing: Editing;
  readonly table: TableText;
  readonly shape: TableShape;
}

function titleOf({ editing: { text }, table }: TableProps, column: number): string {
  const cell = table.rows[0]?.cells[column];
  return (cell && shownCell(text.slice(cell.from, cell.to))) || t('forms.column', { number: column + 1 });
}

function Cell({ props, row, column }: { readonly props: TableProps; readonly row: number; readonly column: number }) {
  const { editing, table, shape } = props;
  const { text, session } = editing;
  const line = table.rows[row];
  const cell = line?.cells[column];
  const isHead = row === 0;
  const name = `cell-${row}-${column}`;
  const field = {
    label: isHead ? t('forms.column', { number: column + 1 }) : `${titleOf(props, column)}, ${shape.what} ${row}`,
    isQuiet: true,
    name,
    value: cell ? shownCell(text.slice(cell.from, cell.to)) : '',
    placeholder: isHead ? '' : titleOf(props, column),
    onValue: (typed: string) => line && session.change(setCell(text, line, column, typed), name),
    onKey: (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step && !isHead && row + step > 0 && row + step < table.rows.length)
        session.change(moveRow(text, table, row, step), 'move', `cell-${row + step}-${column}`);
      else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing)
        session.change(addRow(table, row), 'add', `cell-${row + 1}-0`);
      else return;
      event.preventDefault();
    },
  };
  return shape.numbers.includes(column) && !isHead ? <LineField {...field} kind="number" /> : <AreaField {...field} />;
}

function Heads({ props }: { readonly props: TableProps }) {
  const { editing, table, shape } = props;
  const { text, session } = editing;
  const columns = table.rows[0]?.cells.length ?? 0;
  return (
    <FieldGroup title={t('forms.columns')}>
      <div class="s-form-row">
        {Array.from({ length: columns }, (_, column) => (
          <div class="s-form-line" key={`head-${column}`}>
            <Cell props={props} row={0} column={column} />
            {column >= shape.fixed && (
              <IconButton
                icon="x"
                label={t('forms.remove', { part: titleOf(props, column) })}
                onPress={() => session.change(removeColumn(text, table, column), 'remove', 'cell-0-0')}
              />
            )}
          </div>
        ))}
        {columns < shape.most && (
          <AddButton label={t('forms.columnAdd')} onPress={() => session.change(addColumn(text, table), 'add', `cell-0-${columns}`)} />
        )}
      </div>
    </FieldGroup>
  );
}

/** A table: titles of its columns, and a card for each row. */
export function TableForm(props: TableProps) {
  const { editing, table, shape } = props;
  const { text, session } = editing;
  const columns = table.rows[0]?.cells.length ?? 0;
  const count = table.rows.length - 1;
  return (
    <>
      <Heads props={props} />
      {shape.hint && <p class="s-form-hint">{shape.hint}</p>}
      <ul class={`s-form-list s-form-${shape.form}`}>
        {table.rows.slice(1).map((_, index) => (
          <li class="s-form-card" key={`row-${index}`}>
            <div class="s-form-line">
              <div class="s-form-cells">
                {Array.from({ length: columns }, (__, column) => (
                  <Cell key={`cell-${column}`} props={props} row={index + 1} column={column} />
                ))}
              </div>
              <PartButtons
                what={shape.what}
                name={`row-${index}`}
                index={index}
                count={count}
                onMove={(step) =>
                  session.change(moveRow(text, table, index + 1, step), 'move', `row-${index + step}-${step < 0 ? 'up' : 'down'}`)
                }
                onRemove={() => session.change(removeRow(table, index + 1), 'remove', `cell-${index}-0`)}
              />
            </div>
          </li>
        ))}
      </ul>
      <AddButton label={shape.what} name="row-add" onPress={() => session.change(addRow(table, count), 'add', `cell-${count + 1}-0`)} />
    </>
  );
}
