import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Command, Use } from '#src/discord/interactions/command.ts';
import {
  checkMessage,
  LINK_PREFIX,
  linkMessage,
  parseLinkCustomId,
} from '#src/people/messages/link.ts';
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
  const ref = playerFrom(typed);
  const { linking } = await services.people();
  return linkMessage(await linking.link(caller.id, ref), words(services, caller.locale));
}

async function checked({ caller, services }: Use<Services>, ulid: Ulid) {
  const { linking } = await services.people();
  return checkMessage(await linking.check(caller.id, ulid), words(services, caller.locale));
}

function words({ mention, translate }: Services, locale: string) {
  return { mention, t: translate(locale) };
}
