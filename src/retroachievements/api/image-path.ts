/** Where the site keeps its pictures; RA_MEDIA_URL can point elsewhere. */
export const MEDIA = 'https://media.retroachievements.org';

/** The site's own machines, which serve the same pictures. */
const OWN_HOSTS: ReadonlySet<string> = new Set([
  'media.retroachievements.org',
  'retroachievements.org',
  'www.retroachievements.org',
]);

/** Well below the 2,048 that Discord accepts. */
const PATH_LIMIT = 1_000;

const USUAL = /^\/(?:Images|UserPic)\/\w{1,64}\.(?:png|jpe?g|gif|webp)$/;

/**
 * A picture's path as a URL needs it, to put behind `mediaUrl`. Null if it isn't a picture on the site: another host,
 * another protocol, an endless path.
 */
export function imagePath(written: string, mediaUrl: string = MEDIA): string | null {
  if (USUAL.test(written)) return written;
  // A path of letters that are all escaped is nine times as long.
  if (written.length > PATH_LIMIT || !URL.canParse(written, mediaUrl)) return null;
  const media = new URL(mediaUrl);
  const { protocol, host, pathname, search } = new URL(written, `${media.origin}/`);
  const isOwn = host === media.host || OWN_HOSTS.has(host);
  if (!isOwn || !/^https?:$/.test(protocol)) return null;
  const path = withoutPrefix(pathname, media) + search;
  return path.length <= PATH_LIMIT && pathname !== '/' ? path : null;
}

/** Whether a path is as `imagePath` leaves it. */
export function isImagePath(path: string): boolean {
  if (USUAL.test(path)) return true;
  const url = path.length <= PATH_LIMIT ? URL.parse(path, MEDIA) : null;
  return url !== null && url.pathname + url.search === path;
}

/** `mediaUrl` may have a path of its own, which an absolute address repeats. */
function withoutPrefix(pathname: string, media: URL): string {
  const prefix = media.pathname.replace(/\/$/, '');
  return pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname;
}
