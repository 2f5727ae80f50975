import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';

import { defineGroup } from '#src/discord/interactions/command-group.ts';

import { digestListComponent } from './announcements/digest-list.ts';
import { list, listComponent } from './announcements/list.ts';
import { pause } from './announcements/pause.ts';
import { remove, removeComponent } from './announcements/remove.ts';
import { resume } from './announcements/resume.ts';
import { setup } from './announcements/setup.ts';
import { status } from './announcements/status.ts';
import { test } from './announcements/test.ts';
import { track } from './announcements/track.ts';
import { untrack } from './announcements/untrack.ts';

/** `/announcements`: what a server's managers say about the games that are announced in it. */
export const announcements = defineGroup({
  definition: {
    name: 'announcements',
    description: 'Announce the games that players beat and master',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  // What managers arrange is nobody else's business.
  isPrivate: true,
  subcommands: [setup, track, untrack, list, status, test, pause, resume, remove],
  components: [listComponent, removeComponent, digestListComponent],
});
