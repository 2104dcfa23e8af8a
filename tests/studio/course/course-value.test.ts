import { expect, test } from 'vitest';
import { courseValue } from '../../../build/studio/course/course-value.ts';

test('a course with mistakes is read as far as it goes', () => {
  const course = courseValue({ title: 12, competencies: 'none', people: [{ id: 'ada', face: { hair: 'bob' } }, null], modules: null });
  expect(course.title).toBe('12');
  expect(course.competencies).toEqual([]);
  expect(course.people.map(({ id, colour, face }) => [id, colour, face.hair])).toEqual([
    ['ada', 1, 'bob'],
    ['', 2, 'short'],
  ]);
  expect(course.modules).toEqual([]);
});
