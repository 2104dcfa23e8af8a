import { activitiesIn } from '../../model/inner-nodes.ts';
import type { ValidActivity, ValidModule } from '../../model/source.ts';
import type { Common, Question, Remark } from '../model.ts';
import { bodiesOf } from './bodies.ts';
import { type Converter, type ConverterInput, converterOf } from './converter.ts';

/** A remark about an activity, and the file that it stands in. */
export type ExportRemark = Remark & { readonly id: string; readonly file: string };

/** Result of an export of a module. */
export interface Exported {
  readonly questions: readonly Question[];
  /** Files of the questions, by id. */
  readonly files: ReadonlyMap<string, string>;
  /** Losses, with the ids of the activities. */
  readonly remarks: readonly ExportRemark[];
}

/** Input of an export besides the module. */
export interface ExportWorld extends ConverterInput {
  /** Title of the bank or page that an activity is in. */
  readonly categoryOf: (activity: ValidActivity) => readonly string[];
}

function resultsOf(activity: ValidActivity, converter: Converter): Pick<Common, 'results'> {
  const results = Object.fromEntries((activity.cases ?? []).flatMap(({ when, after }) => when.map((one) => [one, converter.text(after)])));
  return Object.keys(results).length > 0 ? { results } : {};
}

function commonOf(activity: ValidActivity, world: ExportWorld, converter: Converter): Common {
  const prompt = activity.options.prompt;
  return {
    name: activity.id,
    idNumber: activity.id,
    text: typeof prompt === 'string' ? converter.text(prompt) : '',
    ...(activity.after !== undefined && { after: converter.text(activity.after) }),
    ...resultsOf(activity, converter),
    points: activity.points,
    category: world.categoryOf(activity),
    tags: activity.competencies,
    line: activity.at.line,
  };
}

/** Types that only bring questions together. */
const COMPOSED = new Set(['quiz', 'recap']);
/** Types with content to read, whose activities are exported themselves. */
const CONTAINERS = new Set(['accordion', 'tabs', 'timeline', 'cards', 'reveal']);

/** Makes questions of the activities of a module, of its quizzes too. Each id is exported once. */
export function questionsOf(module: ValidModule, world: ExportWorld, met = new Set<string>()): Exported {
  const questions: Question[] = [];
  const files = new Map<string, string>();
  const remarks: ExportRemark[] = [];
  for (const activity of activitiesIn(module.pages.flatMap(({ nodes }) => nodes))) {
    if (met.has(activity.id) || COMPOSED.has(activity.type) || CONTAINERS.has(activity.type)) continue;
    met.add(activity.id);
    const remark = (level: Remark['level'], key: string, values: Remark['values']): void => {
      const isKnown = remarks.some(
        (one) => one.id === activity.id && one.key === key && JSON.stringify(one.values) === JSON.stringify(values),
      );
      if (!isKnown) remarks.push({ level, key, values, line: activity.at.line, file: activity.at.file, id: activity.id });
    };
    const converter = converterOf(world, (key, values) => remark('note', key, values));
    const bodies = bodiesOf(activity, converter, remark);
    if (!bodies) remark('refused', 'export.kind', { type: activity.type, to: 'Moodle' });
    const common = commonOf(activity, world, converter);
    const own = (bodies ?? []).map((body): Question => ({ ...common, ...body }));
    for (const { idNumber = '' } of own) files.set(idNumber, activity.at.file);
    questions.push(...own);
  }
  return { questions, files, remarks };
}
