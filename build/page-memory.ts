import type { Diagnostics } from './diagnostics.ts';
import type { Environment } from './markdown/environment.ts';
import type { Block } from './source.ts';
import type { CheckedPage, Ids, PageStore, PlacedId } from './validate/context.ts';

/** What reading a page's text gives. */
export interface ParsedText {
  readonly blocks: readonly Block[];
  readonly pageLinks: Environment['pageLinks'];
  readonly variables: Environment['variables'];
}

/** A page that was read without a diagnostic, and all that it was made of. */
interface KnownPage {
  readonly parsed: ParsedText;
  /** Paths inside the course's folder. */
  readonly files: Set<string>;
  checked?: { readonly page: CheckedPage; readonly ids: readonly PlacedId[] };
}

/** Notes which files are looked at. */
export class FileTrack {
  current = new Set<string>();

  /** The files looked at by a task; they count for what is around it, too. */
  during<Result>(task: () => Result): { readonly result: Result; readonly files: Set<string> } {
    const outer = this.current;
    this.current = new Set();
    try {
      return { result: task(), files: this.current };
    } finally {
      for (const file of this.current) outer.add(file);
      this.current = outer;
    }
  }
}

/** What a memory works with while its module is read. */
export interface MemoryWorld {
  readonly files: FileTrack;
  readonly ids: Ids;
  readonly diagnostics: Diagnostics;
  /** Paths of banks: their ids are not a page's. */
  readonly banks: ReadonlyMap<string, unknown>;
}

/** Is one of the files that something rests on among those that changed? */
export function touches(files: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  // As texts name them: a Mac spells names otherwise.
  return [...changed].some((file) => files.has(file.normalize('NFC')));
}

/** The heading of a text that is one page; undefined where it is none or several. */
function onlyHeading(blocks: readonly Block[]): Block | undefined {
  const headings = blocks.filter((block) => block.kind === 'heading' && block.level === 1);
  return headings.length === 1 && headings[0] === blocks[0] ? headings[0] : undefined;
}

/**
 * The pages of one module, from one save to the next: what is the same at the same line, and rests on files that did not change,
 * is not read again. Only pages about which nothing had to be said are remembered.
 */
export class PageMemory implements PageStore {
  private readonly before: ReadonlyMap<string, KnownPage>;
  private readonly changed: ReadonlySet<string>;
  private readonly world: MemoryWorld;
  private readonly now = new Map<string, KnownPage>();
  private readonly byHeading = new Map<Block, KnownPage>();
  private front: { readonly text: string; readonly read: unknown } | undefined;

  /**
   * @param changed files of the course that may have changed since `last` was filled
   * @param last the module's memory of the last time
   */
  constructor(world: MemoryWorld, changed: ReadonlySet<string>, last?: PageMemory) {
    this.world = world;
    this.changed = changed;
    this.before = last?.now ?? new Map();
    this.front = last?.front;
  }

  /** The front matter as it was read before, where it is the same. @param text with the lines before it */
  frontMatter<Front>(text: string, read: () => Front): Front {
    if (this.front?.text === text) return this.front.read as Front;
    const said = this.world.diagnostics.list.length;
    const result = read();
    this.front = this.world.diagnostics.list.length === said ? { text, read: result } : undefined;
    return result;
  }

  /** The blocks of a page's text. @param start lines before it */
  text(start: number, text: string, parse: () => ParsedText): ParsedText {
    const key = `${start} ${text}`;
    const known = this.before.get(key);
    if (known && !touches(known.files, this.changed)) {
      this.keep(key, known);
      return known.parsed;
    }
    const { result, files, quiet } = this.watch(parse);
    if (quiet) this.keep(key, { parsed: result, files });
    return result;
  }

  page(heading: Block, check: () => CheckedPage): CheckedPage {
    const { ids, diagnostics, banks } = this.world;
    const known = this.byHeading.get(heading);
    if (known?.checked) {
      for (const [id, at] of known.checked.ids) ids.take(id, at, diagnostics);
      return known.checked.page;
    }
    const first = ids.count;
    const { result, files, quiet } = this.watch(check);
    if (known && quiet) {
      known.checked = { page: result, ids: ids.since(first).filter(([, at]) => !banks.has(at.file)) };
      for (const file of files) known.files.add(file);
    }
    return result;
  }

  private keep(key: string, page: KnownPage): void {
    this.now.set(key, page);
    for (const file of page.files) this.world.files.current.add(file);
    const heading = onlyHeading(page.parsed.blocks);
    if (heading) this.byHeading.set(heading, page);
  }

  private watch<Result>(task: () => Result): { readonly result: Result; readonly files: Set<string>; readonly quiet: boolean } {
    const { list } = this.world.diagnostics;
    const said = list.length;
    const { result, files } = this.world.files.during(task);
    return { result, files, quiet: list.length === said };
  }
}
