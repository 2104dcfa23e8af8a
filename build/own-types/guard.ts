import type { Scoring } from '../../src/model/course/activity.ts';
import type { TypeSchema } from '../types/activity-type.ts';
import { contract } from './contract.ts';
import { OwnTypeError } from './own-type-error.ts';
import { type BuildCode, thrown, thrownAt } from './run-code.ts';

/** Wraps the functions of an object. If one throws, the error names the line in the type's source. */
function guarded<Members extends object>(members: Members, code: BuildCode): Members {
  const entries = Object.entries(members).map(([key, member]) => {
    if (typeof member !== 'function') return [key, member];
    return [
      key,
      (...args: unknown[]): unknown => {
        try {
          return member(...args);
        } catch (error) {
          const at = thrownAt(error, code);
          throw at ? new OwnTypeError(thrown(error, code, at.file)) : error;
        }
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** Guards the functions of a definition. Forms of Cartable are not wrapped, because stages compare them by identity. */
export function guardedSchema(schema: TypeSchema, code: BuildCode): TypeSchema {
  const isOurs = Object.values(contract['cartable/types'] ?? {}).includes(schema.form);
  return { ...guarded(schema, code), form: isOurs ? schema.form : guarded(schema.form, code) };
}

/** Guards the functions of a scoring. */
export function guardedScoring(scoring: Scoring, code: BuildCode): Scoring {
  return guarded(scoring, code);
}
