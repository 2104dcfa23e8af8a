import type { Path } from '../engine/calls.ts';
import type { Studio } from '../studio.ts';
import { literal } from '../text/literal.ts';
import { outlineOf } from '../text/outline.ts';
import { shownText } from '../text/raw-text.ts';

/** A session as the switcher shows it. */
export interface SessionEntry {
  /** '' as long as the check has not read it. */
  readonly id: string;
  readonly title: string;
  readonly path: Path;
}

/** Returns the file's name without its ending. */
function nameOf(path: Path): string {
  return path.replace(/^.*\//, '').replace(/\.md$/, '');
}

function titleInYaml(yaml: string): string {
  const [, title = ''] = /^title:[ \t]*(.+?)[ \t]*$/m.exec(yaml) ?? [];
  return title.replace(/^(["'])(.*)\1$/, '$2');
}

/** Finds the title in the front matter. @returns '' if there is none */
export function titleIn(text: string): string {
  const { front } = outlineOf(text);
  return front ? titleInYaml(text.slice(front.from, front.to)) : '';
}

/** Returns the course's title; with a mistake in the course, the one that is written, else the folder's name. */
export function courseTitle({ checked, course, project }: Studio): string {
  const written = titleInYaml(shownText(project.text(`${course}/course.yaml`) ?? ''));
  return checked.value.course?.title ?? (written || nameOf(course));
}

/** Orders texts as the course lists its sessions, whose file may have a mistake. Texts that it doesn't list come last. */
function placesIn(yaml: string): (path: Path) => number {
  const list = yaml.slice(Math.max(0, yaml.search(/^modules:/m)));
  return (path) => {
    const at = list.search(new RegExp(`[\\s,[]["']?${literal(nameOf(path))}["']?(?:[\\s,\\]]|$)`));
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
}

/** Lists the sessions of a course: those that the check has read, else the texts with pages, so that mistakes can be corrected. */
export function sessionsOf(studio: Studio): readonly SessionEntry[] {
  const read = studio.checked.value.course?.sessions ?? [];
  if (read.length > 0) return read.map(({ id, title, path }) => ({ id, title, path }));
  const texts = studio.project.paths.filter((path) => path.startsWith(`${studio.course}/`) && path.endsWith('.md'));
  const place = placesIn(studio.project.text(`${studio.course}/course.yaml`) ?? '');
  return texts
    .toSorted((one, other) => place(one) - place(other))
    .flatMap((path) => {
      const text = shownText(studio.project.text(path) ?? '');
      return outlineOf(text).pages.length > 0 ? [{ id: '', title: titleIn(text) || nameOf(path), path }] : [];
    });
}

/** Returns the session that is chosen, else the first. */
export function chosenSession(studio: Studio): SessionEntry | undefined {
  const sessions = sessionsOf(studio);
  return sessions.find(({ path }) => path === studio.chosen.value) ?? sessions[0];
}

/** Returns the path of the text on screen: a session's, or another file that has been asked for, as `course.yaml`. */
export function chosenPath(studio: Studio): Path | undefined {
  const { value: chosen } = studio.chosen;
  return studio.project.bytes(chosen) ? chosen : chosenSession(studio)?.path;
}
