import type { DiscordMessage } from '../entities.ts';
import { isSelect, withInner } from '../judge/component-rules.ts';
import type { Component } from '../wire.ts';

type WithComponents = Pick<DiscordMessage, 'components'>;

/** A button's label or custom_id, or a predicate. */
export type Wanted = string | ((component: Component) => boolean);

const allOf = ({ components }: WithComponents): Component[] => components.flatMap(withInner);

/** The buttons of a message, in reading order. */
export const buttonsOf = (message: WithComponents): Component[] =>
  allOf(message).filter(({ type }) => type === 2);

/** The select menus of a message, in reading order. */
export const selectsOf = (message: WithComponents): Component[] => allOf(message).filter(isSelect);

const nameOf = ({ label, emoji, custom_id, placeholder, disabled }: Component): string =>
  `${label ?? emoji?.name ?? placeholder ?? ''} (${custom_id ?? 'link'}${disabled ? ', disabled' : ''})`;

function theOne(candidates: readonly Component[], wanted: Wanted, kind: string): Component {
  const fits = (component: Component) =>
    typeof wanted === 'function'
      ? wanted(component)
      : [
          component.custom_id,
          component.label,
          component.emoji?.name,
          component.placeholder,
        ].includes(wanted);
  const found = candidates.filter(fits);
  const asked = typeof wanted === 'string' ? `"${wanted}"` : 'that fits';
  const there = candidates.map(nameOf).join('; ') || 'none';
  const [component] = found;
  if (component === undefined) throw new Error(`There is no ${kind} ${asked}; there is: ${there}.`);
  if (found.length > 1)
    throw new Error(`More than one ${kind} is ${asked}: ${found.map(nameOf).join('; ')}.`);
  if (component.disabled) throw new Error(`The ${kind} ${asked} is disabled.`);
  return component;
}

/** @throws Error when no button or several match, or it's disabled or a link */
export function pressable(message: WithComponents, wanted: Wanted): Component {
  const button = theOne(buttonsOf(message), wanted, 'button');
  if (button.custom_id === undefined) throw new Error('A link button does not reach the bot.');
  return button;
}

/** @throws Error when no menu matches, or it doesn't take these values */
export function selectable(
  message: WithComponents,
  wanted: Wanted,
  values: readonly string[],
): Component {
  const menu = theOne(selectsOf(message), wanted, 'select menu');
  const offered = menu.options?.map(({ value }) => value);
  const strange = values.filter((value) => offered !== undefined && !offered.includes(value));
  if (strange.length > 0) {
    throw new Error(
      `The menu does not offer ${strange.join(', ')}; it offers ${offered?.join(', ')}.`,
    );
  }
  const { min_values = 1, max_values = 1 } = menu;
  if (values.length < min_values || values.length > max_values) {
    throw new Error(`The menu takes ${min_values} to ${max_values} values, not ${values.length}.`);
  }
  return menu;
}
