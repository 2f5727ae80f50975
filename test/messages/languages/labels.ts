import { parseSync, Visitor } from 'vite';

import { isTextKey } from '#src/messages/languages/translate.ts';

import type { SourceFile } from '../../architecture/read-imports.ts';
import { PUT_TOGETHER } from './put-together.ts';

/** Discord's limit for what buttons say, and the most that it allows for any other label. */
const [BUTTON, ANY] = [80, 100];

/** A text that is a label, and how many characters Discord allows there at most. */
type Label = { readonly key: string; readonly limit: number };

/**
 * The texts that a module has as `label`.
 * @throws Error for a button whose label doesn't say there which text it is
 */
export function labelsIn({ path, source }: SourceFile): Label[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const textOf = ({ start, end }: { readonly start: number; readonly end: number }) =>
    source.slice(start, end);
  const labels: Label[] = [];
  new Visitor({
    ObjectExpression({ properties }) {
      const values = new Map(
        properties.flatMap((property) =>
          property.type === 'Property' ? [[textOf(property.key), property.value] as const] : [],
        ),
      );
      const [type, label] = [values.get('type'), values.get('label')];
      if (!label) return;
      const isButton = type !== undefined && textOf(type) === 'ComponentType.Button';
      const keys = keysIn(textOf(label));
      if (isButton && keys.length === 0)
        throw new Error(`${path}: a button’s label is ${textOf(label)}`);
      labels.push(...keys.map((key) => ({ key, limit: isButton ? BUTTON : ANY })));
    },
  }).visit(program);
  return labels;
}

/** Texts that an expression names, as a whole or by their beginning. */
function keysIn(expression: string): string[] {
  const named = [...expression.matchAll(/'(\w+\.[\w-]+)'|`(\w+\.)\$\{/g)];
  return named
    .flatMap(([, key, start = '']) => key ?? PUT_TOGETHER[start]?.map((end) => start + end) ?? [])
    .filter(isTextKey);
}
