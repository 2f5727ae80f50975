import type { DiscordMessage } from '#loopback/discord/entities.ts';
import { CALLBACK_DEADLINE_MS } from '#loopback/discord/interactions.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { Shown } from '#loopback/discord/people/shown.ts';
import { descriptionOf, isWhole, openLibrary, pageFor, readPage } from '#test/e2e/library-page.ts';

import { answerIn, textShown } from './outcomes.ts';
import type { Answer, Odd } from './outcomes.ts';
import { KNOWN } from './scene.ts';
import type { Scene } from './scene.ts';

export const PEOPLE = {
  click: 'Turn a page',
  load: '`/progress`, a player never seen before',
  refresh: 'Refresh',
  picture: '`/stats`',
  leaderboard: '`/leaderboard`',
  game: '`/game`',
  link: '`/link`',
  check: 'Check (verify a link)',
} as const;

export type PeopleActivity = keyof typeof PEOPLE;

/** Someone about to do something, prepared while everything works. */
type Ready = {
  readonly act: () => Promise<Shown>;
  readonly isDone: (message: DiscordMessage, shown: Shown) => boolean;
};

type Prepare = (setting: {
  readonly stage: Scene['stage'];
  readonly person: Person;
  /** Sets apart what is done again. */
  readonly round: number;
}) => Ready | Promise<Ready>;

const SIZE = 45;

const PREPARATIONS: Readonly<Record<PeopleActivity, Prepare>> = {
  click: async ({ stage, person, round }) => {
    const player = stage.addPlayer(`Turned${round}`, SIZE);
    const message = await openLibrary(person, { user: player.name });
    const page = JSON.stringify(pageFor(player, 2));
    return {
      act: () => person.click(message, '▶️'),
      isDone: (now) => isWhole(now) && JSON.stringify(readPage(now)) === page,
    };
  },
  load: ({ stage, person, round }) => {
    const player = stage.addPlayer(`Unseen${round}`, SIZE);
    const page = JSON.stringify(pageFor(player, 1));
    return {
      act: () => person.command('progress', { user: player.name }),
      isDone: (now) => isWhole(now) && JSON.stringify(readPage(now)) === page,
    };
  },
  refresh: async ({ stage, person, round }) => {
    const player = stage.addPlayer(`Refreshed${round}`, SIZE);
    const message = await openLibrary(person, { user: player.name });
    return {
      act: () => person.click(message, 'Refresh'),
      isDone: (now, shown) => shown.edits > 0 && isWhole(now),
    };
  },
  picture: async ({ stage, person, round }) => {
    const player = stage.addPlayer(`Pictured${round}`, SIZE);
    // Drawing it the first time takes longer, whatever fails.
    await (await person.command('stats', { user: player.name })).answer();
    return {
      act: () => person.command('stats', { user: player.name }),
      isDone: ({ attachments }) => attachments.length === 1,
    };
  },
  leaderboard: ({ person }) => ({
    act: () => person.command('leaderboard'),
    isDone: (now) => descriptionOf(now).includes(`[${KNOWN}]`),
  }),
  game: ({ stage, person }) => {
    // The newest ones may be on the site alone.
    const id = stage.site.player(KNOWN).games.at(-1)?.GameID ?? 0;
    return {
      act: () => person.command('game', { title: `game/${id}` }),
      isDone: (now) => descriptionOf(now).includes(`[${KNOWN}]`),
    };
  },
  link: ({ stage, person, round }) => {
    const player = stage.addPlayer(`Claimed${round}`, SIZE);
    return {
      act: () => person.command('link', { user: player.name }),
      isDone: ({ content }) => content.includes(`linked to **${player.name}**`),
    };
  },
  check: async ({ stage, person, round }) => {
    const player = stage.addPlayer(`Proved${round}`, SIZE);
    const said = await (await person.command('link', { user: player.name })).answer();
    player.motto = /CPL-\w{8}/.exec(said.content)?.[0] ?? '';
    return {
      act: () => person.click(said, 'Check'),
      isDone: ({ content }) => content.includes(`**${player.name}** is your account`),
    };
  },
};

/**
 * What the bot has forgotten of what it said it saved.
 * @param linked who said that they are linked, by what they did and in which round
 */
export async function forgotten(
  scene: Scene,
  linked: readonly { readonly activity: 'link' | 'check'; readonly round: number }[],
): Promise<readonly string[]> {
  const missing = linked.map(async ({ activity, round }) => {
    const name = `${activity === 'link' ? 'Claimed' : 'Proved'}${round}`;
    const page = await openLibrary(scene.person(`${activity}${round}`), {});
    const shown = page.embeds[0]?.author?.name;
    return shown === name ? [] : [`${name}: shows ${shown}`];
  });
  return (await Promise.all(missing)).flat();
}

/** Someone's use of the bot, and its result. */
export type Use = {
  /** What the person has by now. */
  readonly outcome: () => Answer | Odd;
  /** What they read. */
  readonly words: () => string;
};

/** Prepares everyone. @returns what lets all of them act at the same time */
export async function preparePeople(
  scene: Scene,
  round: number,
): Promise<() => Readonly<Record<PeopleActivity, Use>>> {
  const ready = await forEachActivity((activity) => {
    const person = scene.person(`${activity}${round}`);
    return PREPARATIONS[activity]({ stage: scene.stage, person, round });
  });
  return () => ({
    click: use(ready.click),
    load: use(ready.load),
    refresh: use(ready.refresh),
    picture: use(ready.picture),
    leaderboard: use(ready.leaderboard),
    game: use(ready.game),
    link: use(ready.link),
    check: use(ready.check),
  });
}

async function forEachActivity(
  make: (activity: PeopleActivity) => Ready | Promise<Ready>,
): Promise<Readonly<Record<PeopleActivity, Ready>>> {
  const [click, load, refresh, picture, leaderboard, game, link, check] = await Promise.all([
    make('click'),
    make('load'),
    make('refresh'),
    make('picture'),
    make('leaderboard'),
    make('game'),
    make('link'),
    make('check'),
  ]);
  return { click, load, refresh, picture, leaderboard, game, link, check };
}

function use({ act, isDone }: Ready): Use {
  const startedAt = performance.now();
  let shown: Shown | undefined;
  let failure: unknown;
  act().then(
    (now) => (shown = now),
    (error: unknown) => (failure = error),
  );
  return {
    outcome: () => {
      if (shown) return answerIn(shown, isDone);
      // Discord takes no later one.
      const isOver = performance.now() - startedAt > CALLBACK_DEADLINE_MS + 100;
      return failure !== undefined || isOver ? 'no answer' : 'nothing yet';
    },
    words: () => (shown ? textShown(shown) : String(failure)),
  };
}
