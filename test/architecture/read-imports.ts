import { posix } from 'node:path';

import { parseSync, Visitor } from 'vite';

/** A module of ours, by its path from the root of the repository. */
export type SourceFile = { readonly path: string; readonly source: string };

/** What a module takes from elsewhere. */
export type Import = {
  /** A path from the root of the repository, or the name of a package as it is imported. */
  readonly target: string;
  /** `type` is gone at run time, `dynamic` comes when it is asked for. */
  readonly kind: 'value' | 'type' | 'dynamic';
};

export type ReadModule = {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Whether it looks at the environment, in either spelling. */
  readonly readsEnvironment: boolean;
};

/** As much of a node as is looked at here. */
type Named = { readonly type: string; readonly name?: unknown };

/** @throws Error for what is no TypeScript, and for a dynamic import of something that only running it would tell */
export function readModule({ path, source }: SourceFile): ReadModule {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  let readsEnvironment = false;
  const add = (specifier: string, kind: Import['kind']) =>
    imports.push({ target: resolveFrom(path, specifier), kind });

  new Visitor({
    ImportDeclaration({ source: from, importKind, specifiers }) {
      // `import { type A }` still loads the module: only `import type` is erased whole.
      add(from.value, importKind === 'type' ? 'type' : 'value');
      readsEnvironment ||=
        /^(?:node:)?process$/.test(from.value) &&
        specifiers.some(
          (part) => part.type === 'ImportSpecifier' && nameOf(part.imported) === 'env',
        );
    },
    ExportNamedDeclaration({ source: from, exportKind }) {
      if (from) add(from.value, exportKind === 'type' ? 'type' : 'value');
    },
    ExportAllDeclaration({ source: from, exportKind }) {
      add(from.value, exportKind === 'type' ? 'type' : 'value');
    },
    TSImportType({ source: from }) {
      add(from.value, 'type');
    },
    ImportExpression({ source: from }) {
      if (from.type !== 'Literal' || typeof from.value !== 'string') {
        throw new Error(`${path}: an import of something that only running it would tell`);
      }
      add(from.value, 'dynamic');
    },
    MemberExpression({ object, property }) {
      const name = property.type === 'Literal' ? property.value : nameOf(property);
      readsEnvironment ||= isProcess(object) && name === 'env';
    },
    // Taken apart, it is all taken.
    VariableDeclarator({ id, init }) {
      readsEnvironment ||= init !== null && isProcess(init) && id.type === 'ObjectPattern';
    },
  }).visit(program);
  return { path, imports, readsEnvironment };
}

function isProcess(node: Named): boolean {
  return node.type === 'Identifier' && node.name === 'process';
}

function nameOf(node: Named): unknown {
  return node.name;
}

function resolveFrom(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  return specifier.replace(/^#/, '');
}
