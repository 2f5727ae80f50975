import { z } from 'zod';

import type { RecordedCall } from '#test/discord/interactions/recording-api.ts';

const EPHEMERAL = 64;

const data = z.object({
  flags: z.number().default(0),
  content: z.string().default(''),
  allowed_mentions: z.object({ parse: z.array(z.string()) }).optional(),
  embeds: z
    .array(
      z.object({
        title: z.string().default(''),
        description: z.string().default(''),
        fields: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
        footer: z.object({ text: z.string() }).optional(),
      }),
    )
    .default([]),
  components: z
    .array(
      z.object({
        components: z.array(
          z.object({
            custom_id: z.string(),
            label: z.string().optional(),
            disabled: z.boolean().default(false),
          }),
        ),
      }),
    )
    .default([]),
});
const response = z.object({ type: z.number(), data: data.optional() });
const choices = z.object({
  data: z.object({ choices: z.array(z.object({ name: z.string(), value: z.string() })) }),
});

/** What someone saw, as a test reads it. */
export type Answered = {
  /** Discord's type of response: 4 for a new message, 7 for an edit of the pressed one. */
  readonly type: number;
  readonly isPrivate: boolean;
  /** Content and embeds, a line for each piece. */
  readonly text: string;
  readonly buttons: readonly { custom_id: string; label?: string | undefined; disabled: boolean }[];
  /** Kinds of things that may ping. */
  readonly pings: readonly string[] | undefined;
};

/** The one response that Discord got. */
export function answered(calls: readonly RecordedCall[]): Answered {
  const [call, ...others] = calls;
  if (call?.call !== 'callback' || others.length > 0) {
    throw new Error(`Not one response: ${JSON.stringify(calls)}`);
  }
  const { type, data: shown = data.parse({}) } = response.parse(call.body);
  const embeds = shown.embeds.flatMap(({ title, description, fields, footer }) => [
    title,
    description,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    footer?.text ?? '',
  ]);
  return {
    type,
    isPrivate: (shown.flags & EPHEMERAL) !== 0,
    text: [shown.content, ...embeds].filter((line) => line !== '').join('\n'),
    buttons: shown.components.flatMap((row) => row.components),
    pings: shown.allowed_mentions?.parse,
  };
}

/** What was suggested. */
export function suggested(calls: readonly RecordedCall[]) {
  return choices.parse(calls[0]?.body).data.choices;
}
