import type { ValidModule } from '../../model/source.ts';
import type { Question, Remark } from '../model.ts';
import { type ExportRemark, type ExportWorld, questionsOf } from './from-module.ts';
import { toGift } from './gift.ts';
import { toMoodleXml } from './moodle-xml.ts';
import { withShares } from './shares.ts';

/** Formats of an export. */
export type ExportFormat = 'moodle-xml' | 'gift';

/** An exported text, and what it lacks. */
export interface ExportResult {
  readonly text: string;
  readonly made: number;
  readonly remarks: readonly ExportRemark[];
}

/** Exports the questions of modules. @param picture reads a picture by its path in the course's folder */
export function exportModules(
  modules: readonly ValidModule[],
  to: ExportFormat,
  world: ExportWorld,
  picture: (path: string) => Uint8Array | undefined,
): ExportResult {
  const met = new Set<string>();
  const found = modules.map((module) => questionsOf(module, world, met));
  const remarks: ExportRemark[] = found.flatMap((one) => [...one.remarks]);
  const files = new Map(found.flatMap((one) => [...one.files]));
  const loseOf =
    (question: Question) =>
    (level: Remark['level'], key: string, values: Remark['values'] = {}): void => {
      const { line, idNumber: id = question.name } = question;
      remarks.push({ level, key, values, line, id, file: files.get(id) ?? '' });
    };
  const questions = found.flatMap((one) => one.questions).map((question) => withShares(question, loseOf(question)));
  const text = to === 'gift' ? toGift(questions, loseOf) : toMoodleXml(questions, (question) => ({ picture, lose: loseOf(question) }));
  const lost = new Set(remarks.filter(({ key }) => key === 'export.kind').map(({ id }) => id));
  return { text, made: questions.filter(({ idNumber = '' }) => !lost.has(idNumber)).length, remarks };
}
