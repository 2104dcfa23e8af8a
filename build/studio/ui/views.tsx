import type { FunctionComponent } from 'preact';
import type { View } from '../studio.ts';
import { later } from './later.tsx';
import type { ViewProps } from './view-props.ts';
import { WriteView } from './write.tsx';

const Prepare = later(() => import('../prepare/prepare-view.tsx').then(({ PrepareView }) => PrepareView));
const Results = later(() => import('../results/results-view.tsx').then(({ ResultsView }) => ResultsView));

/**
 * The views of an open course. A view that is not listed has no tab and no button. Those that are seldom used load later:
 * `course: later(() => import('../course/course-view.tsx').then(({ CourseView }) => CourseView))`.
 */
export const VIEWS: Readonly<Partial<Record<View, FunctionComponent<ViewProps>>>> = {
  write: WriteView,
  results: Results,
  prepare: ({ studio, settings }) => <Prepare studio={studio} settings={settings} onGo={(place) => studio.goTo(place)} />,
};
