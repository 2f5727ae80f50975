import { z } from 'zod';

import type { Problem } from '../api-error.ts';

type Issue = {
  code?: unknown;
  path: readonly PropertyKey[];
  message: string;
  errors?: readonly (readonly Issue[])[];
};
type Checked = { success: true } | { success: false; error: { issues: readonly Issue[] } };
type Schema = { safeParse(value: unknown): Checked };

const schemaShape = z.custom<Schema>(
  (value) => typeof value === 'object' && value !== null && 'safeParse' in value,
);

/** Discord accepts more than its specification says: permissions as text, attachment ids as numbers. */
function asSpecified(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((inner: unknown) =>
      asSpecified(inner, key === 'attachments' ? 'attachment' : ''),
    );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]: [string, unknown]) => [
        name,
        key === 'attachment' && name === 'id' ? String(inner) : asSpecified(inner, name),
      ]),
    );
  }
  if (key === 'default_member_permissions' && typeof value === 'string') return Number(value);
  return value;
}

/** A union reports every branch. The intended one has the right `type`, or else the fewest problems. */
function flat(issue: Issue, at: readonly PropertyKey[]): Problem[] {
  const path = [...at, ...issue.path];
  const branches = issue.errors ?? [];
  if (branches.length === 0) {
    return [{ kind: 'spec', path: path.map(String).join('.'), message: `${issue.message}.` }];
  }
  const meant = branches.filter((issues) => !issues.some((inner) => inner.path[0] === 'type'));
  const nearest = (meant.length > 0 ? meant : branches).toSorted((a, b) => a.length - b.length)[0];
  return (nearest ?? []).flatMap((inner) => flat(inner, path));
}

/** Discord's published specification as zod schemas. Loading takes a quarter of a second, so do it once. */
export class SpecSchemas {
  readonly #schemas: ReadonlyMap<string, Schema>;

  constructor(schemas: ReadonlyMap<string, Schema>) {
    this.#schemas = schemas;
  }

  static async load(): Promise<SpecSchemas> {
    const spec: unknown = await import('discord-api-spec/zod');
    const schemas = new Map<string, Schema>();
    for (const [name, value] of Object.entries(z.looseObject({}).parse({ ...Object(spec) }))) {
      const schema = schemaShape.safeParse(value);
      if (schema.success) schemas.set(name, schema.data);
    }
    return new SpecSchemas(schemas);
  }

  /** Problems that the specification's schema `name` finds in a body, or in each item of a list. */
  problems(name: string, body: unknown): Problem[] {
    if (Array.isArray(body)) {
      return body.flatMap((element: unknown, index) =>
        this.problems(name, element).map((problem) => ({
          ...problem,
          path: `${index}.${problem.path}`,
        })),
      );
    }
    const schema = this.#schemas.get(`${name}Schema`);
    if (schema === undefined) throw new RangeError(`the specification has no ${name}`);
    const result = schema.safeParse(asSpecified(body));
    if (result.success) return [];
    return result.error.issues.flatMap((issue) => flat(issue, []));
  }
}
