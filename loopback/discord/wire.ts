import { z } from 'zod';

/** `null` and absent mean the same inside embeds and components. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNulls(inner)]));
}

const text = z.string().optional();

const embedShape = z.looseObject({
  title: text,
  description: text,
  url: text,
  color: z.number().optional(),
  timestamp: text,
  footer: z.looseObject({ text: z.string(), icon_url: text }).optional(),
  image: z.looseObject({ url: text }).optional(),
  thumbnail: z.looseObject({ url: text }).optional(),
  author: z.looseObject({ name: text, url: text, icon_url: text }).optional(),
  fields: z
    .array(z.looseObject({ name: z.string(), value: z.string(), inline: z.boolean().optional() }))
    .optional(),
});

const selectOption = z.looseObject({
  label: z.string(),
  value: z.string(),
  description: text,
  default: z.boolean().optional(),
  emoji: z.looseObject({ name: text, id: text }).optional(),
});

/** Any component in one flat shape. Its fields depend on its `type`. */
const componentShape = z.looseObject({
  type: z.number(),
  id: z.number().optional(),
  custom_id: text,
  style: z.number().optional(),
  label: text,
  url: text,
  emoji: z.looseObject({ name: text, id: text }).optional(),
  disabled: z.boolean().optional(),
  placeholder: text,
  min_values: z.number().optional(),
  max_values: z.number().optional(),
  options: z.array(selectOption).optional(),
  value: text,
  required: z.boolean().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  content: text,
  description: text,
  get components() {
    return z.array(componentShape).optional();
  },
  get component() {
    return componentShape.optional();
  },
  get accessory() {
    return componentShape.optional();
  },
});

export type Embed = z.infer<typeof embedShape>;
export type Component = z.infer<typeof componentShape>;

const embeds = z.preprocess(withoutNulls, z.array(embedShape));
const components = z.preprocess(withoutNulls, z.array(componentShape));
/** Discord accepts attachment ids as numbers or strings. */
const attachmentRequest = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  filename: z.string().nullish(),
  description: z.string().nullish(),
});

const allowedMentions = z.looseObject({
  parse: z.array(z.string()).nullish(),
  users: z.array(z.string()).nullish(),
  roles: z.array(z.string()).nullish(),
  replied_user: z.boolean().nullish(),
});

/** What the loopback reads from a message. The judge checks the rest. */
export const messageBody = z.looseObject({
  content: z.string().nullish(),
  embeds: z.union([z.null(), embeds]).optional(),
  components: z.union([z.null(), components]).optional(),
  flags: z.number().nullish(),
  attachments: z.array(attachmentRequest).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
});
export type MessageBody = z.infer<typeof messageBody>;
export type AllowedMentions = z.infer<typeof allowedMentions>;

export const modalBody = z.looseObject({
  custom_id: z.string(),
  title: z.string(),
  components,
});
export type Modal = z.infer<typeof modalBody>;

const choice = z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) });
export type Choice = z.infer<typeof choice>;
export const choicesBody = z.looseObject({ choices: z.array(choice).nullish() });

export const callbackBody = z.looseObject({ type: z.number(), data: z.unknown().optional() });

const localizations = z.record(z.string(), z.string()).nullish();

const commandOption = z.looseObject({
  type: z.number(),
  name: z.string(),
  name_localizations: localizations,
  description: z.string().optional(),
  description_localizations: localizations,
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(choice.extend({ name_localizations: localizations })).nullish(),
  channel_types: z.array(z.number()).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  get options() {
    return z.array(commandOption).nullish();
  },
});
export type CommandOption = z.infer<typeof commandOption>;

const commandBody = z.looseObject({
  name: z.string(),
  name_localizations: localizations,
  description: z.string().nullish(),
  description_localizations: localizations,
  type: z.number().nullish(),
  options: z.array(commandOption).nullish(),
  default_member_permissions: z.union([z.string(), z.number()]).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
  nsfw: z.boolean().nullish(),
});
export type CommandBody = z.infer<typeof commandBody>;
export const commandsBody = z.array(commandBody);
