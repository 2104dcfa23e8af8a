import { join } from 'node:path';
import { activityTypes, bodyForms } from './activities.ts';
import type { Diagnostic, Diagnostics, Position } from './diagnostics.ts';
import { readText } from './disk.ts';
import { pictureSize } from './picture-size.ts';
import type { Node, ValidModule } from './source.ts';
import { asset, type CourseSource, readBank, readModule } from './stages/read.ts';
import { validateBank, validateModule } from './stages/validate.ts';
import type { CourseContext, Ids, PlacedId } from './validate/context.ts';

/** What a module or bank was made of: while none of these files changes, it need not be read again. */
interface Unit {
  /** Paths inside the course's folder, of files that are there or were looked for. */
  readonly files: ReadonlySet<string>;
  readonly ids: readonly PlacedId[];
  readonly notices: readonly Diagnostic[];
}

export interface BankUnit extends Unit {
  readonly nodes: Node[];
}

export interface ModuleUnit extends Unit {
  readonly module: ValidModule;
  /** Where its front matter gives the title. */
  readonly at: Position;
}

/** What all units of a course share. */
export interface ReaderWorld {
  readonly source: CourseSource;
  readonly ids: Ids;
  readonly diagnostics: Diagnostics;
  readonly provisional: boolean;
  /** Banks that were read; the reader adds to them. */
  readonly banks: Map<string, BankUnit>;
}

/** Reads and validates modules and banks one by one, and notes what each of them rests on. */
export class UnitReader {
  private readonly world: ReaderWorld;

  constructor(world: ReaderWorld) {
    this.world = world;
  }

  /** Null where nothing of the module could be read. */
  module(id: string): ModuleUnit | null {
    const { result, ...unit } = this.read((source, context) => {
      const file = readModule(source, id, this.world.diagnostics);
      return file && { module: validateModule(file, id, context), at: file.front.at('title') };
    });
    return result && { ...unit, ...result };
  }

  private bank(path: string, at: Position): BankUnit {
    const known = this.world.banks.get(path);
    if (known) return known;
    const { result, ...unit } = this.read((source, context) => {
      const file = readBank(source, path, at, this.world.diagnostics);
      return file ? validateBank(file, context) : [];
    });
    const bank = { ...unit, nodes: result };
    this.world.banks.set(path, bank);
    return bank;
  }

  private read<Result>(task: (source: CourseSource, context: CourseContext) => Result): Unit & { readonly result: Result } {
    const { ids, diagnostics } = this.world;
    const seen = new Set<string>();
    const source = { ...this.world.source, folder: { ...this.world.source.folder, seen } };
    const [firstId, firstNotice] = [ids.count, diagnostics.list.length];
    const result = task(source, this.contextOf(source, seen));
    return { result, files: seen, ids: ids.since(firstId), notices: diagnostics.list.slice(firstNotice) };
  }

  private contextOf(source: CourseSource, seen: Set<string>): CourseContext {
    const { ids, diagnostics, provisional } = this.world;
    return {
      course: source.course.value,
      types: activityTypes(),
      forms: bodyForms,
      diagnostics,
      ids,
      provisional,
      asset: (path, at) => asset(source.folder, path, at, diagnostics),
      pictureSize: (path) => pictureSize(join(source.folder.root, path)),
      text: (path, at) => readText(source.folder, path, at, diagnostics) ?? '',
      bank: (path, at) => {
        const bank = this.bank(path, at);
        for (const file of bank.files) seen.add(file);
        return bank.nodes;
      },
    };
  }
}
