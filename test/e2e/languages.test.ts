import { expect, test } from 'vitest';

import { Permission } from '#loopback/discord/permissions.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';

import { useStage } from './stage.ts';

const stage = useStage({ env: { POLL_SECONDS: '0.2' } });

test('people get replies in their language, and channels get posts in theirs', async () => {
  const { discord, site } = stage();
  const translate = createTranslations();
  await translate.load();
  const [spanish, portuguese] = [translate('es-419'), translate('pt-BR')];
  stage().addPlayer('MaxMilyin', 40);
  const guild = discord.world.addGuild('Servidor');
  guild.preferred_locale = 'es-419';
  const channel = discord.channel('superados', 0, guild);
  const sam = discord.person('Sam', { permissions: Permission.ManageGuild, locale: 'pt-BR' });
  const use = { where: channel };

  const setUp = await (await sam.command('announcements setup', {}, use)).answer();
  expect(setUp.embeds[0]?.title).toBe(portuguese('setup.isSetUp'));
  expect(setUp.embeds[0]?.fields).toContainEqual(
    expect.objectContaining({ name: portuguese('feed.language'), value: 'Español' }),
  );
  await (await sam.command('announcements track', { user: 'MaxMilyin' }, use)).answer();
  site.award('MaxMilyin', 2, 'mastered');
  const post = (count: number) =>
    discord.waitFor(() => {
      const posts = discord.messagesIn(channel);
      return posts.length >= count && posts.map(({ embeds }) => embeds[0]?.description).at(-1);
    });
  const all = { unlocked: 20, count: 20 };
  expect(await post(1)).toContain(spanish('post.achievements', all));

  await (await sam.command('announcements setup', { language: 'pt-BR' }, use)).answer();
  site.award('MaxMilyin', 3, 'mastered');
  expect(await post(2)).toContain(portuguese('post.achievements', all));
  const { description_localizations: descriptions } =
    discord.commands.find(({ name }) => name === 'progress') ?? {};
  expect(descriptions).toMatchObject({ 'es-419': spanish('command.progress') });
});
