import type { BrowserContext, Locator, Page } from 'playwright-core';

import type { Playground } from '../../playground/playground.ts';

const DESKTOP = { width: 1360, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Real time, for a machine that is busy; nothing here waits for it when all is well. */
const PATIENCE_MS = 20_000;

/** Somebody at the page of a playground. */
export class Visitor implements AsyncDisposable {
  readonly page: Page;
  readonly playground: Playground;
  /** Every address that the page asked for. */
  readonly addresses: string[] = [];
  /** What went wrong on the page. */
  readonly complaints: string[] = [];

  private constructor(page: Page, playground: Playground) {
    this.page = page;
    this.playground = playground;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('request', (request) => this.addresses.push(request.url()));
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (entry) => {
      if (entry.type() === 'error') this.complaints.push(entry.text());
    });
  }

  static async arrive(context: BrowserContext, playground: Playground, size = DESKTOP) {
    const page = await context.newPage();
    const visitor = new Visitor(page, playground);
    await page.setViewportSize(size);
    await page.goto(playground.url);
    await visitor.botIsReady();
    return visitor;
  }

  /** The page says so while the bot is not there. */
  async botIsReady(): Promise<void> {
    await this.page.locator('.composer').waitFor();
    const banner = this.page.locator('.banner');
    await banner.waitFor({ state: 'detached' }).catch(async (error: unknown) => {
      const { log } = this.playground;
      throw new Error(`${await banner.innerText()}\n${log.slice(-20).join('\n')}`, {
        cause: error,
      });
    });
  }

  /**
   * Types a command and sends it; resolves with the message that answers. Enter would take a suggestion instead, if one
   * arrives right before it.
   */
  send(text: string): Promise<Locator> {
    return this.newMessage(async () => {
      await this.page.getByRole('combobox', { name: /^Message/ }).focus();
      await this.page.keyboard.type(text);
      await this.page.getByRole('button', { name: 'Send' }).click();
    });
  }

  /** Pastes a whole command and sends it, whatever is suggested; resolves with the message that answers. */
  command(text: string): Promise<Locator> {
    return this.newMessage(async () => {
      await this.page.getByRole('combobox', { name: /^Message/ }).focus();
      await this.page.keyboard.insertText(text);
      await this.page.getByRole('button', { name: 'Send' }).click();
    });
  }

  /**
   * The message that comes of what is done. Not the one that says “is thinking”: a failure for the caller alone takes
   * its place under another id.
   */
  async newMessage(act: () => Promise<void>): Promise<Locator> {
    const messages = this.page.locator('discord-message');
    const count = await messages.count();
    await act();
    const answer = messages.nth(count).filter({ hasNot: this.page.locator('.thinking') });
    await answer.waitFor();
    const id = await answer.getAttribute('data-id');
    return this.page.locator(`discord-message[data-id="${id}"]`);
  }

  async be(name: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  }

  /** A channel in the list, by its name or a part of it. */
  channel(name: string): Locator {
    return this.page.locator('.channel', { hasText: name });
  }

  /** Lets a player of the panel do something. */
  async play(player: string, how: string): Promise<void> {
    const row = this.page.getByRole('group', { name: player, exact: true });
    await row.getByRole('button', { name: how, exact: true }).click();
  }

  /** Resolves when Sam, who manages the server, has set announcements up; the visitor is before them then, as Robin. */
  async managerIsDone(): Promise<void> {
    await this.be('Sam');
    await this.channel('announcements').click();
    await this.page.getByText('Now tracking NoGamesYet in').waitFor();
    await this.be('Robin');
  }

  async toggle(fault: string): Promise<void> {
    await this.page.getByRole('switch', { name: fault }).click();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.close();
  }
}

/** The page and range of a library: `Games 11–20 of 1,287 · Page 2 of 129`. */
export function footer(message: Locator): Locator {
  return message.locator('discord-embed-footer');
}

export function button(message: Locator, name: string | RegExp): Locator {
  return message.getByRole('button', { name });
}

/** The first lines of the games on a library page: mark, title, tags. */
export async function titles(message: Locator): Promise<string[]> {
  const lines = await message.locator('discord-embed-description .line').allInnerTexts();
  const first = lines.findIndex((line) => line.trim() === '') + 1;
  return lines.slice(first).filter((_line, index) => index % 2 === 0);
}

/** Waits until an element says so. */
export async function expectText(locator: Locator, text: string | RegExp): Promise<void> {
  await locator.filter({ hasText: text }).waitFor();
}
