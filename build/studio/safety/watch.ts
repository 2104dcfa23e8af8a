import { effect, signal } from '@preact/signals';
import type { Path } from '../engine/calls.ts';
import { noteVisit, visitId } from '../storage/recent.ts';
import { CourseTabs } from '../storage/tabs.ts';
import { type VersionKind, Versions } from '../storage/versions.ts';
import type { Saving, Studio } from '../studio.ts';
import { courseTitle } from '../ui/sessions.ts';
import { Reminder } from './reminder.ts';

/** Milliseconds between looks at the store, and between tries to save what was refused. */
const LOOK = 5000;

/** Milliseconds of writing between two versions that are kept unasked. */
const HOUR = 3_600_000;

/** Watches over an open course: saves, looks for changes outside, keeps versions, and lets one tab write. */
export class Watch {
  /** Versions of this course; null until its name is known. */
  readonly versions = signal<Versions | null>(null);
  /** True after a version could not be kept. */
  readonly isVersionLost = signal(false);
  /** Megabytes that the browser has left; null: unknown. */
  readonly room = signal<number | null>(null);
  /** True after the browser was asked to leave, until all is saved. */
  readonly isLeaving = signal(false);
  readonly isReminding = signal(false);
  /** File of a conflict that is being decided. */
  readonly chosen = signal<Path | null>(null);
  private readonly studio: Studio;
  private readonly stops: (() => void)[] = [];
  private tabs: CourseTabs | undefined;
  private reminder: Reminder | undefined;
  private lastVersion = Date.now();
  private isLooking = false;
  private isKept = false;
  private isClosed = false;

  constructor(studio: Studio) {
    this.studio = studio;
    this.listen(window, 'focus', () => void this.look());
    this.listen(window, 'pagehide', () => void this.saveNow());
    this.listen(document, 'visibilitychange', () => void (document.visibilityState === 'hidden' ? this.saveNow() : this.look()));
    this.listen(window, 'beforeunload', (event) => {
      if (!studio.project.isDirty) return;
      event.preventDefault();
      this.isLeaving.value = true;
    });
    const timer = setInterval(() => void this.look(), LOOK);
    this.stops.push(() => clearInterval(timer));
    this.stops.push(effect(() => this.noticePackage()));
    this.stops.push(effect(() => this.noticeSave()));
    this.stops.push(effect(() => this.noticeCopy()));
    this.stops.push(effect(() => void this.noticeFull(studio.saving.value)));
    void this.name();
  }

  /** Keeps a version of the course as it is now. @returns false if there is no room */
  async keepVersion(kind: VersionKind, packages: readonly string[] = []): Promise<boolean> {
    try {
      // What was released is kept in the course already.
      const files = new Map([...this.studio.project.all].filter(([path]) => !path.startsWith('releases/')));
      await this.versions.peek()?.keep(files, kind, packages, new Date());
      this.lastVersion = Date.now();
      this.isVersionLost.value = false;
      return true;
    } catch {
      this.isVersionLost.value = true;
      return false;
    }
  }

  /** Tries again to save; asks for permission to the folder if that was withdrawn. Call it after a click. */
  async tryAgain(): Promise<void> {
    const { handle, kind } = this.studio.project.store;
    if (kind === 'folder') await handle?.requestPermission({ mode: 'readwrite' });
    await this.studio.save();
    await this.studio.refresh();
  }

  /** Goes on to the next conflict, if there is one. */
  chooseNext(): void {
    const isDecided = !this.studio.conflicts.value.includes(this.chosen.value ?? '');
    const others = this.studio.conflicts.value.filter((path) => !path.endsWith('course.lock.yaml'));
    this.chosen.value = isDecided ? (others[0] ?? null) : null;
  }

  /** Asks again in some days to keep a copy. */
  remindLater(): void {
    this.isReminding.value = false;
    this.reminder?.reset(Date.now());
  }

  /** Lets this tab write instead of another. */
  writeHere(): void {
    void this.tabs?.takeOver();
  }

  close(): void {
    this.isClosed = true;
    for (const stop of this.stops) stop();
    this.tabs?.close();
  }

  /** Finds the course's name, under which it has its versions and other tabs; then notes the visit. */
  private async name(): Promise<void> {
    const { project, course, checked } = this.studio;
    const facts = checked.value.course;
    const visit = { course, title: courseTitle(this.studio), sessions: facts?.sessions.length ?? 0 };
    const id = await visitId(project.store);
    if (this.isClosed) return;
    this.versions.value = new Versions(id);
    if (project.store.kind === 'browser') this.reminder = new Reminder(id);
    this.tabs = new CourseTabs(id, {
      onWriter: () => void this.beginWriting(),
      onAsked: () => this.studio.save(),
      onReader: () => {
        this.studio.readOnly.value = true;
      },
    });
    // Before anything else that takes time: what is edited until another tab turns out to write is not saved.
    await this.tabs.tryWrite();
    await noteVisit(project.store, visit, id);
  }

  private async beginWriting(): Promise<void> {
    const wasReading = this.studio.readOnly.value;
    // What another tab has saved is read before anything is written.
    if (wasReading) await this.studio.refresh();
    this.studio.readOnly.value = false;
    if (this.studio.project.isDirty) await this.studio.save();
  }

  /** Looks at the store and at other tabs, and tries again to save. */
  private async look(): Promise<void> {
    if (this.isLooking || this.isClosed || document.visibilityState === 'hidden') return;
    this.isLooking = true;
    try {
      if (await this.studio.refresh()) await this.saveNow();
      if (!this.tabs?.isWriter) await this.tabs?.tryWrite();
    } finally {
      this.isLooking = false;
    }
  }

  private async saveNow(): Promise<void> {
    const { saving, project } = this.studio;
    if (project.isDirty || saving.value.kind === 'failed') await this.studio.save();
  }

  private noticePackage(): void {
    const packed = this.studio.packed.value;
    if (packed) void this.keepVersion('packed', [...new Set(packed.packages.map((path) => path.replace(/^.*\//, '')))]);
  }

  private noticeSave(): void {
    const { value: time } = this.studio.savedAt;
    if (time === 0) return;
    if (!this.isKept && this.studio.project.store.kind === 'browser') void navigator.storage.persist?.();
    this.isKept = true;
    if (time - this.lastVersion > HOUR) void this.keepVersion('hour');
    this.isLeaving.value = false;
    if (this.reminder?.isDue(time)) this.isReminding.value = true;
  }

  private noticeCopy(): void {
    const { value: time } = this.studio.copiedAt;
    if (time === 0) return;
    this.reminder?.reset(time);
    this.isReminding.value = false;
  }

  private async noticeFull(saving: Saving): Promise<void> {
    if (saving.kind !== 'failed' || !saving.unsaved.some(({ reason }) => reason === 'full')) return;
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    this.room.value = this.studio.project.store.kind === 'browser' ? Math.max(0, Math.floor((quota - usage) / 1_000_000)) : null;
  }

  private listen(target: EventTarget, type: string, handler: (event: Event) => void): void {
    target.addEventListener(type, handler);
    this.stops.push(() => target.removeEventListener(type, handler));
  }
}
