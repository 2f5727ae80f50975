import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import type { Mention } from '#src/messages/mentions.ts';
import type { Decision, StoredData } from '#src/people/personal-data.ts';

import { staysInChannels } from './delete-data.ts';

/** Says that everything was deleted, and what goes on without it. */
export function deletedNotice(data: StoredData, t: Translate, mention: Mention): string {
  const { isDenied, link, manages } = data;
  const player = escapeMarkdown(link?.name ?? '');
  return t.sentences([
    isDenied ? t('privacy.deletedDenied', { player }) : t('privacy.deleted'),
    ...(staysInChannels(data) > 0
      ? [t('privacy.deletedAnnounced', { player, privacy: mention('privacy') })]
      : []),
    ...(manages.length > 0
      ? [t('privacy.deletedManager', { setup: mention('announcements setup') })]
      : []),
  ]);
}

/** Says that an account is never announced again. */
export function deniedNotice({ name, count }: Decision, t: Translate): string {
  return t.sentences([
    t('privacy.nowDenied', { player: escapeMarkdown(name) }),
    ...(count > 0 ? [t('privacy.removedFrom', { count })] : []),
  ]);
}

/** Says that an account can be announced again. */
export function allowedNotice({ name, count }: Decision, t: Translate): string {
  return t.sentences([
    t('privacy.nowAllowed', { player: escapeMarkdown(name) }),
    ...(count > 0 ? [t('privacy.shownAgain', { count })] : []),
  ]);
}
