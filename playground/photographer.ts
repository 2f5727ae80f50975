import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];
const QUALITY = 0.9;
const SCALE = 1.5;
/** Age of the data in every picture, in ms. */
const AGE_MS = 30_000;

/** Takes the README's pictures. */
export class Photographer implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #url: string;

  private constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  static async arrive(url: string): Promise<Photographer> {
    await mkdir(FOLDER, { recursive: true });
    return new Photographer(await chromium.launch({ executablePath: CHROMIUM, args: ARGS }), url);
  }

  async open(viewport: { width: number; height: number }): Promise<Page> {
    const page = await this.#browser.newPage({ viewport, deviceScaleFactor: SCALE });
    await page.goto(this.#url);
    await page.locator('.composer').waitFor();
    await page.locator('.banner').waitFor({ state: 'detached' });
    return page;
  }

  /**
   * Saves a picture from a message on, with fixed times.
   * @param isAged whether the first time in the message is one that has passed
   */
  async take(page: Page, message: Locator, file: string, isAged = true): Promise<void> {
    await page.mouse.move(0, 0);
    const age = message.locator('live-time').first();
    if (isAged && (await age.count()) > 0) {
      await page.clock.setFixedTime(Number(await age.getAttribute('at')) + AGE_MS);
      await message
        .getByText(await ageIn(page))
        .first()
        .waitFor();
    }
    await page.evaluate(`for (const message of document.querySelectorAll('discord-message')) {
      message.timestamp = document.documentElement.lang.startsWith('en') ? 'Today at 12:00' : '12:00';
      for (const text of message.querySelector('discord-embed-footer')?.childNodes ?? []) {
        text.data = text.data.replace(/(?:Today|Yesterday) at [\\d:]+/, 'Today at 12:00');
      }
    }`);
    await message.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const picture = await page.screenshot({ animations: 'disabled' });
    await writeFile(`${FOLDER}${file}`, await this.#asWebp(picture));
    console.log(`docs/pictures/${file}`);
  }

  /** A third of the size of a PNG. Only the browser can write it. */
  async #asWebp(png: Buffer): Promise<Buffer> {
    const page = await this.#browser.newPage();
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

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }
}

/** What `AGE_MS` is called in the page's language. */
async function ageIn(page: Page): Promise<string> {
  const language = (await page.locator('html').getAttribute('lang')) ?? 'en';
  return new Intl.RelativeTimeFormat(language).format(-AGE_MS / 1000, 'second');
}

/** Sends a command and returns the reply. */
export async function send(page: Page, command: string): Promise<Locator> {
  const messages = page.locator('discord-message');
  const count = await messages.count();
  await page.getByRole('combobox', { name: /^Message/ }).focus();
  await page.keyboard.insertText(command);
  await page.getByRole('button', { name: 'Send' }).click();
  await messages.nth(count).waitFor();
  return messages.nth(count);
}
