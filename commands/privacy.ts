import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Command, Use } from '#src/discord/interactions/command.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { dataFileMessage } from '#src/people/messages/data-file.ts';
import { deletionMessage } from '#src/people/messages/delete-data.ts';
import {
  allowedNotice,
  deletedNotice,
  deniedNotice,
} from '#src/people/messages/privacy-notices.ts';
import {
  parsePrivacyCustomId,
  PRIVACY_PREFIX,
  privacyMessage,
} from '#src/people/messages/privacy.ts';
import type { PrivacyAction } from '#src/people/messages/privacy.ts';
import { createPersonalData } from '#src/people/personal-data.ts';
import type { PersonalData } from '#src/people/personal-data.ts';

import type { PrivacyServices } from './services.ts';

type PrivacyUse = Use<PrivacyServices>;

/** `/privacy`: what is stored about the caller, and what they decide about it. */
export const privacy: Command<PrivacyServices> = {
  ...defineCommand({
    definition: {
      name: 'privacy',
      description: 'command.privacy',
      ...EVERYWHERE,
    },
    run: (use: PrivacyUse) => use.answer.showWhenReady(shown(use)),
    components: [
      {
        prefix: PRIVACY_PREFIX,
        parse({ customId }) {
          const id = parsePrivacyCustomId(customId);
          if (!id) return null;
          // Someone else who presses it sees their own data.
          const { ownerId, action } = id;
          return { ownerId, aside: action === 'download', run: (use) => act(use, ownerId, action) };
        },
      },
    ],
  }),
  isPrivate: true,
};

async function act(use: PrivacyUse, ownerId: string, action: PrivacyAction): Promise<void> {
  const { answer, caller } = use;
  if (caller.id !== ownerId) return answer.showWhenReady(shown(use));
  switch (action) {
    case 'download':
      return answer.show(await answer.whileWaiting(dataFile(use)));
    case 'delete':
      return answer.showWhenReady(askToDelete(use));
    case 'keep':
      return answer.showWhenReady(shown(use, textsOf(use)('privacy.kept')));
    case 'confirm':
    case 'deny':
    case 'allow':
      return answer.showWhenReady(decide(use, action));
  }
}

async function decide(use: PrivacyUse, action: 'allow' | 'confirm' | 'deny'): Promise<MessageBody> {
  const { id } = use.caller;
  const { mention } = use.services;
  const data = await personalData(use);
  const t = textsOf(use);
  switch (action) {
    case 'confirm':
      return shown(use, deletedNotice(await data.delete(id), t, mention));
    case 'deny':
      return shown(use, deniedNotice(await data.deny(id), t));
    case 'allow':
      return shown(use, allowedNotice(await data.allow(id), t));
  }
}

async function askToDelete(use: PrivacyUse): Promise<MessageBody> {
  const data = await personalData(use);
  return deletionMessage(await data.of(use.caller.id), textsOf(use)) ?? shown(use);
}

async function dataFile(use: PrivacyUse) {
  const { id } = use.caller;
  const data = await personalData(use);
  return dataFileMessage(...(await Promise.all([data.of(id), data.gamesOf(id)])), textsOf(use));
}

async function shown(use: PrivacyUse, notice: string | null = null): Promise<MessageBody> {
  const { caller, services } = use;
  const data = await personalData(use);
  const options = {
    t: textsOf(use),
    guildId: caller.guildId,
    policyUrl: services.policyUrl,
    now: services.clock.now(),
  };
  return privacyMessage(await data.of(caller.id), options, notice);
}

async function personalData({ services }: PrivacyUse): Promise<PersonalData> {
  const { recentPlayers } = services;
  const people = await services.people();
  return createPersonalData({ people, feeds: await services.peopleInFeeds(), recentPlayers });
}

function textsOf({ caller, services }: PrivacyUse): Translate {
  return services.translate(caller.locale);
}
