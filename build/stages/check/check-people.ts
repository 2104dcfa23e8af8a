import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { asset } from '../../files/assets.ts';
import type { Kit } from '../../kit/kit.ts';
import type { CourseSource } from '../../model/course.ts';
import type { CourseFile } from '../../model/course-file.ts';
import { PICTURES } from '../../types/attribute-types.ts';

type Face = NonNullable<CourseFile['people'][number]['face']>;

const PICTURE = new RegExp(`\\.(?:${PICTURES.join('|')})$`, 'i');

/** Reports a colour that the hair of a face can't have: most are drawn in the black of the lines. */
function checkHair(
  { hair, 'hair-colour': colour }: Face,
  index: number,
  { course }: CourseSource,
  kit: Kit,
  diagnostics: Diagnostics,
): void {
  if (colour === 'black' || kit.hasHairColour(hair)) return;
  diagnostics.warning('hair-stays-black', course.at('people', index, 'face', 'hair-colour'), { hair, others: kit.colouredHair.join(', ') });
}

/** Reports ids that stand twice, and faces and pictures that can't be shown, of the people of a course. */
export function checkPeople(source: CourseSource, kit: Kit, diagnostics: Diagnostics): void {
  const { course, folder } = source;
  const met = new Map<string, number>();
  for (const [index, { id, face, picture }] of course.value.people.entries()) {
    const first = met.get(id);
    if (first === undefined) met.set(id, index);
    else {
      const { file, line } = course.at('people', first, 'id');
      diagnostics.error('duplicate-id', course.at('people', index, 'id'), { id, where: `${file}:${line}` });
    }
    if (face) checkHair(face, index, source, kit, diagnostics);
    if (picture === undefined) continue;
    const at = course.at('people', index, 'picture');
    if (face) diagnostics.error('face-and-picture', at, { id });
    asset(folder, picture, at, diagnostics);
    if (!PICTURE.test(picture)) diagnostics.error('not-that-picture', at, { file: picture });
  }
}
