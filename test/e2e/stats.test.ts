import { spawnSync } from 'node:child_process';

import { beforeAll, describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { expectedSummary } from '#test/progress/independent.ts';

import { descriptionOf, lookOf, openLibrary, pageFor, readPage } from './library-page.ts';
import { failFor } from './site-faults.ts';
import { Stage, useStage } from './stage.ts';

// Every copy is out of date at once: what is shown was asked for.
const stage = useStage({ env: { CACHE_TTL_SECONDS: '0' } });
const DOWN = 'RetroAchievements is down right now';
const PNG = '89504e470d0a1a0a';
/** As systemd's `DynamicUser` may be: unknown to the machine, and without a home. */
const [SETPRIV, ...HOMELESS] = [
  'setpriv',
  '--reuid=62627',
  '--regid=62627',
  '--clear-groups',
  'env',
  '--unset=HOME',
] as const;
const cannotBeHomeless =
  process.getuid?.() !== 0 || spawnSync(SETPRIV, [...HOMELESS, 'true']).status !== 0;
let player: SitePlayer;
let alice: Person;
let bob: Person;

beforeAll(() => {
  player = stage().addPlayer('MaxMilyin', 1287);
  alice = stage().person('alice');
  bob = stage().person('bob');
});

async function pictureOf(message: DiscordMessage): Promise<Buffer> {
  const [file] = message.attachments;
  if (!file) throw new Error('There is no picture');
  return Buffer.from(await (await fetch(file.url)).arrayBuffer());
}

const isStatistics = (message: DiscordMessage) => descriptionOf(message).includes('Top systems');

async function ask(options: Readonly<Record<string, string | boolean>> = {}) {
  const shown = await alice.command('stats', { user: 'MaxMilyin', ...options });
  return shown.until(isStatistics);
}

describe('/stats', () => {
  test('is a picture with a description, and the same facts as text', async () => {
    const message = await ask();
    const [embed] = message.embeds;
    expect(embed?.author?.name).toBe('MaxMilyin');
    const { mastered, played = 0 } = expectedSummary(player.games);
    expect(descriptionOf(message)).toContain(`**${played.toLocaleString('en')}** played`);
    expect(descriptionOf(message)).toContain(`**${mastered}** mastered`);
    const [file, ...others] = message.attachments;
    expect(others).toEqual([]);
    expect(file?.filename).toBe('stats.png');
    expect(file?.description).toMatch(
      /^Statistics of MaxMilyin on RetroAchievements, 1,287 games\./,
    );
    expect(embed?.image?.url).toBe(file?.url);
    const png = await pictureOf(message);
    expect(png.subarray(0, 8).toString('hex')).toBe(PNG);
    expect(png.readUInt32BE(16)).toBe(1000);
    expect(message.flags & 64).toBe(0);
  });

  test('is for the caller alone with private, and works the same in a direct message', async () => {
    const message = await ask({ private: true });
    expect(message.flags & 64).toBe(64);
    const shown = await alice.command('stats', { user: 'MaxMilyin' }, { where: 'dm' });
    expect((await shown.until(isStatistics)).attachments).toHaveLength(1);
  });

  test('opens the library as a separate message, even after a restart', async () => {
    const message = await ask();
    const before = lookOf(message);
    await stage().bot.kill();
    await stage().startBot();
    const shown = await alice.click(message, 'Library');
    const page = await shown.answer();
    expect(page.id).not.toBe(message.id);
    expect(shown.ephemeral).toBe(false);
    await shown.until((now) => readPage(now).games.length === 10);
    expect(readPage(page).games).toEqual(pageFor(player, 1).games);
    const theirs = await bob.click(message, 'Library');
    await theirs.answer();
    expect(theirs.ephemeral).toBe(true);
    expect(lookOf(message)).toEqual(before);
  });

  test('says why there is nothing to show', async () => {
    const nobody = await alice.command('stats', { user: 'NobodyAtAll' });
    expect((await nobody.told()).content).toContain('no player called **NobodyAtAll**');
    stage().site.addPlayer({ name: 'NoGames', games: [] });
    const empty = await alice.command('stats', { user: 'NoGames' });
    expect((await empty.told()).content).toContain('No games yet.');
    const unlinked = await alice.command('stats', {});
    expect((await unlinked.told()).content).toMatch(/<\/stats:\d+>/);
  });

  test('while the site is down, shows the saved copy with its age, or says so to the caller alone', async () => {
    const other = stage().addPlayer('Known', 40);
    const first = await alice.command('stats', { user: 'Known' });
    await first.until(isStatistics);
    const fault = failFor(stage().site, other, { kind: 'status', status: 522 });
    const shown = await alice.command('stats', { user: 'Known' });
    const message = await shown.until(isStatistics);
    expect(descriptionOf(message)).toMatch(/⚠️ Saved copy from <t:\d+:R>\. /);
    expect(descriptionOf(message)).toContain(DOWN);
    expect(message.attachments).toHaveLength(1);
    fault.release();

    const unseen = stage().addPlayer('Unseen', 700);
    const late = failFor(
      stage().site,
      unseen,
      { kind: 'status', status: 522 },
      { endpoint: 'API_GetUserCompletionProgress', offset: 500 },
    );
    const failed = await alice.command('stats', { user: 'Unseen' });
    const told = await failed.told();
    expect(told.content).toContain(DOWN);
    expect(told.flags & 64).toBe(64);
    late.release();
  });
});

async function openedByAlice(options: Readonly<Record<string, string | boolean>> = {}) {
  const message = await openLibrary(alice, { user: 'MaxMilyin', ...options });
  return { message, before: agelessLook(message) };
}

/** A page may be an older copy at first; what it shows is the same then. */
function agelessLook(message: DiscordMessage): string {
  return JSON.stringify(lookOf(message)).replace(/Updated <t:\d+:R>/, 'Updated');
}

describe('the button Stats under a library page', () => {
  test('sends a new message that everyone sees, even after a restart', async () => {
    const { message, before } = await openedByAlice();
    await stage().bot.kill();
    await stage().startBot();
    const shown = await alice.click(message, 'Stats');
    const answer = await shown.until(isStatistics);
    expect(answer.id).not.toBe(message.id);
    expect(shown.ephemeral).toBe(false);
    expect(answer.attachments.map(({ filename }) => filename)).toEqual(['stats.png']);
    expect(agelessLook(message)).toEqual(before);
  });

  test('stays private under a private page', async () => {
    const { message } = await openedByAlice({ private: true });
    const shown = await alice.click(message, 'Stats');
    await shown.until(isStatistics);
    expect(shown.ephemeral).toBe(true);
  });

  test('gives someone else a reply that only they see', async () => {
    const { message, before } = await openedByAlice();
    const shown = await bob.click(message, 'Stats');
    await shown.until(isStatistics);
    expect(shown.ephemeral).toBe(true);
    expect(agelessLook(message)).toEqual(before);
  });
});

test.skipIf(cannotBeHomeless)(
  'a bot whose user has no home draws pictures, too (needs to be root, and setpriv)',
  async () => {
    await using homeless = await Stage.open({
      env: { DATABASE_URL: 'sqlite::memory:' },
      isDirect: true,
      through: [SETPRIV, ...HOMELESS],
    });
    homeless.addPlayer('MaxMilyin', 12);
    const shown = await homeless.person('alice').command('stats', { user: 'MaxMilyin' });
    const message = await shown.until(isStatistics);
    expect(message.attachments.map(({ filename }) => filename)).toEqual(['stats.png']);
  },
);
