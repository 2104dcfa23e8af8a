import { activityTypes, bodyForms } from './activities.ts';
import { asset, documentSize, sizeOf } from './course-assets.ts';
import type { Diagnostic, Diagnostics, Position } from './diagnostics.ts';
import { readText } from './disk.ts';
import { FileTrack, PageMemory } from './page-memory.ts';
import type { Directive, Node, ValidModule } from './source.ts';
import { type CourseSource, readBank, readModule } from './stages/read.ts';
import { validateBank, validateModule } from './stages/validate.ts';
import { tagsOf } from './validate/check-only.ts';
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
  /** What of it could not be read. */
  readonly unread: readonly Directive[];
}

export interface ModuleUnit extends Unit {
  readonly module: ValidModule;
  /** Where its front matter gives the title. */
  readonly at: Position;
  /** Its pages, where they are worth remembering. */
  readonly memory?: PageMemory;
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

/** A module as it was read before, and the files that changed since. */
export interface ReadBefore {
  readonly unit: ModuleUnit | undefined;
  readonly changed: ReadonlySet<string>;
}

/** Reads and validates modules and banks one by one, and notes what each of them rests on. */
export class UnitReader {
  private readonly world: ReaderWorld;
  private readonly files = new FileTrack();
  private readonly source: CourseSource;
  private readonly tags: CourseContext['tags'];

  constructor(world: ReaderWorld) {
    this.world = world;
    const { files } = this;
    const folder = {
      root: world.source.folder.root,
      get seen() {
        return files.current;
      },
    };
    this.source = { ...world.source, folder };
    this.tags = tagsOf(world.source);
  }

  /** Null where nothing of the module could be read. @param before given: its pages are remembered from one time to the next */
  module(id: string, before?: ReadBefore): ModuleUnit | null {
    const { source, files, world } = this;
    const memory = before && new PageMemory({ ...world, files }, before.changed, before.unit?.memory);
    const { result, ...unit } = this.read(() => {
      const file = readModule(source, id, world.diagnostics, memory);
      return file && { module: validateModule(file, id, this.context(memory)), at: file.front.at('title') };
    });
    return result && { ...unit, ...result, ...(memory && { memory }) };
  }

  private bank(path: string, at: Position): BankUnit {
    const known = this.world.banks.get(path);
    if (known) return known;
    const context = this.context();
    const { result, ...unit } = this.read(() => {
      const file = readBank(this.source, path, at, this.world.diagnostics);
      return file ? validateBank(file, context) : [];
    });
    const bank = { ...unit, nodes: result, unread: context.unread };
    this.world.banks.set(path, bank);
    return bank;
  }

  private read<Result>(task: () => Result): Unit & { readonly result: Result } {
    const { ids, diagnostics } = this.world;
    const [firstId, firstNotice] = [ids.count, diagnostics.list.length];
    const { result, files } = this.files.during(task);
    return { result, files, ids: ids.since(firstId), notices: diagnostics.list.slice(firstNotice) };
  }

  private context(memory?: PageMemory): CourseContext {
    const { ids, diagnostics, provisional } = this.world;
    const { source, files, tags } = this;
    const unread: Directive[] = [];
    return {
      course: source.course.value,
      types: activityTypes(),
      forms: bodyForms,
      diagnostics,
      ids,
      provisional,
      tags,
      unread,
      asset: (path, at) => asset(source.folder, path, at, diagnostics),
      pictureSize: (path) => sizeOf(source.folder, path),
      documentSize: (path, at) => documentSize(source.folder, path, at, diagnostics),
      text: (path, at) => readText(source.folder, path, at, diagnostics) ?? '',
      bank: (path, at) => {
        const bank = this.bank(path, at);
        for (const file of bank.files) files.current.add(file);
        unread.push(...bank.unread);
        return bank.nodes;
      },
      ...(memory && { pages: memory }),
    };
  }
}
