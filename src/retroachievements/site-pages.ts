/** People are always sent to the public site, even if RA_URL points elsewhere. */
export const SITE = 'https://retroachievements.org';

/** Where players change their motto. */
export const SETTINGS = `${SITE}/settings`;

export function gameUrl(gameId: number): string {
  return `${SITE}/game/${gameId}`;
}

export function playerUrl(playerName: string): string {
  return `${SITE}/user/${encodeURIComponent(playerName)}`;
}

/** The player's Completion Progress page. */
export function progressUrl(playerName: string): string {
  return `${playerUrl(playerName)}/progress`;
}
