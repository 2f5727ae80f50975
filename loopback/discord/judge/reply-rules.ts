import type { Problem } from '../api-error.ts';
import type { Choice, Component, Modal } from '../wire.ts';
import { selectProblems } from './component-rules.ts';
import { CUSTOM_ID_LIMIT, lengthProblems, problem, repeated } from './lengths.ts';

const CHOICES = 25;
const MODAL_ROWS = 5;

/** Problems in the choices of an option or an autocomplete response. */
export function choiceProblems(choices: readonly Choice[], at = 'data.choices'): Problem[] {
  return [
    ...(choices.length > CHOICES
      ? [problem('choices', at, `Must be 25 or fewer in length, but has ${choices.length}.`)]
      : []),
    ...choices.flatMap(({ name, value }, index) => [
      ...lengthProblems(`${at}.${index}.name`, name, [1, 100]),
      ...(typeof value === 'string' ? lengthProblems(`${at}.${index}.value`, value, [0, 100]) : []),
    ]),
  ];
}

/** A modal's inputs, from its rows (type 1) and labels (type 18). */
export function inputsOf(modal: Modal): Component[] {
  return modal.components.flatMap((holder) => [
    ...(holder.type === 1 ? (holder.components ?? []) : []),
    ...(holder.type === 18 && holder.component ? [holder.component] : []),
  ]);
}

function inputProblems(input: Component, at: string, labelled: boolean): Problem[] {
  const { type, label, placeholder, value, min_length = 0, max_length = 4000 } = input;
  if (type !== 4) return selectProblems(input, at);
  return [
    ...(labelled && !label ? [problem('modal', at, 'A text input needs a label.')] : []),
    ...lengthProblems(`${at}.label`, label, [1, 45]),
    ...lengthProblems(`${at}.placeholder`, placeholder, [0, 100]),
    ...lengthProblems(`${at}.value`, value, [0, max_length]),
    ...(min_length > max_length ? [problem('modal', at, 'min_length is above max_length.')] : []),
  ];
}

/** Problems in a modal. */
export function modalProblems(modal: Modal): Problem[] {
  const { components, title, custom_id } = modal;
  const inputs = inputsOf(modal);
  const ids = inputs.flatMap((input) => input.custom_id ?? []);
  return [
    ...lengthProblems('data.title', title, [1, 45]),
    ...lengthProblems('data.custom_id', custom_id, [1, CUSTOM_ID_LIMIT]),
    ...(components.length < 1 || components.length > MODAL_ROWS || inputs.length === 0
      ? [problem('modal', 'data.components', 'A modal has 1 to 5 inputs, each in a row or label.')]
      : []),
    ...(ids.length < inputs.length
      ? [problem('modal', 'data.components', 'Every input needs a custom_id.')]
      : []),
    ...ids.flatMap((id) => lengthProblems('data.components', id, [1, CUSTOM_ID_LIMIT])),
    ...repeated(ids).map((id) =>
      problem('custom_id', 'data.components', `Component custom id "${id}" cannot be duplicated.`),
    ),
    ...components.flatMap((holder, index) => holderProblems(holder, `data.components.${index}`)),
  ];
}

function holderProblems(holder: Component, at: string): Problem[] {
  if (holder.type === 1) {
    const inner = holder.components ?? [];
    return [
      ...(inner.length === 1 ? [] : [problem('modal', at, 'A row of a modal has one input.')]),
      ...inner.flatMap((input, index) => inputProblems(input, `${at}.components.${index}`, true)),
    ];
  }
  if (holder.type === 18) {
    return [
      ...lengthProblems(`${at}.label`, holder.label ?? '', [1, 45]),
      ...lengthProblems(`${at}.description`, holder.description, [0, 100]),
      ...(holder.component ? inputProblems(holder.component, `${at}.component`, false) : []),
    ];
  }
  if (holder.type === 10) return [];
  return [problem('modal', at, `Type ${holder.type} has no place at the top of a modal.`)];
}
