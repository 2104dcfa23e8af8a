/** Drawings on a square of 20, by name. */
const PATHS = {
  check: 'm4 10.5 4 4 8-9',
  warn: 'M10 3 2.5 16.5h15ZM10 8v4M10 14.3v.01',
  stop: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 6v5M10 13.6v.01',
  people:
    'M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4Zm-5.5 7c.5-3 2.5-4.5 5.5-4.5s5 1.5 5.5 4.5M13 4.3a2.6 2.6 0 0 1 0 5M14.5 12c2 .5 3.2 2 3.5 4.5',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10Zm-6.5 7c.6-3.2 3-5 6.5-5s5.9 1.8 6.5 5',
  zip: 'M5 2.5h7l3.5 3.5v11.5h-11V3M9 3v2M11 5v2M9 7v2M9.5 10.5h1.5v3H9.5Z',
  page: 'M5 2.5h7l3.5 3.5v11.5H5ZM12 2.5V6h3.5M7.5 10h5.5M7.5 13h5.5',
  lock: 'M5 9h10v8H5Zm2 0V6.5a3 3 0 0 1 6 0V9',
  download: 'M10 3v9m-4-3.5 4 4 4-4M3.5 16.5h13',
  upload: 'M10 13V4M6 7.5l4-4 4 4M3.5 16.5h13',
  chart: 'M4 16.5V10M9 16.5v-12M14 16.5V8',
  back: 'M12 4 6 10l6 6',
  box: 'm3 6.5 7-3.5 7 3.5v7.5l-7 3.5-7-3.5Zm0 0 7 3.5 7-3.5M10 10v7.5',
  print: 'M6 7.5V3h8v4.5M6 14H3.5V7.5h13V14H14M6 11.5h8V17H6Z',
  close: 'm5 5 10 10M15 5 5 15',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words; alone it needs a name on its button. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="s-drawing" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
