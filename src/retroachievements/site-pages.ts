/** People are always sent to the public site, even if RA_URL points elsewhere. */
export const SITE = 'https://retroachievements.org';

/** Where players change their motto. */
export const SETTINGS = `${SITE}/settings`;

export function gameUrl(gameId: number): string {
  return `${SITE}/game/${gameId}`;
}

/** The longest names have 20 letters. */
const NAME_LIMIT = 60;

export function playerUrl(playerName: string): string {
  return pageOf(playerName, '');
}

/** The player's Completion Progress page. */
export function progressUrl(playerName: string): string {
  return pageOf(playerName, '/progress');
}

/** A name that no player can have would make a link without end: that one leads to the front page. */
function pageOf(playerName: string, page: string): string {
  const name = encodeURIComponent(playerName);
  return name.length > NAME_LIMIT ? SITE : `${SITE}/user/${name}${page}`;
}
