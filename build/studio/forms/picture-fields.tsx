import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../strings.ts';
import { attributesIn } from '../text/attributes.ts';
import type { PictureText, SectionText, TableText } from '../text/edit-parts.ts';
import { setTitle } from '../text/edit-sections.ts';
import { setCell, shownCell } from '../text/edit-table.ts';
import { replaced } from '../text/edit-words.ts';
import type { Replacement } from '../text/raw-text.ts';
import { filesOf } from './choices-of.ts';
import type { Editing } from './editing.ts';
import { AreaField, SelectField } from './fields.tsx';

/** Names of pictures. */
export const PICTURES = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Returns an address for a picture of the course; '' if there is none of that name. */
export function usePicture({ session: { studio } }: Pick<Editing, 'session'>, src: string): string {
  const bytes = studio.project.bytes(`${studio.course}/${src}`);
  const type = src.endsWith('.svg') ? 'image/svg+xml' : '';
  const address = useMemo(() => (bytes ? URL.createObjectURL(new Blob([bytes], { type })) : ''), [bytes, type]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return address;
}

/** A place on the picture that a form moves. */
export interface Spot {
  readonly label: string;
  /** Percent; null: it is not on the picture. */
  readonly x: number | null;
  readonly y: number | null;
  moved(x: number, y: number): Replacement[];
}

function percent(text: string | undefined): number | null {
  const value = Number.parseFloat((text ?? '').replace(',', '.'));
  return Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : null;
}

/** Places that sections have in their titles. */
export function spotsOfSections({ text }: Editing, sections: readonly SectionText[]): Spot[] {
  return sections.map(({ heading }) => {
    const [x, y] = text.slice(heading.title.from, heading.title.to).split(/\s+/).map(percent);
    const label = heading.second ? text.slice(heading.second.from, heading.second.to) : '';
    return { label, x: x ?? null, y: y ?? null, moved: (left, top) => setTitle(text, heading, `${left} ${top}`) };
  });
}

/** Places that rows have in their second and third cells. */
export function spotsOfTable({ text }: Editing, { rows }: TableText): Spot[] {
  return rows.slice(1).map((row) => {
    const [label = '', x, y] = row.cells.map(({ from, to }) => shownCell(text.slice(from, to)));
    return {
      label,
      x: percent(x),
      y: percent(y),
      moved: (left, top) => [...setCell(text, row, 1, String(left)), ...setCell(text, row, 2, String(top))],
    };
  });
}

/** The picture with its places. A click puts the chosen place there; the fields of numbers do the same by keyboard. */
export function SpotPicture({
  editing,
  picture,
  spots,
}: {
  readonly editing: Editing;
  readonly picture: PictureText;
  readonly spots: readonly Spot[];
}) {
  const chosen = useSignal(0);
  const src = editing.text.slice(picture.src.from, picture.src.to);
  const address = usePicture(editing, src);
  if (address === '') return null;
  const options = spots.map(({ label }, index) => ({ value: String(index), label: `${index + 1}. ${label}` }));
  const place = (event: MouseEvent): void => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map((part) => Math.round(part * 100));
    const moved = spots[chosen.value]?.moved(x ?? 0, y ?? 0);
    if (moved) editing.session.change(moved, 'place');
  };
  return (
    <div class="s-form-part">
      {spots.length > 0 && (
        <SelectField
          label={t('forms.placing')}
          name="placing"
          value={String(chosen.value)}
          options={options}
          onValue={(value) => (chosen.value = Number(value))}
        />
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the number fields of each place do the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the number fields of each place do the same */}
      <div class="s-form-picture" onClick={place}>
        <img src={address} alt={editing.text.slice(picture.alt.from, picture.alt.to)} />
        {spots.map(({ x, y }, index) =>
          x === null || y === null ? null : (
            <span
              key={`spot-${index}`}
              class={`s-form-spot ${index === chosen.value ? 's-form-chosen' : ''}`}
              aria-hidden="true"
              style={{ insetInlineStart: `${x}%`, insetBlockStart: `${y}%` }}
            >
              {index + 1}
            </span>
          ),
        )}
      </div>
    </div>
  );
}

/** File and description of a picture that stands alone on its line. */
export function PictureFields({
  editing,
  picture,
  name,
}: {
  readonly editing: Editing;
  readonly picture: PictureText;
  readonly name: string;
}) {
  const { text, session } = editing;
  const src = text.slice(picture.src.from, picture.src.to);
  const options = filesOf(editing, PICTURES).map((value) => ({ value, label: value.replace(/^assets\//, '') }));
  return (
    <div class="s-form-row">
      <SelectField
        label={t('forms.picture')}
        name={`${name}-src`}
        value={src}
        options={options}
        onValue={(value) => session.change(replaced(text, picture.src, value), `${name}-src`)}
      />
      <AreaField
        label={t('attr.alt')}
        name={`${name}-alt`}
        value={text.slice(picture.alt.from, picture.alt.to)}
        onValue={(typed) =>
          session.change(replaced(text, picture.alt, typed.replace(/\s*\n\s*/g, ' ').replace(/[[\]]/g, '')), `${name}-alt`)
        }
      />
    </div>
  );
}

/** The picture that a directive names by an attribute. */
export function AttributePicture({ editing }: { readonly editing: Editing }) {
  const { directive, text } = editing;
  const found = attributesIn(text.slice(directive.braces.from, directive.braces.to), directive.braces.from).find(
    ({ key }) => key === 'src',
  );
  const src = typeof found?.value === 'string' && PICTURES.test(found.value) ? found.value : '';
  const address = usePicture(editing, src);
  return address === '' ? null : <img class="s-form-shown" src={address} alt="" />;
}
