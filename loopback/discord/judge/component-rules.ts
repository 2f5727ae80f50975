import type { Problem } from '../api-error.ts';
import type { Component } from '../wire.ts';
import { CUSTOM_ID_LIMIT, lengthProblems, problem, repeated } from './lengths.ts';

const ROWS = 5;
const BUTTONS_A_ROW = 5;
const OPTIONS = 25;
const LINK = 5;
const PREMIUM = 6;

export const isSelect = ({ type }: Component): boolean => type === 3 || (type >= 5 && type <= 8);

/** A component and everything inside it. */
export function withInner(component: Component): Component[] {
  const inner = [
    ...(component.components ?? []),
    ...(component.component ? [component.component] : []),
    ...(component.accessory ? [component.accessory] : []),
  ];
  return [component, ...inner.flatMap(withInner)];
}

function buttonProblems(button: Component, at: string): Problem[] {
  const { custom_id, url, label, emoji, style } = button;
  if (style === PREMIUM) return [];
  const link = style === LINK;
  return [
    ...(label || emoji ? [] : [problem('button', at, 'A button needs a label or an emoji.')]),
    ...lengthProblems(`${at}.label`, label, [0, 80]),
    ...(link && url === undefined ? [problem('button', at, 'A link button needs a url.')] : []),
    ...(link && custom_id !== undefined
      ? [problem('button', at, 'A link button has no custom_id.')]
      : []),
    ...(!link && custom_id === undefined
      ? [problem('button', at, 'A button needs a custom_id.')]
      : []),
    ...(!link && url !== undefined ? [problem('button', at, 'Only a link button has a url.')] : []),
    ...(link && url !== undefined && !/^(https?|discord):\/\/\S+$/.test(url)
      ? [
          problem(
            'url',
            `${at}.url`,
            `Scheme of "${url}" must be one of ('http', 'https', 'discord').`,
          ),
        ]
      : []),
  ];
}

/** Problems in a string select. */
export function selectProblems(select: Component, at: string): Problem[] {
  if (select.type !== 3) return [];
  const { options = [], max_values = 1, min_values = 1 } = select;
  const defaults = options.filter((option) => option.default === true).length;
  const where = `${at}.options`;
  return [
    ...(options.length < 1 || options.length > OPTIONS
      ? [problem('select', where, `Must be between 1 and 25 in length, but has ${options.length}.`)]
      : []),
    ...repeated(options.map(({ value }) => value)).map((value) =>
      problem('select', where, `The option value "${value}" is already used.`),
    ),
    ...(defaults > max_values
      ? [
          problem(
            'select',
            where,
            `${defaults} options are default, but max_values is ${max_values}.`,
          ),
        ]
      : []),
    ...(max_values > options.length || min_values > max_values
      ? [
          problem(
            'select',
            at,
            `min_values ${min_values} and max_values ${max_values} don't fit ${options.length} options.`,
          ),
        ]
      : []),
    ...options.flatMap(({ label, value, description }, index) => [
      ...lengthProblems(`${where}.${index}.label`, label, [1, 100]),
      ...lengthProblems(`${where}.${index}.value`, value, [1, 100]),
      ...lengthProblems(`${where}.${index}.description`, description, [0, 100]),
    ]),
    ...lengthProblems(`${at}.placeholder`, select.placeholder, [0, 150]),
  ];
}

function rowProblems(row: Component, at: string): Problem[] {
  const inner = row.components ?? [];
  const selects = inner.filter(isSelect).length;
  return [
    ...(inner.length < 1 || inner.length > BUTTONS_A_ROW
      ? [problem('row', at, `A row has 1 to 5 components, but this one has ${inner.length}.`)]
      : []),
    ...(selects > 0 && inner.length > 1
      ? [problem('row', at, 'A select menu stands alone in its row.')]
      : []),
  ];
}

function placed(component: Component, at: string): { component: Component; at: string }[] {
  const inner = (component.components ?? []).flatMap((child, index) =>
    placed(child, `${at}.components.${index}`),
  );
  const accessory = component.accessory ? placed(component.accessory, `${at}.accessory`) : [];
  return [{ component, at }, ...inner, ...accessory];
}

function ownProblems({ component, at }: { component: Component; at: string }): Problem[] {
  const { type, custom_id } = component;
  const known = type === 1 || type === 2 || isSelect(component) || (type >= 9 && type <= 17);
  return [
    ...(known ? [] : [problem('component', at, `Type ${type} has no place in a message.`)]),
    ...lengthProblems(`${at}.custom_id`, custom_id, [1, CUSTOM_ID_LIMIT]),
    ...(type === 1 ? rowProblems(component, at) : []),
    ...(type === 2 ? buttonProblems(component, at) : []),
    ...(isSelect(component) && custom_id === undefined
      ? [problem('select', at, 'A select menu needs a custom_id.')]
      : []),
    ...selectProblems(component, at),
  ];
}

/** Problems in a message's components. `layout` says whether the components v2 flag is set. */
export function componentsProblems(components: readonly Component[], layout: boolean): Problem[] {
  const all = components.flatMap((component, index) => placed(component, `components.${index}`));
  const ids = all.flatMap(({ component: { custom_id } }) =>
    custom_id === undefined ? [] : [custom_id],
  );
  const tooMany = layout ? all.length > 40 : components.length > ROWS;
  return [
    ...(tooMany
      ? [
          problem(
            'rows',
            'components',
            'Must be 5 or fewer rows (40 or fewer components in a layout).',
          ),
        ]
      : []),
    ...(layout
      ? []
      : components.flatMap(({ type }, index) =>
          type === 1 ? [] : [problem('rows', `components.${index}`, 'Only rows stand at the top.')],
        )),
    ...repeated(ids).map((id) =>
      problem('custom_id', 'components', `Component custom id "${id}" cannot be duplicated.`),
    ),
    ...all.flatMap(ownProblems),
  ];
}
