/** Pages of the public site: whatever the API is asked at, people are sent there. */
export const SITE = 'https://retroachievements.org';

export function gameUrl(gameId: number): string {
  return `${SITE}/game/${gameId}`;
}

export function playerUrl(playerName: string): string {
  return `${SITE}/user/${encodeURIComponent(playerName)}`;
}

/** A player's own completion progress page. */
export function progressUrl(playerName: string): string {
  return `${playerUrl(playerName)}/progress`;
}
