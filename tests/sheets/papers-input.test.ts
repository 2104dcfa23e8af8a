import { expect, test } from 'vitest';
import type { Course } from '../../build/model/built.ts';
import type { Cohort, CourseSource } from '../../build/model/course.ts';
import { papersInput } from '../../build/sheets/papers-input.ts';

const source = (variables: object) => ({ course: { value: { variables, lang: 'fr' } }, folder: 'dossier' }) as unknown as CourseSource;
const cohort = (variables: object) => ({ file: { variables } }) as unknown as Cohort;
const input = (variables: object, of: Cohort | null, title?: string) =>
  papersInput(source(variables), { course: { id: 'depot' } as Course, cohort: title === undefined ? undefined : { title } }, of, {
    quai: ['<p>a</p>'],
  });

test('the contact is that of the cohort, else that of the course', () => {
  expect(input({ contact: 'Bureau 12 : Nadia' }, null)).toEqual({
    course: { id: 'depot' },
    cohort: undefined,
    notes: { quai: ['<p>a</p>'] },
    contact: 'Bureau 12\u00a0: Nadia',
    folder: 'dossier',
  });
  expect(input({ contact: 'Bureau 12' }, cohort({ contact: 'Quai 3' }), 'Nord')).toMatchObject({ contact: 'Quai 3', cohort: 'Nord' });
  expect(input({ contact: 'Bureau 12' }, cohort({})).contact).toBe('Bureau 12');
  expect(input({}, null).contact).toBeUndefined();
});
