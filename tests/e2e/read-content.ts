import { runInNewContext } from 'node:vm';
import type { Activity } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import type { ZipEntry } from '../helpers/read-zip.ts';

interface Left {
  cartableContent?: (root: string) => { readonly module: ModuleContent };
  cartableRest?: (root: string) => { readonly activities: Readonly<Record<string, Partial<Activity>>> };
}

function whole(activity: Activity, { slots, ...more }: Partial<Activity>): Activity {
  return { ...activity, ...more, slots: activity.slots.map((slot, index) => ({ ...slot, ...slots?.[index] })) };
}

/**
 * The module of a package, as its two scripts define it.
 * @param folder where the SCO's page lies in the zip, with its slash
 */
export function readContent(entries: readonly ZipEntry[], folder = ''): ModuleContent {
  const window: Left = {};
  for (const name of ['content.js', 'pages.js']) {
    const script = entries.find((entry) => entry.name === folder + name);
    runInNewContext(script?.content.toString() ?? '', { window });
  }
  const { cartableContent, cartableRest } = window;
  if (!cartableContent) throw new Error(`no content in ${folder || 'the package'}`);
  const root = folder === '' ? '' : '../';
  const { module } = cartableContent(root);
  const rest = cartableRest?.(root).activities ?? {};
  return { ...module, activities: module.activities.map((activity) => whole(activity, rest[activity.id] ?? {})) };
}
