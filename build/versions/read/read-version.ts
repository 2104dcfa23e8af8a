import * as z from 'zod';
import { partsOf } from '../../../src/model/course/chapters.ts';
import type { Target } from '../../../src/model/course/course.ts';
import { targets } from '../../model/course-file.ts';
import { DESCRIPTION } from '../../model/package.ts';
import type { PackageFiles, Sources, Version, VersionItem } from '../model.ts';
import { contentIn } from './content.ts';
import { type Item, readManifest } from './manifest.ts';
import { partsIn } from './parts.ts';
import { dataOfScript } from './script.ts';
import { type Texts, textsOf } from './texts.ts';

/** The members of `cartable.json` that are compared. 0.1 had no such file, 0.2 no theme. */
const description = z.object({
  version: z.string().default(''),
  cohort: z.string().default(''),
  target: z.enum(targets),
  content: z.string().default(''),
  modules: z.array(z.string()).exactOptional(),
  theme: z.object({ name: z.string(), accent: z.string() }).exactOptional(),
});

function textIn(files: PackageFiles, name: string): string | undefined {
  const bytes = files.read(name);
  return bytes && new TextDecoder().decode(bytes);
}

type Description = z.infer<typeof description>;

function describedIn(files: PackageFiles): Description | undefined {
  try {
    return description.safeParse(JSON.parse(textIn(files, DESCRIPTION) ?? '')).data;
  } catch {
    return undefined;
  }
}

/** Items of a package for the web, which has no manifest. */
function itemsOnTheWeb({ sizes }: PackageFiles): Item[] {
  const folders = [...sizes.keys()].flatMap(
    (name) => /^([a-z0-9._-]+\/)?content\.js$/.exec(name)?.[1] ?? (name === 'content.js' ? '' : []),
  );
  return folders.map((folder) => ({ identifier: '', title: '', folder }));
}

function sessionsOf(content: VersionItem['content'], texts: Texts): VersionItem['sessions'] {
  return partsOf(content).map((part) => ({
    ...part,
    pages: part.pages.map((page) => ({ ...page, text: texts.pages.get(page.id) ?? '' })),
    activities: part.activities.map((activity) => {
      const options = activity.options as Readonly<Record<string, unknown>>;
      return { ...activity, options, parts: partsIn(options), text: texts.activities.get(activity.id) ?? '' };
    }),
  }));
}

function readItem({ identifier, folder }: Item, files: PackageFiles): VersionItem | undefined {
  const [first, later] = ['content.js', 'pages.js'].map((name) => dataOfScript(textIn(files, folder + name) ?? ''));
  const read = contentIn(first, later);
  if (!read) return undefined;
  const texts = textsOf(textIn(files, `${folder}index.html`) ?? '', read.pages);
  const { module } = read;
  return { identifier: identifier || module.id, content: module, sessions: sessionsOf(module, texts), cover: texts.cover };
}

/** Limits a package to the files of its course. */
function mediaIn({ sizes, read }: PackageFiles): Version['media'] {
  return { sizes: new Map([...sizes].filter(([name]) => name.startsWith('assets/'))), read };
}

/** The style sheet ends with the course's accent. */
function accentIn(files: PackageFiles): string | undefined {
  return [...(textIn(files, 'style.css') ?? '').slice(-2000).matchAll(/:root\{--c-accent:(#[0-9a-f]{6})/g)].at(-2)?.[1];
}

/**
 * Reads what a package is, from the data that it plays with: packages of all versions have it.
 * @param name to show
 * @returns undefined if the package isn't Cartable's
 */
export function readVersion(name: string, files: PackageFiles, sources?: Sources): Version | undefined {
  const manifest = readManifest(textIn(files, 'imsmanifest.xml') ?? '');
  const described = describedIn(files);
  const target: Target | undefined = manifest?.target ?? described?.target ?? (files.sizes.has('imsmanifest.xml') ? undefined : 'web');
  const items = (manifest?.items ?? itemsOnTheWeb(files)).map((item) => readItem(item, files));
  const known = items.filter((item) => item !== undefined);
  const [first] = known;
  if (!first || !target || known.length < items.length) return undefined;
  const { course, courseTitle, lang } = first.content;
  return {
    name,
    cartable: described?.version ?? '',
    course,
    courseTitle,
    lang,
    cohort: described?.cohort,
    target,
    content: described?.content ?? '',
    whole: described ? described.modules !== undefined : known.length > 1 || first.content.chapters !== undefined,
    items: known,
    media: mediaIn(files),
    theme: { name: described?.theme?.name, accent: described?.theme?.accent ?? accentIn(files) },
    ...(sources && { sources }),
  };
}
