import type { FunctionComponent } from 'preact';
import type { View } from '../studio.ts';
import { later } from './later.tsx';
import type { ViewProps } from './view-props.ts';
import { WriteView } from './write.tsx';

/**
 * The views of an open course. A view that is not listed has no tab and no button. Those that are seldom used load later:
 * `course: later(() => import('../course/course-view.tsx').then(({ CourseView }) => CourseView))`.
 */
export const VIEWS: Readonly<Partial<Record<View, FunctionComponent<ViewProps>>>> = {
  write: WriteView,
  course: later(() => import('../course/course-view.tsx').then(({ CourseView }) => CourseView)),
  results: later(async () => (await import('../results/results-view.tsx')).ResultsView),
  prepare: later(async () => (await import('../prepare/prepare-view.tsx')).PrepareView),
};
