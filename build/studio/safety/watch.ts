import { effect, signal } from '@preact/signals';
import { noteVisit } from '../storage/recent.ts';
import { CourseTabs } from '../storage/tabs.ts';
import { type VersionKind, Versions } from '../storage/versions.ts';
import type { Studio } from '../studio.ts';

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
  private readonly studio: Studio;
  private readonly stops: (() => void)[] = [];
  private tabs: CourseTabs | undefined;
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
      if (studio.project.isDirty) event.preventDefault();
    });
    const timer = setInterval(() => void this.look(), LOOK);
    this.stops.push(() => clearInterval(timer));
    this.stops.push(effect(() => this.noticePackage()));
    this.stops.push(effect(() => this.noticeSave()));
    void this.name();
  }

  /** Keeps a version of the course as it is now. @returns false if there is no room */
  async keepVersion(kind: VersionKind, packages: readonly string[] = []): Promise<boolean> {
    try {
      await this.versions.peek()?.keep(this.studio.project.all, kind, packages, new Date());
      this.lastVersion = Date.now();
      this.isVersionLost.value = false;
      return true;
    } catch {
      this.isVersionLost.value = true;
      return false;
    }
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

  /** Notes the visit; its name finds versions and other tabs. */
  private async name(): Promise<void> {
    const { project, course, checked } = this.studio;
    const facts = checked.value.course;
    const title = facts?.title ?? course.replace('modules/', '');
    const id = await noteVisit(project.store, { course, title, sessions: facts?.sessions.length ?? 0 });
    if (this.isClosed) return;
    this.versions.value = new Versions(id);
    this.tabs = new CourseTabs(id, {
      onWriter: () => void this.beginWriting(),
      onAsked: () => this.studio.save(),
      onReader: () => {
        this.studio.readOnly.value = true;
      },
    });
    await this.tabs.tryWrite();
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
  }

  private listen(target: EventTarget, type: string, handler: (event: Event) => void): void {
    target.addEventListener(type, handler);
    this.stops.push(() => target.removeEventListener(type, handler));
  }
}
