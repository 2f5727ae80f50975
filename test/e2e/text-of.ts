import type { DiscordMessage } from '#loopback/discord/entities.ts';

/** What people read in a message: its content, then the author, title, text, and fields of its embeds. */
export function textOf({ content, embeds }: DiscordMessage): string {
  const parts = embeds.flatMap(({ author, title, description, fields = [] }) => [
    author?.name,
    title,
    description,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
  ]);
  return [content, ...parts].filter(Boolean).join('\n');
}
