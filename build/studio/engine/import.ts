import { courseText } from '../../cli/skeletons.ts';
import { ALT } from '../../exchange/html/loss.ts';
import { type Imported, type ImportedFile, Importer, type Receiver, type Unusable } from '../../exchange/import.ts';
import { formatterIn } from '../../exchange/messages.ts';
import { idsInText, reportName, withSessions } from '../../exchange/receiver.ts';
import { reportText } from '../../exchange/report.ts';
import type { MemoryFiles } from '../../host/browser/files.ts';
import type { NumberedCourse } from '../../model/course.ts';
import type { Taken, TakenFile, TakeRequest, UndescribedPicture } from './exchange-calls.ts';
import { ROOT } from './world.ts';

/** The course that receives files. */
interface Course extends Receiver {
  /** Path of its folder in the project. */
  readonly path: string;
  readonly yaml: string;
}

/** Lists all files below a folder, relative to it. */
function filesBelow(files: MemoryFiles, folder: string, below = ''): string[] {
  return files.list(`${folder}/${below}`).flatMap((name) => {
    const path = below + name;
    return files.facts(`${folder}/${path}`)?.kind === 'folder' ? filesBelow(files, folder, `${path}/`) : [path];
  });
}

/** Describes the open course as a receiver. */
export function openCourseOf({ source }: NumberedCourse, folder: string, files: MemoryFiles): Course {
  const read = (path: string): string => new TextDecoder().decode(files.read(`${folder}/${path}`));
  const texts = filesBelow(files, folder).filter((path) => /\.md$/i.test(path));
  const { id, lang, competencies } = source.course.value;
  return {
    path: folder.slice(ROOT.length + 1),
    yaml: read('course.yaml'),
    lang,
    ids: [id, ...texts.flatMap((path) => idsInText(path, read(path)))],
    competencies: competencies.map((one) => one.id),
    isTaken: (path) => files.facts(`${folder}/${path}`) !== null,
  };
}

function newCourseOf({ id, title }: NonNullable<TakeRequest['into']>, language: TakeRequest['language']): Course {
  // Without the line for editors that read schemas: there is none in a browser.
  const yaml = courseText({ id, title, module: '', schema: '' }, language).replace(/^.*\n/, '');
  return { path: `modules/${id}`, yaml, lang: language, ids: [id], competencies: [], isTaken: () => false };
}

/** Reads a file that was given beside another one, by its name without folders. */
function besideOf({ beside }: TakeRequest): NonNullable<ImportedFile['beside']> {
  const nameOf = (path: string): string => path.replace(/[?#].*$/, '').replace(/^.*\//, '');
  return (path) => beside.find(({ name }) => [name, encodeURI(name)].includes(nameOf(path)))?.bytes;
}

/** Finds pictures whose description is still the placeholder. */
function undescribed({ files }: Imported, course: Course): UndescribedPicture[] {
  const placeholder = `![${ALT[course.lang]}](`;
  return files.flatMap(({ path, data }) => {
    if (typeof data !== 'string') return [];
    return data
      .split(placeholder)
      .slice(1)
      .map((rest) => rest.slice(0, rest.indexOf(')')))
      .map((picture) => ({
        path: `${course.path}/${path}`,
        picture: `${course.path}/${picture}`,
        written: `${placeholder}${picture})`,
      }));
  });
}

function describe(one: Imported, course: Course, language: TakeRequest['language']): TakenFile {
  const format = formatterIn(language);
  const remarks = one.remarks.map((remark) => ({
    level: remark.level,
    line: remark.line,
    place: one.place,
    message: format(remark),
    text: remark.text ?? '',
    id: remark.id ?? '',
  }));
  return {
    name: one.name,
    kind: one.kind,
    found: one.found,
    made: one.made,
    session: one.session ?? '',
    remarks,
    pictures: undescribed(one, course),
    paths: one.files.map(({ path }) => `${course.path}/${path}`),
    report: reportText(one, language),
    reportName: reportName(one),
  };
}

/** Reads files of other programs, and lists what would be written. @param open the open course; absent: there is none */
export async function take(request: TakeRequest, open: Course | undefined): Promise<Taken> {
  const { language } = request;
  const course = request.into ? newCourseOf(request.into, language) : open;
  if (!course) return { errors: [formatterIn(language)({ key: 'course.broken', values: {} })] };
  const importer = new Importer(course);
  const beside = besideOf(request);
  const results: (Imported | Unusable)[] = [];
  // A course that has sessions asks the questions where its author wants them.
  const plain = request.into ? 'quiz' : 'bank';
  for (const file of request.files) results.push(await importer.take({ ...file, beside }, request.as, plain));
  const faults = results.flatMap((one) => ('fault' in one ? [formatterIn(language)(one.fault)] : []));
  if (faults.length > 0) return { errors: faults };
  const made = results as Imported[];
  const files = new Map<string, Uint8Array<ArrayBuffer> | string>();
  for (const { path, data } of made.flatMap((one) => one.files))
    files.set(`${course.path}/${path}`, typeof data === 'string' ? data : new Uint8Array(data));
  const sessions = made.flatMap(({ session }) => session ?? []);
  const yaml = withSessions(course.yaml, sessions);
  if (yaml === null) return { errors: [formatterIn(language)({ key: 'course.no-modules', values: {} })] };
  if (yaml !== course.yaml || request.into) files.set(`${course.path}/course.yaml`, yaml);
  return { taken: made.map((one) => describe(one, course, language)), files };
}
