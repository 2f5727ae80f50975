import type { Attachment, DiscordMessage } from '#loopback/discord/entities.ts';
import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import type { MessageEvent } from '#loopback/discord/world.ts';

import { messageView } from './message-view.ts';
import type { MessageView, Update } from './page/wire.ts';

/** Messages kept over all channels. */
const LIMIT = 200;

/** The current messages, also for pages that open later. */
export class Timeline {
  readonly #discord: LoopbackDiscord;
  readonly #send: (update: Update) => void;
  readonly #shown = new Map<string, { message: DiscordMessage; view: MessageView }>();

  constructor(discord: LoopbackDiscord, send: (update: Update) => void) {
    this.#discord = discord;
    this.#send = send;
    discord.events.on('message', (event) => this.#take(event));
  }

  get views(): MessageView[] {
    return [...this.#shown.values()].map(({ view }) => view);
  }

  original(id: string): DiscordMessage | undefined {
    return this.#shown.get(id)?.message;
  }

  attachment(id: string): Attachment | undefined {
    return [...this.#shown.values()]
      .flatMap(({ message }) => message.attachments)
      .find((attachment) => attachment.id === id);
  }

  /** Removes a message from the page only, as dismissing an ephemeral one does. */
  dismiss(id: string): void {
    if (this.#shown.delete(id)) this.#send({ kind: 'gone', messageId: id });
  }

  #take({ kind, message, visibleTo }: MessageEvent): void {
    if (kind === 'deleted') return this.dismiss(message.id);
    if (kind === 'updated' && !this.#shown.has(message.id)) return undefined;
    const view = messageView(message, visibleTo, this.#discord);
    this.#shown.set(message.id, { message, view });
    this.#send({ kind: 'message', message: view });
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > LIMIT && oldest !== undefined) this.dismiss(oldest);
    return undefined;
  }
}
