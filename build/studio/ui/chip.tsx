/** A competency: its dot and its name. @param index place in the course's list, from 0; colours repeat after six */
export function CompetencyChip({ index, name }: { readonly index: number; readonly name: string }) {
  return (
    <span class="s-chip">
      <i class={`s-dot s-dot-${(Math.max(0, index) % 6) + 1}`} />
      {name}
    </span>
  );
}
