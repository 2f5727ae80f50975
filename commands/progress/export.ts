import type { Services } from '#commands/services.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import { failureSentence } from '#src/messages/failures.ts';
import { escapeMarkdown, relativeTime } from '#src/messages/markdown.ts';
import type { LibraryUpdate } from '#src/progress/libraries.ts';
import type { LibraryEntry } from '#src/progress/library.ts';
import type { LibraryCustomId } from '#src/progress/messages/custom-id.ts';
import { exportFile } from '#src/progress/messages/export-file.ts';
import type { ExportFormat, ExportRow } from '#src/progress/messages/export-file.ts';
import { selectEntries } from '#src/progress/query/select.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { systemShortName } from '#src/retroachievements/system.ts';

/** Sends what the page's query shows, all pages of it, as a file. */
export async function exportLibrary(
  { answer, caller, services }: Use<Services>,
  { player, query }: LibraryCustomId,
  format: ExportFormat,
): Promise<void> {
  const update = await answer.whileWaiting(wholeLibrary(services, player));
  const { library } = update;
  const rows = selectEntries(library, query).map(toExportRow);
  const t = services.translate(caller.locale);
  const { name } = library.player;
  const lines = [
    t('library.export', {
      count: rows.length,
      player: escapeMarkdown(name),
      format: format.toUpperCase(),
    }),
    ...('failure' in update
      ? [
          t('library.exportOutdated', {
            age: relativeTime(library.fetchedAt),
            reason: failureSentence(update.failure, services.clock.now(), t),
          }),
        ]
      : []),
  ];
  const content = lines.join('\n');
  await answer.show(
    toMessage({ content }, [
      { name: `${name}-progress.${format}`, data: exportFile(rows, format) },
    ]),
  );
}

/** @throws UnknownPlayer, RetroAchievementsError: half a library is no export. */
async function wholeLibrary({ libraries }: Services, player: PlayerRef): Promise<LibraryUpdate> {
  const fresh = libraries.peek(player);
  if (fresh) return { phase: 'ready', library: fresh };
  let newest: LibraryUpdate | undefined;
  for await (const update of libraries.open(player)) newest = update;
  if (!newest) throw new Error('A library ended before it began');
  if (newest.phase === 'halted') throw new RetroAchievementsError(newest.failure);
  return newest;
}

function toExportRow({ game, ...entry }: LibraryEntry): ExportRow {
  return {
    id: game.id,
    title: game.title,
    system: systemShortName(game.systemId, game.systemName),
    award: entry.award,
    awardedAt: entry.awardedAt,
    awarded: entry.awarded,
    awardedHardcore: entry.awardedHardcore,
    possible: entry.possible,
    lastUnlockAt: entry.lastUnlockAt,
  };
}
