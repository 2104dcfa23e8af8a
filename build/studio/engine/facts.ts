import { join, relative } from 'pathe';
import type { NumberedCourse, NumberedModule } from '../../model/course.ts';
import type { Node, ValidActivity } from '../../model/source.ts';
import type { ActivityFacts, CourseFacts, SessionFacts } from './calls.ts';

/** Lists activities, those inside blocks too, in the order of the text. */
function activitiesIn(nodes: readonly Node[]): ValidActivity[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'activity') return [node.activity];
    return node.kind === 'block' ? activitiesIn(nodesIn(node.options)) : [];
  });
}

/** Collects nodes inside the options of a block, at any depth. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return isNode(value) ? [value] : Object.values(value).flatMap(nodesIn);
}

function isNode(value: object): value is Node {
  return 'kind' in value && (value.kind === 'activity' || (value.kind === 'block' && 'type' in value));
}

/** Collects what the page shows of a course. @param root of the project */
export function factsOf({ source, modules }: NumberedCourse, root: string): CourseFacts {
  const { value } = source.course;
  const pathOf = (file: string): string => relative(root, join(source.folder.root, file));
  const activity = (one: ValidActivity): ActivityFacts => ({
    id: one.id,
    type: one.type,
    title: one.heading ?? one.title,
    points: one.points,
    competencies: one.competencies,
    path: pathOf(one.at.file),
    line: one.at.line,
  });
  const session = ({ module }: NumberedModule): SessionFacts => ({
    id: module.id,
    title: module.title,
    path: pathOf(module.file),
    minutes: module.minutes,
    pages: module.pages.map(({ id, title, at, nodes }) => ({
      id,
      title,
      path: pathOf(at.file),
      line: at.line,
      activities: activitiesIn(nodes).map(activity),
    })),
  });
  return {
    id: value.id,
    title: value.title,
    lang: value.lang,
    sessions: modules.map(session),
    competencies: value.competencies.map(({ id, title }) => ({ id, title })),
    cohorts: source.cohorts.map(({ name, file }) => ({ name, title: file.value.title ?? name })),
    people: value.people.map(({ id, name }) => ({ id, name })),
    targets: value.targets,
  };
}
