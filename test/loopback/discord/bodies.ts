/** A row of link-free buttons, for tests that need some. */
export const row = (...components: readonly unknown[]) => ({ type: 1, components });

export const button = (custom_id: string, label = custom_id, rest: object = {}) => ({
  type: 2,
  style: 2,
  label,
  custom_id,
  ...rest,
});

export const option = (value: string, rest: object = {}) => ({ label: value, value, ...rest });

export const menu = (custom_id: string, options: readonly unknown[], rest: object = {}) => ({
  type: 3,
  custom_id,
  options,
  ...rest,
});

export const textInput = (custom_id: string, rest: object = {}) => ({
  type: 4,
  style: 1,
  custom_id,
  label: custom_id,
  ...rest,
});

export const modal = (custom_id: string, ...inputs: readonly unknown[]) => ({
  custom_id,
  title: 'Jump',
  components: inputs.map((input) => row(input)),
});
