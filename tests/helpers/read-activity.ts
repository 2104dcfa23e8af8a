import type { ActivityType, ReadForm, TypeSchema } from '../../build/activity-type.ts';
import type { CourseFile } from '../../build/course-file.ts';
import { Diagnostics } from '../../build/diagnostics.ts';
import type { Environment } from '../../build/markdown/environment.ts';
import { assetMarker } from '../../build/markdown/markers.ts';
import { sourceLines } from '../../build/markdown/source-text.ts';
import { parseBlocks } from '../../build/markdown/tree.ts';
import type { ValidActivity } from '../../build/source.ts';
import { Ids } from '../../build/validate/context.ts';
import { readNodes } from '../../build/validate/read-directive.ts';

/** What reading a directive gives, and the codes reported with their lines, as `code:line`. */
export interface ReadActivity {
  readonly activity: ValidActivity | undefined;
  readonly options: Readonly<Record<string, unknown>>;
  readonly found: readonly string[];
}

/** The whole way of one activity: parser, attributes, form, checks of the type. */
export function readActivity(name: string, schema: TypeSchema, form: ReadForm, text: string, lang: 'fr' | 'en' = 'fr'): ReadActivity {
  const diagnostics = new Diagnostics();
  const lines = sourceLines(text);
  const env: Environment = {
    file: 'depot.md',
    lang,
    lines,
    report: (code, at, values) => diagnostics.error(code, at, values),
    warn: (code, at, values) => diagnostics.warning(code, at, values),
    pageLinks: [],
    variables: [],
    reached: new Map(),
    notes: new Map(),
    asset: assetMarker,
    pictureSize: () => null,
    callout: (kind) => [`<div data-kind="${kind}">`, '</div>'],
  };
  const type: ActivityType = {
    ...schema,
    name,
    template: () => '',
    strings: { fr: { label: name }, en: { label: name } },
    hasRuntime: false,
  };
  const course = { lang, competencies: [{ id: 'c4-3', title: 'Servir' }], variables: {} } as unknown as CourseFile;
  const nodes = readNodes(
    parseBlocks(lines.join('\n'), env),
    { contains: 'any', note: () => {} },
    {
      course,
      types: new Map([[name, type]]),
      forms: new Map([[schema.form, form]]),
      diagnostics,
      ids: new Ids(),
      provisional: false,
      tags: null,
      unread: [],
      bank: () => [],
      asset: assetMarker,
      pictureSize: () => null,
      documentSize: () => 4096,
      text: () => '',
    },
  );
  const node = nodes.find((one) => one.kind === 'activity');
  const activity = node?.kind === 'activity' ? node.activity : undefined;
  const block = nodes.find((one) => one.kind === 'block');
  return { activity, options: (activity ?? block)?.options ?? {}, found: diagnostics.list.map(({ code, at }) => `${code}:${at.line}`) };
}
