import type { FunctionComponent } from 'preact';
import type { View } from '../studio.ts';
import { later } from './later.tsx';
import type { ViewProps } from './view-props.ts';

const loadWriteView = async () => (await import('./write.tsx')).WriteView;

/** Begins to load the view that an opened course shows. */
export function expectCourse(): void {
  // What fails here is reported where the view is drawn.
  loadWriteView().catch(() => undefined);
}

/** The views of an open course. Each loads when it is first drawn. */
export const VIEWS: Readonly<Record<View, FunctionComponent<ViewProps>>> = {
  write: later(loadWriteView),
  course: later(() => import('../course/course-view.tsx').then(({ CourseView }) => CourseView)),
  results: later(async () => (await import('../results/results-view.tsx')).ResultsView),
  prepare: later(async () => (await import('../prepare/prepare-view.tsx')).PrepareView),
};
