import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import type { CourseFile } from '../../build/model/course-file.ts';
import { assetMarker } from '../../build/model/markers.ts';
import type { ValidActivity } from '../../build/model/source.ts';
import { Ids } from '../../build/stages/check/context.ts';
import { nodeReader } from '../../build/stages/check/read-directive.ts';
import type { Environment } from '../../build/stages/read/text/environment.ts';
import { sourceLines } from '../../build/stages/read/text/source-text.ts';
import { parseBlocks } from '../../build/stages/read/text/tree.ts';
import type { ActivityType, TypeSchema } from '../../build/types/activity-type.ts';
import { engine } from './engine.ts';
import { expectSound } from './sound-messages.ts';

/** Result of reading a directive, and the reported codes with their lines, as `code:line`. */
export interface ReadActivity {
  readonly activity: ValidActivity | undefined;
  readonly options: Readonly<Record<string, unknown>>;
  readonly found: readonly string[];
  /** The same, each as `code:line:column name=value…`. */
  readonly reports: readonly string[];
  /** Values of the first diagnostic. */
  readonly values: Readonly<Record<string, unknown>> | undefined;
}

/** Reads one activity completely: parser, attributes, form, checks of the type. */
export function readActivity(name: string, schema: TypeSchema, text: string, lang: 'fr' | 'en' = 'fr'): ReadActivity {
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
  const course = {
    lang,
    competencies: [{ id: 'c4-3', title: 'Servir' }],
    variables: {},
    people: [
      { id: 'nadia', name: 'Nadia' },
      { id: 'marc', name: 'Marc' },
    ],
  } as unknown as CourseFile;
  const readNodes = nodeReader(
    { contains: 'any', notes: [] },
    {
      course,
      types: new Map([[name, type]]),
      diagnostics,
      ids: new Ids(),
      provisional: false,
      tags: null,
      unread: [],
      broken: new Set(),
      kit: engine.kit,
      bank: () => [],
      asset: assetMarker,
      pictureSize: () => null,
      bytes: () => 4096,
      documentSize: () => 4096,
      text: () => '',
    },
  );
  const nodes = readNodes(parseBlocks(lines.join('\n'), env));
  expectSound(diagnostics.list);
  const node = nodes.find((one) => one.kind === 'activity');
  const activity = node?.kind === 'activity' ? node.activity : undefined;
  const block = nodes.find((one) => one.kind === 'block');
  const { list } = diagnostics;
  const found = list.map(({ code, at }) => `${code}:${at.line}`);
  const reports = list.map(({ code, at, values }) =>
    [`${code}:${at.line}:${at.column}`, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' '),
  );
  return { activity, options: (activity ?? block)?.options ?? {}, found, reports, values: list[0]?.values };
}
