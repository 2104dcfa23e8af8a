import { signal } from '@preact/signals';
import type { Face } from '../kit/features.ts';
import type { Checked, Packed, PackRequest, Path, Played, Playing, ProgramAddress, TypeFacts } from './engine/calls.ts';
import type { EngineClient } from './engine/client.ts';
import { Project, type Unsaved } from './project.ts';
import type { Store } from './storage/store.ts';
import { language } from './words.ts';

/** Delay (ms) from the last edit to the save; an edit is saved within a second. */
const SAVE_AFTER = 600;

/** State of saving, as the top bar shows it. */
export type Saving = { readonly kind: 'saved' | 'waiting' } | { readonly kind: 'failed'; readonly unsaved: readonly Unsaved[] };

/** A place in a text. Lines count from 1. */
export interface Cursor {
  readonly path: Path;
  readonly line: number;
  /** It was chosen in the preview: the text goes there. */
  readonly isPicked?: true;
}

/** The views of an open course; one is shown at a time. */
export type View = 'write' | 'course' | 'results' | 'prepare';

/** The parts of the view to write in. */
export type Pane = 'plan' | 'text' | 'preview';

/** A course that is open: its files, the engine that checks them, and what the views share. */
export class Studio {
  readonly project: Project;
  /** Folder of the course in the project: `modules/oven`. */
  readonly course: Path;
  readonly checked = signal<Checked>({ problems: [], course: null, isCurrent: false });
  readonly saving = signal<Saving>({ kind: 'saved' });
  /** Rises with each check: what is played may have changed. */
  readonly revision = signal(0);
  readonly cursor = signal<Cursor | null>(null);
  /** The view on screen. */
  readonly view = signal<View>('write');
  /** Path of the session's text that is chosen; '': the first. */
  readonly chosen = signal<Path>('');
  /** The pane on screen where there is room for one only. */
  readonly pane = signal<Pane>('text');
  /** Rises when texts change otherwise than by the editor: by a form, undo or another program. */
  readonly outside = signal(0);
  private readonly engine: EngineClient;
  private known: Promise<readonly TypeFacts[]> | undefined;
  private readonly changed = new Set<Path>();
  private checking: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(project: Project, course: Path, engine: EngineClient) {
    this.project = project;
    this.course = course;
    this.engine = engine;
  }

  /** Reads a course from a store and checks it. */
  static async open(store: Store, course: Path, engine: EngineClient, program: ProgramAddress): Promise<Studio> {
    const project = await Project.open(store);
    const studio = new Studio(project, course, engine);
    const files = new Map(project.paths.map((path) => [path, project.bytes(path) ?? null]));
    studio.checked.value = await engine.call('open', program, files, course, language.value);
    studio.revision.value = 1;
    return studio;
  }

  /** Replaces a text; it is checked at once and saved within a second. */
  edit(path: Path, content: string | Uint8Array<ArrayBuffer>, isFromEditor = false): void {
    this.project.put(path, content);
    this.touched(path, isFromEditor);
  }

  remove(path: Path): void {
    this.project.remove(path);
    this.touched(path, false);
  }

  show(view: View): void {
    this.view.value = view;
  }

  /** Shows a place in a text: from a list of problems, the plan or another view. */
  goTo(place: Pick<Cursor, 'path' | 'line'>): void {
    this.show('write');
    this.chosen.value = place.path;
    this.pane.value = 'text';
    this.cursor.value = { ...place, isPicked: true };
  }

  play(playing: Playing): Promise<Played> {
    return this.engine.call('play', playing);
  }

  portraits(faces: readonly Face[]): Promise<readonly string[]> {
    return this.engine.call('portraits', faces);
  }

  colouredHair(): Promise<readonly Face['hair'][]> {
    return this.engine.call('colouredHair');
  }

  /** Describes all types of activities and blocks; the engine is asked once. */
  types(): Promise<readonly TypeFacts[]> {
    this.known ??= this.engine.call('types');
    return this.known;
  }

  /** Makes packages and keeps what belongs to the course: the lock, and the report of the build. */
  async pack(request: PackRequest): Promise<Packed> {
    await this.checking;
    const packed = await this.engine.call('pack', request);
    for (const [path, bytes] of packed.files) if (/\.ya?ml$|build\.json$/.test(path)) this.project.put(path, bytes);
    await this.save();
    return packed;
  }

  /** Saves now. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const unsaved = await this.project.save();
    this.saving.value = unsaved.length > 0 ? { kind: 'failed', unsaved } : { kind: this.project.isDirty ? 'waiting' : 'saved' };
  }

  /** Takes over what another program has changed in the store. @returns files that have changed on both sides */
  async refresh(): Promise<readonly Path[]> {
    const { taken, conflicts } = await this.project.refresh();
    for (const path of taken) this.changed.add(path);
    if (taken.length > 0) {
      this.outside.value += 1;
      void this.check();
    }
    return conflicts;
  }

  /** Ends the engine; everything is saved before. */
  async close(): Promise<void> {
    await this.save();
    this.engine.close();
  }

  private touched(path: Path, isFromEditor: boolean): void {
    this.changed.add(path);
    this.saving.value = { kind: 'waiting' };
    if (!isFromEditor) this.outside.value += 1;
    void this.check();
    this.timer ??= setTimeout(() => void this.save(), SAVE_AFTER);
  }

  /** Checks what has changed. While the engine works, further changes wait and go together. */
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
      this.checked.value = await this.engine.call('change', changes);
      this.revision.value += 1;
    }
  }
}
