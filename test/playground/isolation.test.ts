import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { noBrowser, reason } from './browser.ts';
import { useSetting } from './setting.ts';
import { button, expectText, footer } from './visitor.ts';

/** Only a name; the eavesdropper makes the file. */
const notes = join(tmpdir(), `completionist-eavesdropper-${randomUUID()}`);
const eavesdropper = new URL('eavesdropper.ts', import.meta.url).href;

/** What the bot's process did of a kind. */
function noted(kind: string): string[] {
  const lines = readFileSync(notes, 'utf8').split('\n');
  return lines.flatMap((line) => (line.startsWith(kind) ? [line.slice(kind.length + 1)] : []));
}

describe.skipIf(noBrowser)(`the playground and the outside world${reason}`, () => {
  // Before the setting, so that it runs after the bot has ended.
  afterAll(() => rmSync(notes, { force: true }));
  const setting = useSetting({
    botEnvironment: {
      NODE_OPTIONS: `--import ${eavesdropper}`,
      PLAYGROUND_EAVESDROPPER: notes,
    },
  });

  test('the page and the bot only connect to this machine, and npm start loads nothing of the playground', async () => {
    await using visitor = await setting.arrive();
    const message = await visitor.send('/progress MaxMilyin');
    await button(message, '▶️').click();
    await expectText(footer(message), 'Page 2 of 129');
    await visitor.send('/help ');
    await visitor.send('/about ');

    expect(visitor.addresses.length).toBeGreaterThan(50);
    const { url } = visitor.playground;
    expect(visitor.addresses.filter((address) => !address.startsWith(`${url}/`))).toEqual([]);

    const connections = noted('connect');
    expect(connections.length).toBeGreaterThan(1);
    expect(connections.filter((to) => !/"host":"127\.0\.0\.1"|"path":"/.test(to))).toEqual([]);

    const modules = noted('module');
    expect(modules.some((module) => module.endsWith('/src/main.ts'))).toBe(true);
    const strangers =
      /\/playground\/(?!eavesdropper)|\/test\/(?!playground\/eavesdropper)|playwright|discord-components|\/lit/;
    expect(modules.filter((module) => strangers.test(module))).toEqual([]);
  });

  test('the page’s policy forbids loading anything from elsewhere', async () => {
    await using visitor = await setting.arrive();
    const response = await fetch(visitor.playground.url);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    await visitor.page.evaluate(`fetch('http://localhost:9/').catch(() => undefined)`);
    await visitor.page.evaluate(`new Image().src = 'http://127.0.0.2/picture.png'`);
    const refused = () =>
      visitor.complaints.filter((text) => text.includes('Content Security Policy')).join('\n');
    await expect.poll(refused).toContain('http://localhost:9/');
    await expect.poll(refused).toContain('http://127.0.0.2/picture.png');
  });
});
