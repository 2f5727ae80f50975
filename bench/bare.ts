/**
 * The bare bot: `ws` and `undici`, no discord.js, and the bytes of one page for everyone, written once. It reads an
 * interaction's id, token, and type, and posts the bytes. A bot on Node can't do less.
 */
import { Pool } from 'undici';
import { WebSocket } from 'ws';

type Payload = { op: number; t?: string; s?: number | null; d: Data };
type Data = { heartbeat_interval: number; application: { id: string } } & Interaction;
type Interaction = { id: string; token: string; type: number };

const COMMAND = 2;
const reply = Buffer.from(process.env['BARE_REPLY'] ?? '');
const update = Buffer.from(String(reply).replace('{"type":4,', '{"type":7,'));

const { origin, pathname } = new URL(process.env['DISCORD_API_URL'] ?? '');
const api = `${pathname}/v10`;
const pool = new Pool(origin);
const token = process.env['DISCORD_TOKEN'] ?? '';
const userAgent = 'DiscordBot (https://discord.com, 1)';
const answering = { 'content-type': 'application/json', 'user-agent': userAgent };
const authorized = { ...answering, authorization: `Bot ${token}` };

async function register(applicationId: string): Promise<void> {
  const path = `${api}/applications/${applicationId}/commands`;
  const body = process.env['BARE_COMMANDS'] ?? '';
  const answer = await pool.request({ method: 'PUT', path, headers: authorized, body });
  await answer.body.dump();
}

async function respond(interaction: Interaction): Promise<void> {
  const path = `${api}/interactions/${interaction.id}/${interaction.token}/callback`;
  const body = interaction.type === COMMAND ? reply : update;
  const answer = await pool.request({ method: 'POST', path, headers: answering, body });
  await answer.body.dump();
}

function greet(heartbeatMs: number): void {
  setInterval(() => send(1, sequence), heartbeatMs);
  const properties = { os: process.platform, browser: 'bare', device: 'bare' };
  send(2, { token, intents: 0, properties });
}

const path = `${api}/gateway/bot`;
const gateway = await pool.request({ method: 'GET', path, headers: authorized });
const { url }: { url: string } = JSON.parse(await gateway.body.text());
const socket = new WebSocket(`${url}/?v=10&encoding=json`);
let sequence: number | null = null;
const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));

socket.on('message', (data) => {
  const { op, t, s, d }: Payload = JSON.parse(Buffer.isBuffer(data) ? data.toString() : '');
  sequence = s ?? sequence;
  if (t === 'INTERACTION_CREATE') void respond(d);
  else if (t === 'READY') void register(d.application.id);
  else if (op === 10) greet(d.heartbeat_interval);
  else if (op === 1) send(1, sequence);
});
