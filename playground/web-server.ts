import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { actionBody } from './action-body.ts';
import type { Actions } from './actions.ts';
import { botPicture, drawnPicture } from './drawn-picture.ts';
import { pageFile, pageHtml } from './page-files.ts';
import type { SamplePlayers } from './sample-site.ts';
import type { Timeline } from './timeline.ts';
import type { Updates } from './updates.ts';

export type WebParts = {
  readonly updates: Updates;
  readonly actions: Actions;
  readonly timeline: Timeline;
  readonly players: SamplePlayers;
};

const OWN_HOST = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;
/** The bot's name on the loopback Discord. */
const BOT = 'Completionist';
const BODY_LIMIT = 100_000;

/** Serves the page. Calls `parts` only when somebody connects. */
export function createWebServer(parts: () => WebParts): Server {
  const server = createServer((request, response) => {
    handle(parts(), request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return server.on('upgrade', (request, socket, head) => {
    if (isLocal(request) && request.url === '/updates') parts().updates.open(request, socket, head);
    else socket.destroy();
  });
}

async function handle(parts: WebParts, request: IncomingMessage, response: ServerResponse) {
  const { pathname } = new URL(request.url ?? '/', 'http://loopback');
  if (!isLocal(request))
    return reply(response, 403, 'text/plain', 'Only available on this machine.');
  if (request.method === 'POST' && pathname === '/act')
    return act(parts.actions, request, response);
  if (request.method !== 'GET') return reply(response, 405, 'text/plain', 'Use GET.');
  if (pathname === '/') {
    const { html, policy } = await pageHtml();
    response.setHeader('content-security-policy', policy);
    return reply(response, 200, 'text/html; charset=utf-8', html);
  }
  if (pathname.startsWith('/attachments/')) return attachment(parts.timeline, pathname, response);
  const picture = pictureAt(pathname, parts.players);
  if (picture !== null) return reply(response, 200, 'image/svg+xml', picture);
  const file = await pageFile(pathname);
  if (file === null) return reply(response, 404, 'text/plain', 'Not found.');
  if (file.keep) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  return reply(response, 200, file.type, file.body);
}

/** Keeps other sites' pages out, whatever host name they use. */
function isLocal({ headers }: IncomingMessage): boolean {
  const { host, origin } = headers;
  return OWN_HOST.test(host ?? '') && (origin === undefined || origin === `http://${host}`);
}

async function act(actions: Actions, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT) return reply(response, 413, 'text/plain', 'Too large.');
    chunks.push(bytes);
  }
  const action = actionBody.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
  if (!action.success) return reply(response, 400, 'text/plain', action.error.message);
  const outcome = await actions.act(action.data);
  return reply(response, 200, 'application/json', JSON.stringify(outcome));
}

function attachment(timeline: Timeline, pathname: string, response: ServerResponse): void {
  const found = timeline.attachment(pathname.split('/')[3] ?? '');
  if (found === undefined) return reply(response, 404, 'text/plain', 'No such file.');
  const type = found.content_type ?? 'application/octet-stream';
  if (!type.startsWith('image/')) {
    const name = encodeURIComponent(found.filename);
    response.setHeader('content-disposition', `attachment; filename*=UTF-8''${name}`);
  }
  return reply(response, 200, type, found.bytes);
}

/** `/media/…` has the site's pictures, `/people/…` those of people on Discord. */
function pictureAt(pathname: string, players: SamplePlayers): string | null {
  const [, kind, folder, name = ''] = pathname.split('/');
  const text = decodeURIComponent(name || folder || '').replace(/\.\w+$/, '');
  if (kind === 'people') return text === BOT ? botPicture() : drawnPicture(text, 'person');
  if (kind !== 'media') return null;
  if (folder === 'UserPic') return drawnPicture(text, 'person');
  return drawnPicture(players.titleOf(`/${folder}/${name}`) ?? text, 'game');
}

function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' });
  response.end(body);
}
