import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import { buttonsOf, selectsOf } from '#loopback/discord/people/components.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { DEFAULT_QUERY, type LibraryQuery } from '#src/progress/query/query.ts';
import { expectedPage } from '#test/progress/independent.ts';

/** What a person reads on a library page, and how they open one. */

export function descriptionOf({ embeds }: DiscordMessage): string {
  return embeds[0]?.description ?? '';
}

function footerOf({ embeds }: DiscordMessage): string {
  return embeds[0]?.footer?.text ?? '';
}

/** The page it stands at; NaN for another kind of message. */
export function pageOf(message: DiscordMessage): number {
  return Number(/Page ([\d,]+) of/.exec(footerOf(message))?.[1]?.replaceAll(',', ''));
}

/** The games on the page, in their order. */
export function gameIdsOf(message: DiscordMessage): number[] {
  const links = descriptionOf(message).matchAll(/retroachievements\.org\/game\/(\d+)\)/g);
  return Array.from(links, ([, id]) => Number(id));
}

/** Whether all games are in, and nothing is wrong. */
export function isWhole(message: DiscordMessage): boolean {
  return /Updated <t:\d+:R>/.test(descriptionOf(message));
}

/** All that can be compared of a message: a later edit changes the message itself. */
export function lookOf(message: DiscordMessage): unknown {
  const { content, embeds, components, attachments, flags } = message;
  return structuredClone({ content, embeds, components, attachments: attachments.length, flags });
}

/** Types `/progress` and waits until the whole library is in. */
export async function openLibrary(
  person: Person,
  values: OptionValues,
  where?: Parameters<Person['command']>[2],
): Promise<DiscordMessage> {
  const shown = await person.command('progress', values, where);
  return shown.until(isWhole);
}

/** Presses a button of the page and waits for the page that it leads to. */
export async function turnTo(
  person: Person,
  message: DiscordMessage,
  button: string,
  page: number,
): Promise<DiscordMessage> {
  const shown = await person.click(message, button);
  return shown.until((now) => pageOf(now) === page && isWhole(now));
}

/** A page as far as it can be held against the rows of the site. */
export type PageRead = { readonly footer: string; readonly games: readonly number[] };

export function readPage(message: DiscordMessage): PageRead {
  return { footer: footerOf(message), games: gameIdsOf(message) };
}

/** What a page must show, by a second computation over the double's own rows. */
export function pageFor(
  player: SitePlayer,
  page: number,
  query: Partial<LibraryQuery> = {},
): PageRead {
  const expected = expectedPage(player.games, { ...DEFAULT_QUERY, ...query }, page);
  const { firstItem, lastItem, itemCount, pageNumber, pageCount } = expected;
  const [first, last, items, number, pages] = [
    firstItem,
    lastItem,
    itemCount,
    pageNumber,
    pageCount,
  ].map((count) => count.toLocaleString('en'));
  const shown = first === last ? `Game ${first}` : `Games ${first}–${last}`;
  return {
    footer: `${shown} of ${items} · Page ${number} of ${pages}`,
    games: expected.rows.map(({ wire }) => wire.GameID),
  };
}

/** The buttons that can be pressed, by label or emoji, in reading order. */
export function pressableButtons(message: DiscordMessage): string[] {
  return buttonsOf(message)
    .filter(({ disabled }) => disabled !== true)
    .map(({ label, emoji }) => label ?? emoji?.name ?? '');
}

/** The value that a menu shows as chosen. */
export function chosenIn(message: DiscordMessage, placeholder: string): string | undefined {
  const menu = selectsOf(message).find((select) => select.placeholder === placeholder);
  return menu?.options?.find((option) => option.default === true)?.value;
}

/** The button that shows the page and opens the modal. */
export function jumpButton({ label }: { label?: string | undefined }): boolean {
  return /^\d+\/\d+$/.test(label ?? '');
}
