import type { Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import { failureSentence } from '#src/messages/failures.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, relativeTime } from '#src/messages/markdown.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import type { ExportQueue } from './export-queue.ts';
import type { FileLimit } from './file-limit.ts';
import type { Libraries } from './libraries.ts';
import type { LibraryQuery } from './query/query.ts';
import { selectEntries } from './query/select.ts';
import { wholeLibrary } from './whole-library.ts';
import type { ExportFormat } from './write-export.ts';

type ExportTarget = { readonly player: PlayerRef; readonly query: LibraryQuery };

type ExportServices = {
  readonly libraries: Pick<Libraries, 'fresh' | 'open'>;
  readonly exportLimit: FileLimit;
  readonly exports: ExportQueue;
  readonly clock: Clock;
  readonly translate: (locale: string) => Translate;
};

/** Sends all games of a query as a file, unless the caller has had too many. */
export async function sendExport(
  use: Use<ExportServices>,
  target: ExportTarget,
  format: ExportFormat,
): Promise<void> {
  const { answer, caller, services } = use;
  const { exportLimit } = services;
  const againAt = exportLimit.againAt(caller.id);
  if (againAt !== null) {
    const when = relativeTime(againAt);
    const content = services.translate(caller.locale)('library.exportedALot', { when });
    return answer.notice(toMessage({ content }));
  }
  return exportLimit.count(caller.id, () => sendFile(use, target, format));
}

async function sendFile(
  { answer, caller, services }: Use<ExportServices>,
  { player, query }: ExportTarget,
  format: ExportFormat,
): Promise<void> {
  const update = await answer.whileWaiting(wholeLibrary(services.libraries, player, caller.id));
  const { library } = update;
  const entries = selectEntries(library, query);
  const t = services.translate(caller.locale);
  const { name } = library.player;
  const lines = [
    t('library.export', {
      count: entries.length,
      player: escapeMarkdown(name),
      format: format.toUpperCase(),
    }),
  ];
  if ('failure' in update) {
    const reason = failureSentence(update.failure, services.clock.now(), t);
    lines.push(t('library.exportOutdated', { age: relativeTime(library.fetchedAt), reason }));
  }
  const data = await answer.whileWaiting(services.exports.file(entries, format));
  using _ = await answer.whileWaiting(services.exports.turnToSend());
  const file = { name: `${fileName(name)}-progress.${format}`, data };
  await answer.show(toMessage({ content: lines.join('\n') }, [file]));
}

/** A name's letters and digits: all that file systems agree on. */
function fileName(playerName: string): string {
  return playerName.replaceAll(/[^\p{L}\p{Nd}]/gu, '') || 'player';
}
