import type { Channel } from '#loopback/discord/entities.ts';
import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import { buttonsOf } from '#loopback/discord/people/components.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import { pollsAnswered } from '#test/e2e/moments.ts';
import type { Stage } from '#test/e2e/stage.ts';

export const MORE_PLAYERS = 30;
const TRACKED_AT_ONCE = 20;

const DENY = 'Never announce me';

/** Who has what: `channel` is live. */
export type Furniture = {
  readonly owner: Person;
  readonly quiet: Person;
  readonly channel: Channel;
  readonly weekly: Channel;
};

let lastGame = 800_000;

/**
 * A live feed with many players, a weekly one with awards that wait, members on the leaderboard, and a player who is never
 * announced. What of it is there already stays. The site has Fuzzy, Other, Quiet, and Player0 to Player29.
 */
export async function furnish(
  stage: Stage,
  { owner, quiet, channel, weekly }: Furniture,
): Promise<void> {
  const { site } = stage;
  const names = Array.from({ length: MORE_PLAYERS }, (_, n) => `Player${n}`);
  await use(owner, 'announcements setup', { channel, schedule: 'live', kinds: 'all' });
  await use(owner, 'announcements setup', { channel: weekly, schedule: 'weekly' });
  for (const user of [names.slice(0, TRACKED_AT_ONCE), names.slice(TRACKED_AT_ONCE)]) {
    await use(owner, 'announcements track', { channel, user: user.join(' ') });
  }
  await use(owner, 'announcements track', { channel: weekly, user: 'Fuzzy Other' });
  await verify(stage, owner, 'Fuzzy');
  await verify(stage, quiet, 'Quiet');
  const privacy = await use(quiet, 'privacy');
  if (buttonsOf(privacy).some(({ label }) => label === DENY)) {
    await (await quiet.click(privacy, DENY)).until(({ content }) => content !== '');
  }
  await pollsAnswered(stage, 1);
  for (const name of ['Fuzzy', 'Other', 'Player0', 'Player1']) {
    lastGame += 1;
    site.award(name, lastGame, 'mastered');
  }
  await pollsAnswered(stage, 2);
}

async function verify({ site }: Stage, person: Person, user: string): Promise<void> {
  const said = await use(person, 'link', { user });
  const code = /CPL-\w{8}/.exec(said.content)?.[0];
  if (code === undefined) return;
  site.player(user).motto = code;
  const checked = await person.click(said, 'Check');
  await checked.until(({ components }) => components.length === 0);
}

async function use(person: Person, name: string, values: OptionValues = {}) {
  const shown = await person.command(name, values);
  return shown.answer();
}
