import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Command, Use } from '#src/discord/interactions/command.ts';
import type { Caller } from '#src/discord/interactions/interaction.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import {
  checkMessage,
  LINK_PREFIX,
  linkMessage,
  parseLinkCustomId,
  replaceMessage,
} from '#src/people/messages/link.ts';
import type { LinkCustomId } from '#src/people/messages/link.ts';
import type { People } from '#src/people/people.ts';
import type { Link } from '#src/people/tables/links.ts';
import type { PlayerRef, Ulid } from '#src/retroachievements/player.ts';

import { suggestForLibrary } from './library-options.ts';
import { ownPlayerFrom } from './player-option.ts';
import type { Services } from './services.ts';

/** `/link`: remembers who the caller is on RetroAchievements. */
export const link: Command<Services> = {
  ...defineCommand({
    definition: {
      name: 'link',
      description: 'command.link',
      ...EVERYWHERE,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'user',
          description: 'option.ownUser',
          required: true,
          autocomplete: true,
        },
      ],
    },
    run: (use: Use<Services>, options) => use.answer.showWhenReady(linked(use, options.user)),
    autocomplete: suggestForLibrary,
    components: [
      {
        prefix: LINK_PREFIX,
        parse({ customId }) {
          const id = parseLinkCustomId(customId);
          if (!id) return null;
          const run = (use: Use<Services>) => use.answer.showWhenReady(pressed(use, id));
          return { ownerId: id.ownerId, aside: false, run };
        },
      },
    ],
  }),
  isPrivate: true,
};

async function linked(use: Use<Services>, typed: string): Promise<MessageBody> {
  return linkTo(use, ownPlayerFrom(typed, use.caller.id));
}

/** @param isSure whether they give up another account that they have verified */
async function linkTo(
  { caller, services }: Use<Services>,
  ref: PlayerRef,
  isSure = false,
): Promise<MessageBody> {
  const people = await services.people();
  const { link: own, other, formerName } = await people.linking.link(caller.id, ref, isSure);
  if (other) return replaceMessage(own, other, services.translate(caller.locale));
  // Until the account is verified, this shows nobody. Who has left stays away.
  const { guildId, id } = caller;
  if (guildId !== null && caller.hasBot && !(await people.members.choiceOf(guildId, id))) {
    await people.members.join(guildId, id, services.clock.now());
  }
  return linkMessage(own, { ...(await wordsFor(services, people, caller, own)), formerName });
}

async function pressed(
  use: Use<Services>,
  { action, ownerId, ulid }: LinkCustomId,
): Promise<MessageBody> {
  // It asks about the owner's link.
  if (action !== 'check' && use.caller.id !== ownerId) throw goneLink();
  switch (action) {
    case 'check':
      return checked(use, ulid);
    case 'replace':
      return linkTo(use, { kind: 'ulid', ulid }, true);
    case 'keep':
      return kept(use);
  }
}

/** The link as it is. @throws Refusal if it's gone */
async function kept({ caller, services }: Use<Services>): Promise<MessageBody> {
  const people = await services.people();
  const own = await people.linking.linkOf(caller.id);
  if (!own) throw goneLink();
  return linkMessage(own, await wordsFor(services, people, caller, own));
}

function goneLink(): Refusal {
  return new Refusal('link.gone', { link: command('link') });
}

async function checked({ caller, services }: Use<Services>, ulid: Ulid): Promise<MessageBody> {
  const people = await services.people();
  const result = await people.linking.check(caller.id, ulid);
  return checkMessage(result, await wordsFor(services, people, caller, result.link));
}

async function wordsFor(
  { mention, translate }: Services,
  { denials, members }: People,
  { guildId, id, locale }: Caller,
  { ulid }: Link,
) {
  const isDenied = await denials.has(ulid);
  const isOnLeaderboard =
    guildId !== null && (await members.choiceOf(guildId, id)) === 'joined' && !isDenied;
  return { mention, t: translate(locale), isDenied, isOnLeaderboard };
}
