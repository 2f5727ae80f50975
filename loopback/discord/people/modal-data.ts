import { inputsOf } from '../judge/reply-rules.ts';
import type { Component, Modal } from '../wire.ts';

/** Values by custom_id. If there's only one input, any key works. */
export type ModalValues = Record<string, string | readonly string[]>;

/**
 * A modal submission's `data`, checked as Discord's client does.
 * @throws Error when the client wouldn't submit it
 */
export function modalData(modal: Modal, values: ModalValues): unknown {
  const inputs = inputsOf(modal);
  const ids = inputs.map(({ custom_id }) => custom_id);
  const [onlyKey, ...otherKeys] = Object.keys(values);
  const single = inputs.length === 1 && otherKeys.length === 0 ? onlyKey : undefined;
  const strange = Object.keys(values).filter((key) => key !== single && !ids.includes(key));
  if (strange.length > 0) {
    throw new Error(`The modal has no input ${strange.join(', ')}; it has ${ids.join(', ')}.`);
  }
  const filled = (input: Component) => {
    const key = single ?? input.custom_id ?? '';
    return filledInput(input, values[key]);
  };
  const components = modal.components.map(({ type, id, components: inner, component }) => ({
    type,
    id,
    ...(type === 1 ? { components: (inner ?? []).map(filled) } : {}),
    ...(type === 18 && component ? { component: filled(component) } : {}),
  }));
  return { custom_id: modal.custom_id, components };
}

function filledInput(input: Component, value: string | readonly string[] | undefined): unknown {
  const { type, id, custom_id, required = true, min_length = 0, max_length = 4000 } = input;
  if (type !== 4) return { type, id, custom_id, values: value ?? [] };
  const text = value ?? input.value ?? '';
  if (typeof text !== 'string') throw new Error(`The input ${custom_id} takes one text.`);
  if (text === '' && required) throw new Error(`The input ${custom_id} is required.`);
  if (text !== '' && (text.length < min_length || text.length > max_length)) {
    throw new Error(`The input ${custom_id} takes ${min_length} to ${max_length} characters.`);
  }
  return { type, id, custom_id, value: text };
}
