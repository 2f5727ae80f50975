import { randomBytes } from 'node:crypto';

import { invalidWebhookToken, unknownWebhook } from './api-error.ts';
import type { DiscordMessage, InteractionMetadata } from './entities.ts';
import type { Choice, Modal } from './wire.ts';
import type { World } from './world.ts';

/** Deadline for the first response. */
export const CALLBACK_DEADLINE_MS = 3000;
const TOKEN_LIFETIME_MS = 15 * 60_000;

export const InteractionType = { Command: 2, Component: 3, Autocomplete: 4, Modal: 5 } as const;

/** An interaction and what the bot did with it. */
export type InteractionRecord = {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  /** ms since 1970, by the loopback's clock. */
  readonly createdAt: number;
  readonly metadata: InteractionMetadata;
  /** The message whose component was used or whose modal was submitted. */
  readonly source: DiscordMessage | undefined;
  /** Settled by the callback. */
  readonly acknowledged: PromiseWithResolvers<Acknowledgement>;
  acknowledgement: Acknowledgement | undefined;
  /** What `@original` means. */
  original: DiscordMessage | undefined;
  readonly followups: DiscordMessage[];
  modal: Modal | undefined;
  choices: Choice[] | undefined;
};

export type Acknowledgement = { type: number; afterMs: number };

export type NewInteraction = Pick<
  InteractionRecord,
  'type' | 'userId' | 'channelId' | 'guildId' | 'metadata' | 'source' | 'id'
>;

/** Recent interactions by their secret token. */
export class Interactions {
  readonly #world: World;
  readonly #byToken = new Map<string, InteractionRecord>();

  constructor(world: World) {
    this.#world = world;
  }

  open(fields: NewInteraction): InteractionRecord {
    this.#forgetOld();
    const secret = `interaction:${fields.id}:${randomBytes(60).toString('base64url')}`;
    const acknowledged = Promise.withResolvers<Acknowledgement>();
    // Nobody may be waiting, and an unhandled rejection would end the process.
    acknowledged.promise.catch(() => undefined);
    const interaction: InteractionRecord = {
      ...fields,
      token: Buffer.from(secret).toString('base64url'),
      createdAt: this.#world.now(),
      acknowledged,
      acknowledgement: undefined,
      original: undefined,
      followups: [],
      modal: undefined,
      choices: undefined,
    };
    this.#byToken.set(interaction.token, interaction);
    return interaction;
  }

  find(token: string): InteractionRecord | undefined {
    return this.#byToken.get(token);
  }

  /** The interaction of a webhook token. Valid once acknowledged, and for 15 minutes. */
  webhook(applicationId: string, token: string): InteractionRecord {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || applicationId !== this.#world.identity.applicationId) {
      throw unknownWebhook();
    }
    if (this.#isOver(interaction)) throw invalidWebhookToken();
    if (interaction.acknowledgement === undefined) throw unknownWebhook();
    return interaction;
  }

  #isOver({ createdAt }: InteractionRecord): boolean {
    return this.#world.now() - createdAt > TOKEN_LIFETIME_MS;
  }

  /** Keeps tokens for twice their lifetime, to tell an expired one from an unknown one. */
  #forgetOld(): void {
    for (const [token, { createdAt }] of this.#byToken) {
      if (this.#world.now() - createdAt <= 2 * TOKEN_LIFETIME_MS) return;
      this.#byToken.delete(token);
    }
  }
}
