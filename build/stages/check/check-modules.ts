import { Diagnostics, type Position } from '../../diagnostics/diagnostics.ts';
import { asset, bytesOf, documentSize, sizeOf } from '../../files/assets.ts';
import { type Folder, readText } from '../../files/folder.ts';
import type { Engine } from '../../host/engine.ts';
import type { CheckedModule, CourseSource } from '../../model/course.ts';
import type { FileReader, ModuleFile } from '../../model/read-file.ts';
import type { Remembered } from '../../model/remembered.ts';
import type { Directive, Node, PlacedId, ValidModule } from '../../model/source.ts';
import { checkIncludes } from './check-includes.ts';
import { tagsOf } from './check-only.ts';
import { type CourseContext, Ids } from './context.ts';
import { validateBank, validateModule } from './validate.ts';

/** Input for checking the modules of a course. */
export interface CheckWorld {
  readonly source: CourseSource;
  readonly read: FileReader;
  readonly engine: Engine;
  /** Missing ids get provisional ones and a warning (preview). */
  readonly provisional: boolean;
  /** Earlier results; absent: everything is read. */
  readonly remembered: Remembered | undefined;
}

interface CheckedBank {
  readonly files: ReadonlySet<string>;
  readonly nodes: Node[];
  readonly ids: readonly PlacedId[];
  /** Directives that could not be read. */
  readonly unread: readonly Directive[];
}

/** A module being checked. */
interface OpenModule {
  readonly file: ModuleFile;
  readonly context: CourseContext;
  readonly seen: ReadonlySet<string>;
  /** Position of the first use of each bank. */
  readonly banks: Map<string, Position>;
  /** Numbers of ids and of diagnostics before the module was read. */
  readonly firstId: number;
  readonly firstReport: number;
}

/** Checks the modules of a course one by one; their ids are unique in the course, and a bank is read once. */
class ModuleChecker {
  readonly ids: Ids;
  private readonly world: CheckWorld;
  private readonly diagnostics: Diagnostics;
  private readonly banks = new Map<string, CheckedBank>();

  constructor(world: CheckWorld, reserved: ReadonlySet<string>, diagnostics: Diagnostics) {
    this.world = world;
    this.ids = new Ids(reserved);
    this.diagnostics = diagnostics;
  }

  /** Returns the result of an earlier check; null if there is none, or if something has changed since. */
  recall(id: string): CheckedModule | null {
    const known = this.world.remembered?.recall<CheckedModule>(`module ${id}`);
    return known ? this.again(known) : null;
  }

  /** Reads a module; null if nothing of it could be read. */
  open(id: string): OpenModule | null {
    const { world, ids, diagnostics } = this;
    const folder = { ...world.source.folder, seen: new Set<string>() };
    const [firstId, firstReport] = [ids.count, diagnostics.list.length];
    const file = world.read.module(id, folder, diagnostics);
    const banks = new Map<string, Position>();
    return file && { file, context: this.context(folder, banks), seen: folder.seen, banks, firstId, firstReport };
  }

  /** Keeps the result of a check for the next run. */
  close({ file, seen, banks, firstId, firstReport }: OpenModule, module: ValidModule): CheckedModule {
    const notices = this.diagnostics.list.slice(firstReport);
    const ids = this.ids.since(firstId);
    const { included, front } = file;
    const checked = { module, at: front.at('title'), banks, notices, files: this.filesOf(seen, banks), included, ids };
    // Suggestions for missing ids depend on the ids of all modules.
    if (notices.every(({ severity, code }) => severity !== 'error' && code !== 'missing-id'))
      this.world.remembered?.keep(`module ${module.id}`, checked);
    return checked;
  }

  /** Takes the ids of a module checked earlier, because another module may have the same now, and repeats its diagnostics. */
  private again(module: CheckedModule): CheckedModule {
    const banks = [...module.banks].map(([path, at]) => this.bank(path, at));
    const drawn = new Set(banks.flatMap(({ ids }) => ids.map(([id]) => id)));
    this.take(module.ids.filter(([id]) => !drawn.has(id)));
    this.diagnostics.list.push(...module.notices);
    return module;
  }

  private take(placed: readonly PlacedId[]): void {
    for (const [id, at] of placed) this.ids.take(id, at, this.diagnostics);
  }

  private filesOf(seen: ReadonlySet<string>, banks: ReadonlyMap<string, unknown>): ReadonlySet<string> {
    return new Set([...seen, ...[...banks.keys()].flatMap((path) => [...(this.banks.get(path)?.files ?? [])])]);
  }

  private bank(path: string, at: Position): CheckedBank {
    const { world, diagnostics } = this;
    const met = this.banks.get(path);
    if (met) return met;
    const known = world.remembered?.recall<CheckedBank>(`bank ${path}`);
    if (known) this.take(known.ids);
    const reported = diagnostics.list.length;
    const bank = known ?? this.freshBank(path, at);
    this.banks.set(path, bank);
    if (!known && diagnostics.list.length === reported) world.remembered?.keep(`bank ${path}`, bank);
    return bank;
  }

  private freshBank(path: string, at: Position): CheckedBank {
    const { world, ids, diagnostics } = this;
    const folder = { ...world.source.folder, seen: new Set<string>() };
    const first = ids.count;
    const file = world.read.bank(path, at, folder, diagnostics);
    const context = this.context(folder, new Map());
    const nodes = file ? validateBank(file, context) : [];
    return { files: folder.seen, nodes, ids: ids.since(first), unread: context.unread };
  }

  /** Makes the context of a module. @param banks collects the banks in use */
  private context(folder: Folder, banks: Map<string, Position>): CourseContext {
    const { diagnostics, ids } = this;
    const { source, engine, provisional } = this.world;
    const unread: Directive[] = [];
    return {
      course: source.course.value,
      types: engine.types,
      broken: engine.own?.broken ?? new Set(),
      kit: engine.kit,
      diagnostics,
      ids,
      provisional,
      tags: tagsOf(source),
      unread,
      asset: (path, at) => asset(folder, path, at, diagnostics),
      pictureSize: (path) => sizeOf(folder, path),
      bytes: (path) => bytesOf(folder, path),
      documentSize: (path, at) => documentSize(folder, path, at, diagnostics),
      text: (path, at) => readText(folder, path, at, diagnostics) ?? '',
      bank: (path, at) => {
        const bank = this.bank(path, at);
        banks.set(path, at);
        unread.push(...bank.unread);
        return bank.nodes;
      },
    };
  }
}

function valuesOf(diagnostics: Diagnostics, code: 'missing-id' | 'duplicate-id', value: string): string[] {
  return diagnostics.list.filter((one) => one.code === code).map(({ values }) => String(values[value]));
}

/**
 * Checks all modules of a course. If an id is missing, it checks again, because suggestions depend on the ids that come later.
 * @param gone ids of removed activities; they keep their numbers and must not be suggested
 */
export function checkModules(world: CheckWorld, gone: ReadonlySet<string>, diagnostics: Diagnostics): CheckedModule[] {
  diagnostics.take({ list: world.engine.own?.problems ?? [] });
  const { shown, course } = world.source;
  let reserved = gone;
  for (;;) {
    const reported = new Diagnostics();
    const checker = new ModuleChecker(world, reserved, reported.below(shown));
    const modules: CheckedModule[] = [];
    for (const id of course.value.modules) {
      const known = checker.recall(id);
      const open = known ? null : checker.open(id);
      if (known) modules.push(known);
      else if (open) modules.push(checker.close(open, validateModule(open.file, id, open.context)));
    }
    const suggested = new Set(valuesOf(reported, 'missing-id', 'suggestion'));
    if (suggested.size === 0 || reserved !== gone) {
      diagnostics.take(reported);
      checkIncludes(world.source, modules, diagnostics.below(shown));
      return modules;
    }
    const written = checker.ids.since(0).flatMap(([id]) => (suggested.has(`{#${id}}`) ? [] : [id]));
    reserved = new Set([...gone, ...written, ...valuesOf(reported, 'duplicate-id', 'id')]);
  }
}
