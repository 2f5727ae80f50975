import { describe, expect, it } from 'vitest';

import { commands } from '#commands/index.ts';
import { createPublishedCommands } from '#src/discord/connection/published-commands.ts';
import { createRest } from '#src/discord/connection/rest.ts';
import type { CommandDefinition } from '#src/discord/interactions/command.ts';
import { createLog } from '#src/platform/log.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';

const APPLICATION = '1100000000000000001';

const definition: CommandDefinition = {
  name: 'progress',
  description: 'Step through a library',
  integration_types: [0, 1],
  contexts: [0, 1, 2],
  options: [
    { type: 3, name: 'user', description: 'Who', autocomplete: true },
    {
      type: 3,
      name: 'sort',
      description: 'What comes first',
      choices: [
        { name: 'Recent', value: 'recent' },
        { name: 'Title', value: 'title' },
      ],
    },
    { type: 5, name: 'private', description: 'For you alone', required: true },
  ],
};

/** As Discord gives a command back: with everything that it knows about one, defaults included. */
function asDiscordTellsIt(command: CommandDefinition, id: string): Record<string, unknown> {
  return {
    id,
    application_id: APPLICATION,
    version: '1300000000000000000',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    type: 1,
    name_localizations: null,
    description_localizations: null,
    ...command,
    ...(command.options && {
      options: command.options.map((option) => ({
        name_localizations: null,
        description_localizations: null,
        ...option,
        ...('choices' in option && {
          choices: option.choices?.map((choice) => ({ name_localizations: null, ...choice })),
        }),
      })),
    }),
  };
}

/** A Discord that has these commands, and records what is registered. */
async function start(has: unknown) {
  const writes: unknown[] = [];
  const reads: (string | undefined)[] = [];
  const server = await startScripted((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      if (request.method === 'GET') {
        reads.push(request.url);
        response.end(JSON.stringify(has));
        return;
      }
      const written: readonly CommandDefinition[] = JSON.parse(Buffer.concat(chunks).toString());
      writes.push(written);
      response.end(
        JSON.stringify(written.map((one, index) => asDiscordTellsIt(one, `${900 + index}`))),
      );
    });
  });
  const rest = createRest({ apiUrl: server.url, token: 'bot', log: createLog('silent', []) });
  return { rest, writes, reads, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

async function publish(has: unknown, definitions: readonly CommandDefinition[]) {
  await using discord = await start(has);
  const published = createPublishedCommands(discord.rest, () => definitions);
  const changed = await published.publish(APPLICATION);
  return { changed, ...discord, mention: published.mention };
}

describe('commands that Discord already has', () => {
  it('aren’t registered again, whatever Discord adds', async () => {
    const { changed, writes, reads } = await publish(
      [asDiscordTellsIt(definition, '5')],
      [definition],
    );
    expect(changed).toBe(false);
    expect(writes).toEqual([]);
    expect(reads).toEqual([`/v10/applications/${APPLICATION}/commands?with_localizations=true`]);
  });

  it('aren’t registered again because of their order', async () => {
    const other = { ...definition, name: 'about' };
    const has = [asDiscordTellsIt(other, '6'), asDiscordTellsIt(definition, '5')];
    expect((await publish(has, [definition, other])).changed).toBe(false);
  });

  it('are all of ours, as they were registered', async () => {
    const definitions = commands.map((command) => command.definition);
    expect(definitions.map(({ name }) => name)).toContain('progress');
    const has = definitions.map((one, index) => asDiscordTellsIt(one, `${index}`));
    expect((await publish(has, definitions)).changed).toBe(false);
  });
});

describe('changed commands are all registered', () => {
  const [user, sort, hidden] = definition.options ?? [];
  if (!user || !sort || !hidden) throw new Error('The definition has three options');
  it.each<[string, CommandDefinition]>([
    ['description', { ...definition, description: 'Another one' }],
    ['contexts', { ...definition, contexts: [0, 1] }],
    ['installation', { ...definition, integration_types: [0] }],
    ['permissions', { ...definition, default_member_permissions: '32' }],
    ['order of options', { ...definition, options: [sort, user, hidden] }],
    ['number of options', { ...definition, options: [user, sort] }],
    [
      'option’s description',
      { ...definition, options: [{ ...user, description: 'Whose' }, sort, hidden] },
    ],
    [
      'option’s type',
      {
        ...definition,
        options: [
          user,
          sort,
          { type: 4, name: 'private', description: 'For you alone', required: true },
        ],
      },
    ],
    [
      'option that is required no more',
      {
        ...definition,
        options: [user, sort, { type: 5, name: 'private', description: 'For you alone' }],
      },
    ],
    [
      'option without autocomplete',
      { ...definition, options: [{ type: 3, name: 'user', description: 'Who' }, sort, hidden] },
    ],
    [
      'choice',
      {
        ...definition,
        options: [
          user,
          {
            type: 3,
            name: 'sort',
            description: 'What comes first',
            choices: [
              { name: 'Recent', value: 'recent' },
              { name: 'Title', value: 'name' },
            ],
          },
          hidden,
        ],
      },
    ],
    [
      'translation',
      { ...definition, description_localizations: { de: 'Durch eine Sammlung blättern' } },
    ],
    ['age limit', { ...definition, nsfw: true }],
  ])('for another %s', async (_, changedDefinition) => {
    const { changed, writes } = await publish(
      [asDiscordTellsIt(definition, '5')],
      [changedDefinition],
    );
    expect(changed).toBe(true);
    expect(writes).toEqual([JSON.parse(JSON.stringify([changedDefinition]))]);
  });

  it('if Discord has none', async () => {
    expect((await publish([], [definition])).writes).toHaveLength(1);
  });

  it('if Discord has one that is no longer ours', async () => {
    const has = [
      asDiscordTellsIt(definition, '5'),
      asDiscordTellsIt({ ...definition, name: 'old' }, '6'),
    ];
    expect((await publish(has, [definition])).writes).toEqual([
      JSON.parse(JSON.stringify([definition])),
    ]);
  });

  it('if one of another type has the name', async () => {
    const has = [{ ...asDiscordTellsIt(definition, '5'), type: 3 }];
    expect((await publish(has, [definition])).changed).toBe(true);
  });
});

describe('a mention', () => {
  it('is plain before the commands are published', async () => {
    await using discord = await start([]);
    expect(createPublishedCommands(discord.rest, () => [definition]).mention('progress')).toBe(
      '/progress',
    );
  });

  it('can be tapped once they are, whether or not they had changed', async () => {
    const unchanged = await publish([asDiscordTellsIt(definition, '5')], [definition]);
    expect(unchanged.mention('progress')).toBe('</progress:5>');
    expect(unchanged.mention('progress deep')).toBe('</progress deep:5>');
    expect(unchanged.mention('unheard deep')).toBe('/unheard deep');
    const changed = await publish([], [definition]);
    expect(changed.mention('progress')).toBe('</progress:900>');
    expect(changed.mention('unheard')).toBe('/unheard');
  });
});
