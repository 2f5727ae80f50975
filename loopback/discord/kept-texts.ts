import type { Embed, MessageBody } from './wire.ts';

/** Changes a message's texts as Discord does: trims them and rewrites times. */
export function keptTexts<T extends MessageBody>(body: T): T {
  return {
    ...body,
    ...(typeof body.content === 'string' ? { content: body.content.trim() } : {}),
    ...(body.embeds ? { embeds: body.embeds.map(keptEmbed) } : {}),
  };
}

function keptEmbed(embed: Embed): Embed {
  const { title, description, timestamp, author } = embed;
  return {
    ...embed,
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(description === undefined ? {} : { description: description.trim() }),
    ...(timestamp === undefined ? {} : { timestamp: inDiscordsForm(timestamp) }),
    ...(author?.name === undefined ? {} : { author: { ...author, name: author.name.trim() } }),
  };
}

function inDiscordsForm(timestamp: string): string {
  return new Date(timestamp).toISOString().replace('Z', '000+00:00');
}
