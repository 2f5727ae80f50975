import type { Answer } from '#src/discord/interactions/answer.ts';
import { toMessage } from '#src/discord/message.ts';
import type { MessageBody } from '#src/discord/message.ts';

/** Shows what comes of something that may take a while: the database, Discord or the site is asked. */
export async function reply(answer: Answer, work: Promise<MessageBody>): Promise<void> {
  await answer.show(toMessage(await answer.whileWaiting(work)));
}
