import { join, relative } from 'pathe';
import type { NumberedCourse, NumberedModule } from '../../model/course.ts';
import { innerNodes } from '../../model/inner-nodes.ts';
import type { Node, ValidActivity } from '../../model/source.ts';
import type { ActivityFacts, CourseFacts, SessionFacts } from './calls.ts';

/** Lists activities in the order of the text, the outer before the inner. Questions of a quiz are no activities of their own. */
function activitiesIn(nodes: readonly Node[]): ValidActivity[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'activity') return activitiesIn(innerNodes(node));
    const { activity } = node;
    return 'questions' in activity.options ? [activity] : [activity, ...activitiesIn(innerNodes(node))];
  });
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
    cohorts: source.cohorts.map(({ name, file }) => ({ name, title: file.value.title })),
    people: value.people.map(({ id, name }) => ({ id, name })),
    targets: value.targets,
  };
}
