import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Face } from '../../kit/features.ts';
import type { PersonValue } from './course-value.ts';
import type { CourseDesk } from './desk.ts';

type Size = 'small' | 'middle' | 'large';

/** A drawn face on its disc; the words beside it say whose it is. */
export function Portrait({
  desk,
  face,
  colour,
  size,
}: {
  readonly desk: CourseDesk;
  readonly face: Face;
  readonly colour: number;
  readonly size: Size;
}) {
  const address = desk.portraits.of(face).value;
  return (
    <span class="s-face" data-size={size} data-disc={colour}>
      {address !== '' && <img src={address} alt="" />}
    </span>
  );
}

/** Formats of pictures whose content a browser can't find out by itself. */
function typeOf(path: string): string {
  return path.toLowerCase().endsWith('.svg') ? 'image/svg+xml' : '';
}

/** A picture of the course. */
export function CoursePicture({ desk, path }: { readonly desk: CourseDesk; readonly path: string }) {
  const address = useSignal('');
  const bytes = desk.studio.project.bytes(`${desk.studio.course}/${path}`);
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: typeOf(path) }));
    address.value = made;
    return () => URL.revokeObjectURL(made);
  }, [bytes, path, address]);
  return bytes && address.value !== '' ? <img src={address.value} alt="" /> : null;
}

/** A person's own picture, or the drawn face. */
export function PersonFace({ desk, person, size }: { readonly desk: CourseDesk; readonly person: PersonValue; readonly size: Size }) {
  if (person.picture === '') return <Portrait desk={desk} face={person.face} colour={person.colour} size={size} />;
  return (
    <span class="s-face" data-size={size} data-disc={person.colour} data-photo="">
      <CoursePicture desk={desk} path={person.picture} />
    </span>
  );
}
