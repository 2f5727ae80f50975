import { onTestFinished } from 'vitest';

import type { Services } from '#commands/services.ts';
import { createComparisons } from '#src/comparison/kept-comparisons.ts';
import type { AnswerMode } from '#src/discord/interactions/answer-requests.ts';
import { Answer } from '#src/discord/interactions/answer.ts';
import type { Command } from '#src/discord/interactions/command.ts';
import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { createPeople } from '#src/people/people.ts';
import type { People } from '#src/people/people.ts';
import { createExportQueue } from '#src/progress/export-queue.ts';
import { createFileLimit } from '#src/progress/file-limit.ts';
import { createLibraryPages } from '#src/progress/pages.ts';
import { createRecentPlayers } from '#src/progress/recent-players.ts';
import { createRefreshLimit } from '#src/progress/refresh-limit.ts';
import { createStatisticsPictures } from '#src/statistics/statistics-pictures.ts';
import { callerOf } from '#test/discord/interactions/caller.ts';
import { ADDRESS, createRecordingApi } from '#test/discord/interactions/recording-api.ts';
import { createLibraryStack, createScriptedSite, maxMilyin } from '#test/progress/scripted-site.ts';
import { openTestStore } from '#test/support/store.ts';

export const ME = callerOf('1');
export const YOU = callerOf('2');
const REPLY: AnswerMode = { kind: 'reply', ephemeral: false };

/** With a database of their own, gone at the end of the test. */
export async function openPeople(
  options: Omit<Parameters<typeof createPeople>[0], 'store'>,
): Promise<People> {
  const store = await openTestStore('sqlite');
  onTestFinished(() => store[Symbol.asyncDispose]());
  return createPeople({ ...options, store });
}

/** Everything that commands work with, on a scripted site that has MaxMilyin, and with a stopped clock. */
export function startBot(gameCount = 30, translate = createTranslations()) {
  const account = maxMilyin(gameCount);
  const site = createScriptedSite(account);
  const { libraries, players, clock } = createLibraryStack(site);
  const live = createLiveMessages();
  let people: Promise<People> | undefined;
  const painter = { draw: async () => Buffer.from('picture') };
  const services: Services = {
    libraries,
    pages: createLibraryPages({ mediaUrl: 'https://media.example', translate }),
    comparisons: createComparisons(),
    players,
    recentPlayers: createRecentPlayers(),
    people: () => (people ??= openPeople({ players, clock })),
    exports: createExportQueue({ clock }),
    exportLimit: createFileLimit(clock),
    pictures: createStatisticsPictures({ painter, clock }),
    pictureLimit: createFileLimit(clock),
    refreshes: createRefreshLimit(clock),
    clock,
    random: () => 0,
    mediaUrl: 'https://media.example',
    policyUrl: null,
    trackedNamesIn: async () => [],
    translate,
    mention: (name) => `</${name}:5>`,
    status: () => ({
      version: '1.2.3',
      startedAt: clock.now(),
      gatewayLatencyMs: null,
      site: { lastAnswerAt: null, failingSince: null },
      libraries: libraries.holdings(),
    }),
  };
  const api = createRecordingApi();
  const answerTo = (mode: AnswerMode = REPLY) => new Answer(ADDRESS, mode, { api, live, clock });
  const run = (
    command: Command<Services>,
    options: Parameters<Command<Services>['run']>[1] = {},
    caller = ME,
  ) => command.run({ caller, answer: answerTo(), services }, options);
  return { account, site, players, clock, services, api, live, answerTo, run };
}
