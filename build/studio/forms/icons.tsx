const PATHS = {
  add: 'M10 4v12M4 10h12',
  back: 'M12 4 6 10l6 6',
  close: 'm5 5 10 10M15 5 5 15',
  down: 'm5 8 5 5 5-5',
  up: 'm5 12 5-5 5 5',
  feedback: 'M3 4h14v9.5H9.5L6 16.5v-3H3Z',
  grip: 'M7.5 5v.01M7.5 10v.01M7.5 15v.01M12.5 5v.01M12.5 10v.01M12.5 15v.01',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.5-1.5L17 17',
  undo: 'M7 5 3.5 8.5 7 12M4 8.5h7.5a4.5 4.5 0 0 1 0 9H9',
  redo: 'm13 5 3.5 3.5L13 12m3-3.5H8.5a4.5 4.5 0 0 0 0 9H11',
  edit: 'm4 16 .8-3.6L13.5 3.7a1.7 1.7 0 0 1 2.4 0l.4.4a1.7 1.7 0 0 1 0 2.4L7.6 15.2 4 16Z',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing of 20 by 20; it never stands alone for a name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="s-form-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
