import type { ComponentChildren } from 'preact';

/** A short word about something: quiet, without a box or in one. */
export function Chip({ boxed = false, children }: { readonly boxed?: boolean; readonly children: ComponentChildren }) {
  return <span class={boxed ? 's-chip s-boxed' : 's-chip'}>{children}</span>;
}

/** A competency: its dot and its name. @param index place in the course's list, from 0; colours repeat after six */
export function CompetencyChip({ index, name }: { readonly index: number; readonly name: string }) {
  return (
    <span class="s-chip">
      <i class={`s-dot s-dot-${(Math.max(0, index) % 6) + 1}`} />
      {name}
    </span>
  );
}

/** A state in a few words. */
export function Tag({
  tone,
  children,
}: {
  readonly tone: 'plain' | 'right' | 'wrong' | 'warm' | 'info';
  readonly children: ComponentChildren;
}) {
  return <span class={`s-tag s-${tone}`}>{children}</span>;
}
