import type { Problem } from '../api-error.ts';
import type { Embed } from '../wire.ts';
import { lengthProblems, problem } from './lengths.ts';

const TOTAL_LIMIT = 6000;
const EMBEDS = 10;
const FIELDS = 25;

/** All texts that count toward the message's 6000 characters. */
function textsOf({ title, description, footer, author, fields = [] }: Embed): string[] {
  const named = fields.flatMap(({ name, value }) => [name, value]);
  return [title, description, footer?.text, author?.name, ...named].filter(
    (text) => text !== undefined,
  );
}

function pictureProblems(
  path: string,
  url: string | undefined,
  files: ReadonlySet<string>,
): Problem[] {
  if (url === undefined) return [];
  if (url.startsWith('attachment://')) {
    if (files.has(url.slice('attachment://'.length))) return [];
    return [problem('attachment', path, `No file of this message is named as in ${url}.`)];
  }
  if (/^https?:\/\/\S+$/.test(url)) return [];
  const message = `Scheme of "${url}" must be one of ('http', 'https', 'attachment').`;
  return [problem('url', path, message)];
}

const linkProblems = (path: string, url: string | undefined): Problem[] =>
  url === undefined || /^https?:\/\/\S+$/.test(url)
    ? []
    : [problem('url', path, `Scheme of "${url}" must be one of ('http', 'https').`)];

function embedProblems(embed: Embed, at: string, files: ReadonlySet<string>): Problem[] {
  const { fields = [] } = embed;
  const empty =
    textsOf(embed).every((text) => text.trim() === '') && !embed.image && !embed.thumbnail;
  return [
    ...(empty ? [problem('empty_embed', at, 'An embed needs a text or a picture.')] : []),
    ...lengthProblems(`${at}.title`, embed.title, [0, 256]),
    ...lengthProblems(`${at}.description`, embed.description, [0, 4096]),
    ...lengthProblems(`${at}.footer.text`, embed.footer?.text, [1, 2048]),
    ...lengthProblems(`${at}.author.name`, embed.author?.name, [1, 256]),
    ...(fields.length > FIELDS
      ? [
          problem(
            'fields',
            `${at}.fields`,
            `Must be 25 or fewer in length, but has ${fields.length}.`,
          ),
        ]
      : []),
    ...fields.flatMap(({ name, value }, index) => [
      ...lengthProblems(`${at}.fields.${index}.name`, name, [1, 256]),
      ...lengthProblems(`${at}.fields.${index}.value`, value, [1, 1024]),
    ]),
    ...linkProblems(`${at}.url`, embed.url),
    ...linkProblems(`${at}.author.url`, embed.author?.url),
    ...pictureProblems(`${at}.image.url`, embed.image?.url, files),
    ...pictureProblems(`${at}.thumbnail.url`, embed.thumbnail?.url, files),
    ...pictureProblems(`${at}.author.icon_url`, embed.author?.icon_url, files),
    ...pictureProblems(`${at}.footer.icon_url`, embed.footer?.icon_url, files),
  ];
}

/** Problems in a message's embeds. `files` are the names of its attachments. */
export function embedsProblems(embeds: readonly Embed[], files: ReadonlySet<string>): Problem[] {
  const total = embeds.flatMap(textsOf).reduce((sum, text) => sum + text.length, 0);
  return [
    ...(embeds.length > EMBEDS
      ? [problem('embeds', 'embeds', `Must be 10 or fewer in length, but has ${embeds.length}.`)]
      : []),
    ...(total > TOTAL_LIMIT
      ? [
          problem(
            'embed_total',
            'embeds',
            `Embed size exceeds maximum size of 6000: the texts of all embeds have ${total} UTF-16 units.`,
          ),
        ]
      : []),
    ...embeds.flatMap((embed, index) => embedProblems(embed, `embeds.${index}`, files)),
  ];
}
