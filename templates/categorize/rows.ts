import type { Token } from '../../src/model/course/activity.ts';
import type { Missing, MountContext } from '../../src/player/frame/mount.ts';
import { all } from '../../src/player/widgets/element.ts';
import { format } from '../../src/player/widgets/strings.ts';
import type { Placement } from './placement.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

type Field = HTMLSelectElement | HTMLInputElement;

function isOn(field: Field): boolean {
  return 'checked' in field ? field.checked : field.value !== '';
}

function choose(fields: readonly Field[], groups: readonly unknown[]): void {
  for (const field of fields) {
    if ('checked' in field) field.checked = groups.includes(field.value);
    else field.value = [...field.options].find(({ value }) => groups.includes(value))?.value ?? '';
  }
}

/** A row for each item, with a box for each group or a list of groups. */
export class Rows implements Placement {
  readonly #context: MountContext<Options, Answer>;
  readonly #fields: ReadonlyMap<Token, readonly Field[]>;

  /** @param changed after each change of the answer */
  constructor(root: HTMLElement, context: MountContext<Options, Answer>, changed: () => void) {
    this.#context = context;
    this.#fields = new Map(all('[data-chip]', root).map((row) => [row.dataset.chip ?? '', all<Field>('select, input', row)]));
    for (const [token, fields] of this.#fields) choose(fields, [context.answer?.[token] ?? []].flat());
    root.onchange = changed;
  }

  chosen(item: Token): readonly Token[] {
    return (this.#fields.get(item) ?? []).filter(isOn).map(({ value }) => value);
  }

  missing(): Missing | undefined {
    const open = [...this.#fields.values()].filter((fields) => !fields.some(isOn));
    const at = open[0]?.[0];
    return at && { missing: format(this.#context.strings, 'missing', { n: open.length }), at };
  }

  lock(on: boolean): void {
    for (const fields of this.#fields.values()) for (const field of fields) field.disabled = on;
  }

  again(): void {}
}
