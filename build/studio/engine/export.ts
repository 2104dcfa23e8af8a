import { basename, relative } from 'pathe';
import { type Diagnostic, Diagnostics, inOrder } from '../../diagnostics/diagnostics.ts';
import { exportModules } from '../../exchange/export/export.ts';
import { overlay } from '../../exchange/export/overlay.ts';
import { titleIn, WHOLE, wholeBank } from '../../exchange/export/whole-bank.ts';
import { formatterIn } from '../../exchange/messages.ts';
import type { NumberedCourse } from '../../model/course.ts';
import { openCourse } from '../../open-course.ts';
import type { Problem } from './calls.ts';
import type { Given, GiveRequest } from './exchange-calls.ts';
import { ROOT, type World } from './world.ts';

const EXTENSIONS = { gift: 'gift', 'moodle-xml': 'xml' } as const;

/** Opens the course; or one in which a bank is asked by its only session. */
function opened(bank: string, { engine, files, folder }: World, diagnostics: Diagnostics): NumberedCourse | null {
  const options = { provisional: true, writes: false };
  if (bank === '') return openCourse(folder, options, engine, diagnostics);
  const yaml = `${folder}/course.yaml`;
  const whole = wholeBank(new TextDecoder().decode(files.read(yaml)), relative(folder, `${ROOT}/${bank}`));
  const changes = new Map<string, string | null>([
    [yaml, whole.yaml],
    [`${folder}/${WHOLE}.md`, whole.session],
    [`${folder}/course.lock.yaml`, null],
  ]);
  const { host } = engine;
  return openCourse(folder, options, { ...engine, host: { ...host, files: overlay(host.files, changes) } }, diagnostics);
}

/** Writes questions for Moodle as a text. @param shown puts a problem into words */
export function give({ to, bank }: GiveRequest, world: World, shown: (diagnostic: Diagnostic) => Problem): Given {
  const { files, folder, language } = world;
  const diagnostics = new Diagnostics();
  const course = opened(bank, world, diagnostics);
  if (!course || diagnostics.failed) {
    const errors = inOrder(diagnostics.list).filter(({ severity }) => severity === 'error');
    return { errors: errors.map(shown).map(({ path, line, problem, write }) => `${path}:${line} ${problem} ${write}`) };
  }
  const bytesOf = (path: string): Uint8Array | undefined =>
    files.facts(`${folder}/${path}`)?.kind === 'file' ? files.read(`${folder}/${path}`) : undefined;
  const titleOf = (path: string): string => titleIn(new TextDecoder().decode(bytesOf(path) ?? new Uint8Array())) ?? basename(path, '.md');
  const { lang, variables } = course.source.course.value;
  const modules = course.modules.map(({ module }) => module);
  const asked = { lang, variables, categoryOf: ({ at }: { readonly at: { readonly file: string } }) => titleOf(at.file).split(' › ') };
  const { text, made, remarks } = exportModules(modules, to, asked, bytesOf);
  const format = formatterIn(language);
  const name = `${bank === '' ? world.course : basename(bank, '.md')}.${EXTENSIONS[to]}`;
  return { name, text, made, remarks: remarks.map((one) => `${one.file}:${one.line} #${one.id} ${format(one)}`) };
}
