import { z } from 'zod';

import type { Action } from './page/wire.ts';

const as = z.string();
const channelId = z.string();
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const messageId = z.string();
const customId = z.string();

export const actionBody: z.ZodType<Action> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), as, channelId, name: z.string(), values }),
  z.object({
    kind: z.literal('complete'),
    as,
    channelId,
    name: z.string(),
    values,
    focused: z.string(),
  }),
  z.object({ kind: z.literal('menu'), as, channelId, name: z.string(), target: z.string() }),
  z.object({ kind: z.literal('click'), as, messageId, customId }),
  z.object({ kind: z.literal('select'), as, messageId, customId, values: z.array(z.string()) }),
  z.object({
    kind: z.literal('submit'),
    as,
    modalId: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ kind: z.literal('dismiss'), messageId }),
  z.object({
    kind: z.literal('play'),
    player: z.string(),
    how: z.enum(['unlock', 'beat', 'master', 'beat-six']),
  }),
  z.object({ kind: z.literal('rename'), player: z.string() }),
  z.object({ kind: z.literal('motto'), player: z.string(), motto: z.string().max(50) }),
  z.object({ kind: z.literal('fault'), id: z.string(), on: z.boolean() }),
  z.object({ kind: z.literal('bot'), what: z.enum(['restart', 'start', 'kill']) }),
  z.object({ kind: z.literal('later'), hours: z.int().positive().max(24) }),
  z.object({ kind: z.literal('language'), locale: z.string().max(10) }),
]);
