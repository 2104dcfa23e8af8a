import { signal } from '@preact/signals';
import type {
  CallName,
  Checked,
  EngineCalls,
  Packed,
  PackRequest,
  Path,
  Played,
  Playing,
  ProgramAddress,
  TypeFacts,
} from './engine/calls.ts';
import type { EngineClient } from './engine/client.ts';
import { SteadyCheck } from './engine/steady-check.ts';
import { inStudio } from './problem-texts.ts';
import { type Mine, Project, type Unsaved } from './project.ts';
import { Shown } from './shown.ts';
import { isMade } from './storage/course-layout.ts';
import { notPacked } from './storage/not-packed.ts';
import { type Store, StoreError } from './storage/store.ts';
import { language } from './strings.ts';

export type { Cursor, Pane, View } from './shown.ts';

/** Delay (ms) from the first unsaved edit to the save; an edit is saved within a second. */
const SAVE_AFTER = 250;

/** Largest number of attempts to make packages, if another program changes the lock meanwhile. */
const PACK_TRIES = 3;

/** State of saving, as the top bar shows it. */
export type Saving = { readonly kind: 'saved' | 'waiting' } | { readonly kind: 'failed'; readonly unsaved: readonly Unsaved[] };

/** A course that is open: its files, the engine that checks them, and what the views share. */
export class Studio extends Shown {
  readonly project: Project;
  /** Folder of the course in the project: `modules/oven`. */
  readonly course: Path;
  readonly checked = signal<Checked>({ problems: [], course: null, isCurrent: false });
  readonly saving = signal<Saving>({ kind: 'saved' });
  /** Time (ms since 1970) of the last complete save; 0: none in this visit. */
  readonly savedAt = signal(0);
  /** Files that have changed both here and in the store; neither version is overwritten. */
  readonly conflicts = signal<readonly Path[]>([]);
  /** True while another tab writes this course: edits are undone. */
  readonly readOnly = signal(false);
  /** Files whose changes by another program were loaded. Empty again after the author closes the notice. */
  readonly taken = signal<readonly Path[]>([]);
  /** Time (ms since 1970) at which the author took a copy; 0: not in this visit. */
  readonly copiedAt = signal(0);
  /** Packages made last in this visit. */
  readonly packed = signal<Packed | null>(null);
  /** Increases with each check, since what is played may have changed. */
  readonly revision = signal(0);
  /** Increases when something other than the editor changes a text: a form, undo or another program. */
  readonly outside = signal(0);
  /** Checks the course, also after the engine has failed. */
  readonly steady: SteadyCheck;
  private readonly engine: EngineClient;
  private known: Promise<readonly TypeFacts[]> | undefined;
  private readonly changed = new Set<Path>();
  private checking: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(project: Project, course: Path, engine: EngineClient, program: ProgramAddress) {
    super();
    this.project = project;
    this.course = course;
    this.engine = engine;
    this.steady = new SteadyCheck(engine, () => [program, project.all, course, language.value]);
  }

  /** Reads a course from a store and checks it. It opens without a check if the engine fails or hangs. */
  static async open(store: Store, course: Path, engine: EngineClient, program: ProgramAddress): Promise<Studio> {
    const project = await Project.open(store);
    const studio = new Studio(project, course, engine, program);
    await studio.steady.untilReported(studio.checkAgain());
    return studio;
  }

  /** Replaces a text; it is checked at once and saved within a second. */
  edit(path: Path, content: string | Uint8Array<ArrayBuffer>, isFromEditor = false): void {
    if (this.isRefused()) return;
    this.project.put(path, content);
    this.touched([path], isFromEditor);
  }

  remove(path: Path): void {
    if (this.isRefused()) return;
    this.project.remove(path);
    this.touched([path], false);
  }

  /** Asks the engine, once it knows all edits. @throws if it fails */
  async ask<Name extends CallName>(name: Name, ...args: Parameters<EngineCalls[Name]>): Promise<ReturnType<EngineCalls[Name]>> {
    await this.checking;
    return this.engine.call(name, ...args);
  }

  /** Makes a playable session. @returns null if there is nothing to play, or the engine fails */
  play(playing: Playing): Promise<Played> {
    return this.engine.call('play', playing).catch((error: unknown) => {
      console.warn(error);
      this.steady.hasFailed.value = true;
      return null;
    });
  }

  /** Checks all files, also after the engine has failed. */
  checkAgain(): Promise<void> {
    for (const path of this.project.paths) this.changed.add(path);
    return this.check();
  }

  /** Describes all types of activities and blocks; the engine is asked once. */
  types(): Promise<readonly TypeFacts[]> {
    this.known ??= this.engine.call('types').catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  /** Makes packages, again if another program changes the lock meanwhile. Makes none if the lock can't be saved. */
  async pack(request: PackRequest): Promise<Packed> {
    for (let tries = 1; tries <= PACK_TRIES; tries++) {
      await this.save();
      await this.refresh();
      await this.checking;
      if (this.saving.value.kind === 'failed') break;
      const packed = await this.engine.call('pack', request);
      const kept = [...packed.files].filter(([path]) => /\.ya?ml$|build\.json$|^releases\//.test(path));
      if (await this.saveMade(kept)) {
        if (packed.packages.length > 0) this.packed.value = packed;
        return packed;
      }
    }
    return notPacked(`${this.course}/course.lock.yaml`);
  }

  /** Saves now. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.readOnly.value) return;
    const unsaved = await this.project.save();
    this.saving.value = unsaved.length > 0 ? { kind: 'failed', unsaved } : { kind: this.project.isDirty ? 'waiting' : 'saved' };
    if (this.saving.value.kind === 'saved') this.savedAt.value = Date.now();
    if (unsaved.some(({ reason }) => reason === 'changed')) await this.refresh();
  }

  /** Loads what another program has changed in the store. @returns false if the store can't be read */
  async refresh(): Promise<boolean> {
    try {
      const { taken, conflicts } = await this.project.refresh();
      if (conflicts.join('\n') !== this.conflicts.value.join('\n')) this.conflicts.value = conflicts;
      const news = taken.filter((path) => !isMade(path));
      if (news.length > 0 && !this.readOnly.value) this.taken.value = [...new Set([...this.taken.value, ...news])];
      if (taken.length > 0) this.changedOutside(taken);
      return true;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.saving.value = { kind: 'failed', unsaved: [{ path: error.path, reason: error.reason }] };
      return false;
    }
  }

  /** Resolves a conflict. @param mine version to keep; null keeps the one in the store. @throws StoreError */
  async decide(path: Path, mine: Mine | null): Promise<void> {
    if (mine) this.project.keepMine(path, mine);
    else await this.project.takeTheirs(path);
    this.conflicts.value = this.conflicts.value.filter((one) => one !== path);
    this.changedOutside([path]);
    await this.save();
  }

  /** Saves, and ends the engine. @returns false if something could not be saved: the course stays open */
  async close(): Promise<boolean> {
    await this.save();
    if (this.project.isDirty && !this.readOnly.value) return false;
    this.engine.close();
    return true;
  }

  /** Replaces many files at once, for example to restore a version; null removes a file. */
  replace(files: ReadonlyMap<Path, Uint8Array<ArrayBuffer> | null>): void {
    if (this.isRefused()) return;
    for (const [path, bytes] of files) {
      if (bytes) this.project.put(path, bytes);
      else this.project.remove(path);
    }
    this.touched([...files.keys()], false);
  }

  /** Saves files that a build has made. If the store has newer ones, these are kept. @returns false if they aren't saved */
  private async saveMade(files: readonly (readonly [Path, Uint8Array<ArrayBuffer>])[]): Promise<boolean> {
    const before = new Map(files.map(([path]) => [path, this.project.bytes(path)]));
    for (const [path, bytes] of files) this.project.put(path, bytes);
    const unsaved = (await this.project.save()).filter(({ path }) => before.has(path));
    for (const { path, reason } of unsaved) {
      if (reason === 'changed') await this.project.takeTheirs(path);
      else this.project.putBack(path, before.get(path));
    }
    this.changedOutside(files.map(([path]) => path));
    await this.save();
    return unsaved.length === 0;
  }

  /** Refuses an edit while another tab writes, and lets the views show the unchanged text again. */
  private isRefused(): boolean {
    if (this.readOnly.value) this.outside.value += 1;
    return this.readOnly.value;
  }

  private changedOutside(paths: readonly Path[]): void {
    for (const path of paths) this.changed.add(path);
    this.outside.value += 1;
    void this.check();
  }

  private touched(paths: readonly Path[], isFromEditor: boolean): void {
    for (const path of paths) this.changed.add(path);
    if (this.saving.value.kind === 'saved') this.saving.value = { kind: 'waiting' };
    if (!isFromEditor) this.outside.value += 1;
    void this.check();
    this.timer ??= setTimeout(() => void this.save(), SAVE_AFTER);
  }

  /** Checks what has changed. Changes made during a check are checked together after it. */
  private check(): Promise<void> {
    this.checking ??= this.checkAll().finally(() => {
      this.checking = undefined;
    });
    return this.checking;
  }

  private async checkAll(): Promise<void> {
    while (this.changed.size > 0) {
      const changes = new Map([...this.changed].map((path) => [path, this.project.bytes(path) ?? null]));
      this.changed.clear();
      const checked = await this.steady.check(changes);
      if (!checked) continue;
      this.checked.value = { ...checked, problems: inStudio(checked.problems, this.project.paths) };
      this.revision.value += 1;
    }
  }
}
