import type { Version, VersionItem } from '../../../build/versions/model.ts';

/** Makes an item with one session, both of this id. */
export function item(
  identifier: string,
  more: {
    readonly activities?: readonly string[];
    readonly pages?: readonly string[];
    readonly line?: string;
    readonly chapters?: true;
  } = {},
): VersionItem {
  const { activities = [], pages = [identifier], line = 'l', chapters } = more;
  const session = {
    id: identifier,
    title: identifier.toUpperCase(),
    minutes: 1,
    completion: 'visited',
    onFail: 'incomplete',
    competencies: [],
    pages: pages.map((id) => ({ id, title: id, text: '' })),
    activities: activities.map((id, n) => ({
      id,
      n,
      type: 'choice',
      page: pages[0],
      title: id,
      required: true,
      points: 1,
      attempts: 1,
      competencies: [],
      options: {},
      origins: '',
      parts: [],
      slots: [],
      text: '',
    })),
  };
  const content = { line, activities: session.activities, pages: session.pages, ...(chapters && { chapters: [] }) };
  return { identifier, content, sessions: [session], cover: '' } as unknown as VersionItem;
}

/** Makes the media of a package; a text that begins with `?` can’t be read. */
export const media = (files: Readonly<Record<string, string>>): Version['media'] => ({
  sizes: new Map(Object.entries(files).map(([name, text]) => [name, text.length])),
  read: (name) => (files[name]?.startsWith('?') ? undefined : new TextEncoder().encode(files[name] ?? '')),
});

/** Makes a package of a tram depot. */
export function version(more: Partial<Version> = {}): Version {
  return {
    name: 'v',
    cartable: '1.0.0',
    course: 'depot',
    courseTitle: 'Au dépôt',
    lang: 'fr',
    cohort: '',
    target: 'scorm12',
    content: 'c',
    whole: false,
    items: [item('rames')],
    media: media({}),
    theme: { name: 'clair', accent: '#112233' },
    ...more,
  };
}
