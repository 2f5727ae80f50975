import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Command, Use } from '#src/discord/interactions/command.ts';
import type { Caller } from '#src/discord/interactions/interaction.ts';
import { Refusal } from '#src/messages/refusal.ts';
import type { Link } from '#src/people/links.ts';
import {
  checkMessage,
  LINK_PREFIX,
  linkMessage,
  parseLinkCustomId,
} from '#src/people/messages/link.ts';
import type { People } from '#src/people/people.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

import { suggestForLibrary } from './library-options.ts';
import { playerFrom } from './player-option.ts';
import type { Services } from './services.ts';

/** `/link`: remembers who the caller is on RetroAchievements. */
export const link: Command<Services> = {
  ...defineCommand({
    definition: {
      name: 'link',
      description: 'Link your RetroAchievements account, so you can leave out your username',
      ...EVERYWHERE,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'user',
          description: 'Your RetroAchievements username or profile link',
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
          return {
            ownerId: id.ownerId,
            aside: false,
            run: (use) => use.answer.showWhenReady(checked(use, id.ulid)),
          };
        },
      },
    ],
  }),
  isPrivate: true,
};

async function linked({ caller, services }: Use<Services>, typed: string) {
  if (typed.trimStart().startsWith('<@')) throw new Refusal('link.mention');
  const ref = playerFrom(typed);
  const people = await services.people();
  const own = await people.linking.link(caller.id, ref);
  // Until the account is verified, this shows nobody.
  if (caller.guildId !== null) {
    await people.members.join(caller.guildId, caller.id, services.clock.now());
  }
  return linkMessage(own, await wordsFor(services, people, caller, own));
}

async function checked({ caller, services }: Use<Services>, ulid: Ulid) {
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
