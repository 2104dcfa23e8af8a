const PATHS = {
  sessions: 'M7.5 5H17M7.5 10H17M7.5 15H17M3.5 5v.01M3.5 10v.01M3.5 15v.01',
  competencies: 'm10 3 2.2 4.6 5 .7-3.6 3.5.9 5L10 14.4l-4.5 2.4.9-5L2.8 8.3l5-.7Z',
  people: 'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10Zm-6.5 7c.6-3.2 3-5 6.5-5s5.9 1.8 6.5 5',
  theme: 'M10 17a7 7 0 1 1 7-7c0 2-1.5 2.5-3 2.5h-1.5c-1.5 0-1.5 1.5-1 2.3.5 1 0 2.2-1.5 2.2ZM6.5 9v.01M9 6.5v.01M13 7.5v.01',
  cohorts:
    'M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4Zm-5.5 7c.5-3 2.5-4.5 5.5-4.5s5 1.5 5.5 4.5M13 4.3a2.6 2.6 0 0 1 0 5M14.5 12c2 .5 3.2 2 3.5 4.5',
  banks: 'M4 4h12v3H4ZM4 8.5h12v3H4ZM4 13h12v3H4Z',
  settings:
    'M10 12.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4',
  add: 'M10 4v12M4 10h12',
  up: 'M10 16V4.5M5 9l5-5 5 5',
  down: 'M10 4v11.5M5 11l5 5 5-5',
  remove: 'M4 5.5h12M8 5.5V4h4v1.5M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5',
  open: 'M11 4h5v5M16 4l-7.5 7.5M14 12v4H4V6h4',
  warning: 'M10 3 2.5 16.5h15ZM10 8v4M10 14.3v.01',
  copy: 'M7 7h9.5v9.5H7ZM4 13H3.5V3.5H13V4',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10Zm8 2.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  cross: 'm5 5 10 10M15 5 5 15',
  check: 'm5 10.5 3 3 7-8',
} as const;

export type CourseIconName = keyof typeof PATHS;

/** A drawing beside words; it says nothing of its own. */
export function CourseIcon({ name }: { readonly name: CourseIconName }) {
  return (
    <svg class="s-course-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
