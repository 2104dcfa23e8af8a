import type { Html } from '../../../../src/model/course/activity.ts';
import type { Form } from '../../../types/activity-type.ts';

export interface TableBody {
  readonly columns: readonly Html[];
  readonly rows: readonly (readonly Html[])[];
  readonly aligns?: readonly string[];
}

/** `{ columns, rows, aligns? }`: cells of the one table of the body, as HTML. */
export const table: Form<TableBody> = {
  read(body, context) {
    const table = body.find((block) => block.kind === 'table');
    const other = body.find((block) => block !== table);
    if (!table) context.error('no-table', context.at, { name: context.name });
    else if (other) context.error('text-beside-table', other.kind === 'directive' ? other.directive.at : other.at);
    return {
      columns: table?.header.map((cell) => cell.html()) ?? [],
      rows: table?.rows.map((row) => row.map((cell) => cell.html())) ?? [],
      ...(table?.aligns && { aligns: table.aligns }),
    };
  },
};
