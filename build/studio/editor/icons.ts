/** Icons of the editor: lines of 20 by 20 units. */
export const ICONS = {
  add: 'M10 4v12M4 10h12',
  answer: 'm4 10.5 4 4 8-9',
  bold: 'M6 4h5a3 3 0 0 1 0 6H6Zm0 6h6a3 3 0 0 1 0 6H6Z',
  italic: 'M8.5 4H14M6 16h5.5M11.5 4l-3 12',
  link: 'm8 12 4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2m-3 3-2 2a3.5 3.5 0 0 1-5-5l2-2',
  list: 'M7.5 5H17M7.5 10H17M7.5 15H17M3.5 5v.01M3.5 10v.01M3.5 15v.01',
  picture: 'M3 4h14v12H3ZM3 13l4-4 4 4 2-2 4 4M13 7.5v.01',
  feedback: 'M3 4h14v9.5H9.5L6 16.5v-3H3Z',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.5-1.5L17 17',
  raw: 'M7 5 2.5 10 7 15m6-10 4.5 5-4.5 5',
  plain: 'M3 4h14v12H3ZM6 8h8M6 12h8',
  undo: 'M7 5 3.5 8.5 7 12M4 8.5h7.5a4.5 4.5 0 0 1 0 9H9',
  redo: 'm13 5 3.5 3.5L13 12m3-3.5H8.5a4.5 4.5 0 0 0 0 9H11',
  edit: 'm4 16 .8-3.6L13.5 3.7a1.7 1.7 0 0 1 2.4 0l.4.4a1.7 1.7 0 0 1 0 2.4L7.6 15.2 4 16Z',
  more: 'M4.5 10v.01M10 10v.01M15.5 10v.01',
  error: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 6v5M10 13.8v.01',
  warning: 'M10 3 2.5 16.5h15ZM10 8v4M10 14.3v.01',
  notice: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9v5M10 6.2v.01',
  settings: 'M4 6h7m3 0h2M4 14h2m3 0h7M12.5 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7.5 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
} as const;

/** Drawings of activities, by the form of their body. */
const FORMS: Readonly<Record<string, string>> = {
  choices:
    'M5 6.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Zm0 5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Zm0 5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM9.5 5h7M9.5 10h7M9.5 15h7',
  fields: 'M3 4h14v12H3ZM6 8h8M6 11.5h4',
  groups: 'M3 4h6v12H3ZM11 4h6v12h-6ZM5 7h2M5 10h2M13 7h2',
  pairs: 'M3 5h4v3H3ZM13 5h4v3h-4ZM3 12h4v3H3ZM13 12h4v3h-4ZM7 6.5l6 7M7 13.5l6-7',
  steps: 'M4 4.5h1v4M3.5 8.5h3M3.5 12.5h2.5l-2.5 3.5h3M9.5 6h7M9.5 14h7',
  blanks: 'M3 6h5M12 6h5M3 11h2M9 11h8M3 16h7',
  cards: 'M5 3h9a1.5 1.5 0 0 1 1.5 1.5V14M3.5 6H12v11H3.5Z',
  scale: 'M3 10h14M5 8v4M10 8v4M15 8v4M10 10v.01',
  spots: 'M10 17s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9Zm0-7a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  labels: 'M3 4h9l5 6-5 6H3ZM7 10v.01',
  scenes: 'M5 4v12M5 10h5l4-5M10 10l4 5M14 5v.01M14 15v.01',
  speeches: 'M3 4h9v6H7l-2.5 2.5V10H3ZM14 7.5h3v6h-1v2.5L13.5 13.5H9v-1.5',
  table: 'M3 4h14v12H3ZM3 8h14M8 4v12',
  tree: 'M4 10h4m0 0 3-5h5M8 10h8M8 10l3 5h5',
  none: 'M3 4h14v12H3ZM8.5 7.5v5l4-2.5Z',
  trainer: 'M3 4h14v8H3ZM10 12v5M7 17h6M6.5 7.5h7',
  after: ICONS.feedback,
};

const OTHER = 'M3 4h14v9H3ZM6 16.5h8M6 7.5h8M6 10h5';

/** Returns the drawing of a directive. @param form of its body; '' if unknown */
export function drawingOf(name: string, form: string): string {
  return FORMS[name] ?? FORMS[form] ?? OTHER;
}
