import type { IconName } from '../ui/icon.tsx';

/** Icons of types that differ from others with the same form of body. */
const BY_TYPE: Readonly<Record<string, IconName>> = {
  trainer: 'presentation',
  figure: 'image',
  gallery: 'images',
  'image-compare': 'columns-2',
  'label-image': 'tag',
  hotspots: 'target',
  audio: 'volume-2',
  video: 'film',
  embed: 'globe',
  document: 'file-text',
  callout: 'info',
  keep: 'lightbulb',
  quote: 'quote',
  definition: 'book-text',
  scene: 'messages-square',
  quiz: 'list-checks',
  'true-false': 'toggle-left',
  numeric: 'hash',
  'short-text': 'text-cursor-input',
  'open-question': 'message-square',
  writing: 'pencil',
  sliders: 'sliders-horizontal',
  scale: 'sliders-horizontal',
  matching: 'shuffle',
  memory: 'square-stack',
  order: 'list-ordered',
  categorize: 'layout-list',
  branching: 'git-branch',
  'mind-map': 'network',
  'stakeholder-map': 'chart-network',
  timeline: 'clock',
  'word-cloud': 'cloud',
  'mark-text': 'highlighter',
  cloze: 'form',
  accordion: 'rows-3',
  tabs: 'panel-left',
  reveal: 'eye',
  recap: 'notebook-pen',
  checklist: 'square-check',
  cards: 'square-stack',
  table: 'table-2',
  compare: 'scale',
  beside: 'columns-2',
  'key-number': 'binary',
};

/** Icons by the form of a body. */
const BY_FORM: Readonly<Record<string, IconName>> = {
  choices: 'list-checks',
  fields: 'form',
  groups: 'layout-list',
  pairs: 'shuffle',
  steps: 'list-ordered',
  blanks: 'text-cursor-input',
  spots: 'target',
  labels: 'tag',
  tree: 'network',
  cards: 'square-stack',
  table: 'table-2',
};

/** Returns the icon of a type. @param form of its body; '' if unknown */
export function iconOf(type: string, form: string): IconName {
  return BY_TYPE[type] ?? BY_FORM[form] ?? 'sticky-note';
}
