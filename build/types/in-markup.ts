/** Members of an activity's options that the markup carries already, or that only the build needs: no script gets them. */
export const inMarkup = [
  'prompt',
  'html',
  'lead',
  'trail',
  'content',
  'nodes',
  'srcSize',
  'icon',
  'captionsText',
  'transcriptText',
  'bank',
] as const;

export type InMarkup = (typeof inMarkup)[number];
