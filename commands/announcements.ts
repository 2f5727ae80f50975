import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';

import { defineGroup } from '#src/discord/interactions/command.ts';

import { fullListComponent } from './announcements/full-list.ts';
import { invite, inviteComponent } from './announcements/invite.ts';
import { list, listComponent } from './announcements/list.ts';
import { pause } from './announcements/pause.ts';
import { remove, removeComponent } from './announcements/remove.ts';
import { resume } from './announcements/resume.ts';
import { sample } from './announcements/sample.ts';
import { setup } from './announcements/setup.ts';
import { status } from './announcements/status.ts';
import { takeAlongComponent } from './announcements/take-along.ts';
import { track } from './announcements/track.ts';
import { untrack } from './announcements/untrack.ts';

/** `/announcements`: how a server's managers set up its feeds. */
export const announcements = defineGroup({
  definition: {
    name: 'announcements',
    description: 'command.announcements',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  isPrivate: true,
  subcommands: [setup, track, untrack, invite, list, status, sample, pause, resume, remove],
  components: [
    inviteComponent,
    listComponent,
    removeComponent,
    takeAlongComponent,
    fullListComponent,
  ],
});
