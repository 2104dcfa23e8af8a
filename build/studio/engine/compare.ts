import { relative } from 'pathe';
import { type Diagnostic, inOrder } from '../../diagnostics/diagnostics.ts';
import type { NumberedCourse } from '../../model/course.ts';
import type { PackagePlan } from '../../model/package.ts';
import { check, entriesOf, plansOf } from '../../pipeline.ts';
import { moodleSettings } from '../../sheets/moodle-settings.ts';
import { isOneCourse, packageFacts, type SheetInput } from '../../sheets/package-facts.ts';
import { type SheetStrings, sheetStrings } from '../../sheets/sheet-strings.ts';
import { fileOf, stateOf } from '../../stages/pack/package-report.ts';
import { compareVersions } from '../../versions/compare-versions.ts';
import { groupsOf, verdictOf } from '../../versions/grouped.ts';
import type { Version } from '../../versions/model.ts';
import { entryFiles } from '../../versions/read/entry-files.ts';
import { readVersion } from '../../versions/read/read-version.ts';
import { sourcePlaces } from '../../versions/read/source-places.ts';
import { type KeptRelease, latestWith } from '../../versions/release/find-release.ts';
import { type VersionStrings, versionStrings } from '../../versions/strings.ts';
import type { Problem } from './calls.ts';
import { keptVersions, versionIn } from './kept.ts';
import type { ChangeFacts, MoodleGroup, PlannedPackage, Prepared, PrepareRequest } from './prepare-calls.ts';
import { lookAt, ROOT, type World } from './world.ts';

/** The package that a new one is compared with. */
interface Before {
  readonly version: Version;
  /** Day of the package, or the name of its file. */
  readonly since: string;
}

/** Looks at each package of a request, and compares it with the one that learners have. */
class Comparing {
  private readonly request: PrepareRequest;
  private readonly world: World;
  private readonly strings: VersionStrings;
  private readonly kept: readonly KeptRelease[];

  constructor(request: PrepareRequest, course: string, world: World) {
    this.request = request;
    this.world = world;
    this.strings = versionStrings(world.language);
    this.kept = keptVersions(course, world);
  }

  packageOf(plan: PackagePlan, course: NumberedCourse): PlannedPackage {
    const { modules, whole } = plan;
    const { points, competencies } = packageFacts(
      modules.map(({ content }) => content),
      this.world.engine.types,
    );
    const { marks, texts, limit } = stateOf(plan);
    const before = this.before(plan);
    const compared = typeof before === 'object' ? this.compare(before, plan, course) : { changes: null, obstacle: before ?? '' };
    return {
      file: fileOf(plan),
      title: whole ? plan.course.title : (modules[0]?.content.title ?? plan.course.title),
      activities: modules.reduce((sum, { content }) => sum + content.activities.filter(({ quiz }) => quiz === undefined).length, 0),
      points,
      competencies: competencies.length,
      state: marks + texts,
      limit,
      since: typeof before === 'object' ? before.since : '',
      ...compared,
    };
  }

  /** Finds the older package; a sentence if the chosen file is none. */
  private before(plan: PackagePlan): Before | string | undefined {
    const { old } = this.request;
    if (old) {
      try {
        return { version: versionIn(old.bytes, old.name), since: old.name };
      } catch {
        return this.strings.format('error.notOurs', { file: old.name });
      }
    }
    const name = fileOf(plan).slice(plan.course.id.length + 1);
    const found = latestWith(this.kept, name);
    if (!found) return undefined;
    const path = `${found.folder}/${name}`;
    try {
      return { version: versionIn(this.world.files.read(path), name), since: found.release.date };
    } catch {
      return this.strings.format('error.noZip', { file: relative(ROOT, path) });
    }
  }

  private compare(
    { version }: Before,
    plan: PackagePlan,
    course: NumberedCourse,
  ): { readonly changes: ChangeFacts | null; readonly obstacle: string } {
    const { engine, files } = this.world;
    const places = sourcePlaces(course, (path) => relative(ROOT, path));
    const now = readVersion(fileOf(plan), entryFiles(entriesOf(plan, engine), files), places);
    if (!now) throw new Error(`${fileOf(plan)} can't be read.`);
    const compared = compareVersions(version, now, this.strings);
    if ('error' in compared) return { changes: null, obstacle: compared.error };
    const { risk, notes, same } = compared;
    const changes = { risk, isSame: same, verdict: verdictOf(compared, this.strings), groups: groupsOf(compared, this.strings), notes };
    return { changes, obstacle: '' };
  }
}

/** Lists Moodle's settings for a package, in plain text. */
function groupsFor(plan: PackagePlan, { engine, language }: World): MoodleGroup[] {
  const { course, cohort, target, whole } = plan;
  if (target === 'web') return [];
  const modules = plan.modules.map(({ content }) => content);
  const file = fileOf(plan).replace(/^.*\//, '');
  const input: SheetInput = { course, cohort: cohort?.title, modules, target, whole, file, state: stateOf(plan) };
  const strings = sheetStrings(language, isOneCourse(modules));
  const plain: SheetStrings = { ...strings, html: (key, values) => strings.format(key, values).replace(/\*\*|`/g, '') };
  return moodleSettings(input, packageFacts(modules, engine.types), plain).map(({ title, settings }) => ({
    title,
    settings: settings.map(({ name, value, why = '' }) => ({ name, value, why })),
  }));
}

/** Compares what the texts give now with what learners have. Writes nothing. @param shown puts a problem into words */
export function prepare(request: PrepareRequest, world: World, shown: (diagnostic: Diagnostic) => Problem): Prepared {
  const { name, cohort, target } = request;
  const asked = lookAt([name], [target], [cohort]);
  const { diagnostics, requested } = check(asked, world.engine);
  const problems = inOrder(diagnostics.list).map(shown);
  if (diagnostics.failed) return { problems, packages: [], groups: [] };
  const packages: PlannedPackage[] = [];
  let groups: readonly MoodleGroup[] = [];
  for (const checked of requested) {
    const comparing = new Comparing(request, checked.course.source.course.value.id, world);
    for (const plan of plansOf(checked, asked, world.engine)) {
      packages.push(comparing.packageOf(plan, checked.course));
      if (groups.length === 0) groups = groupsFor(plan, world);
    }
  }
  return { problems, packages, groups };
}
