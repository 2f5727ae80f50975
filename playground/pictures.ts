import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { chromium, type Locator, type Page } from 'playwright-core';

import { startPlayground } from './playground.ts';

/** Takes the README's pictures of the bot as it is now, with the sample players' data. */

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];
const DESKTOP = { width: 1000, height: 920 };
const WIDE = { width: 1360, height: 920 };
const PHONE = { width: 390, height: 844 };
const QUALITY = 0.9;
/** Pictures are taken as if the data were so old, ms: the same every time. */
const AGE_MS = 30_000;

await using playground = await startPlayground({ drip: false });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage({ viewport: DESKTOP, deviceScaleFactor: 1.5 });
  await page.goto(playground.url);
  await page.locator('.composer').waitFor();
  await page.locator('.banner').waitFor({ state: 'detached' });

  const message = await send(page, '/progress MaxMilyin');
  await take(page, message, 'library.webp');

  await message.getByRole('button', { name: /^1\// }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('77');
  await take(page, message, 'jump.webp');
  await page.keyboard.press('Escape');

  const menu = message.getByRole('combobox', { name: 'Status' });
  await menu.click();
  await page.getByRole('option', { name: 'Mastered' }).click();
  await menu.filter({ hasText: 'Mastered' }).waitFor();
  await page.getByRole('combobox', { name: /^Message/ }).focus();
  await take(page, message, 'mastered.webp');

  await page.setViewportSize(WIDE);
  await take(page, message, 'playground.webp');

  const phone = await browser.newPage({ viewport: PHONE, deviceScaleFactor: 1.5 });
  await phone.goto(playground.url);
  await phone.locator('.composer').waitFor();
  await take(phone, await send(phone, '/progress NewLeaf'), 'phone.webp');
} finally {
  await browser.close();
}

/** Types a command; resolves with its answer, once all games are in. */
async function send(page: Page, command: string): Promise<Locator> {
  const messages = page.locator('discord-message');
  const count = await messages.count();
  await page.getByRole('combobox', { name: /^Message/ }).focus();
  await page.keyboard.type(command);
  await page.keyboard.press('Enter');
  const message = messages.nth(count);
  await message.getByText('Updated').waitFor();
  return message;
}

/** Saves what the page shows, with times that do not depend on when that is. */
async function take(page: Page, message: Locator, file: string): Promise<void> {
  await page.mouse.move(0, 0);
  const fetchedAt = await message.locator('live-time').first().getAttribute('at');
  await page.clock.setFixedTime(Number(fetchedAt) + AGE_MS);
  await page.evaluate(`for (const message of document.querySelectorAll('discord-message')) {
    message.timestamp = 'Today at 12:00';
  }`);
  await message.getByText('30 seconds ago').waitFor();
  await message.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const picture = await page.screenshot({ animations: 'disabled' });
  await writeFile(`${FOLDER}${file}`, await asWebp(picture));
  console.log(`docs/pictures/${file}`);
}

/** A third of the size of the same picture as PNG; the browser is the one thing here that can write it. */
async function asWebp(png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const text: unknown = await page.evaluate(`(async () => {
    const response = await fetch('data:image/png;base64,${png.toString('base64')}');
    const picture = await createImageBitmap(await response.blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: ${QUALITY} });
    return new Uint8Array(await blob.arrayBuffer()).toBase64();
  })()`);
  await page.close();
  return Buffer.from(String(text), 'base64');
}
