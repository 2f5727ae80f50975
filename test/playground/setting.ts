import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

import {
  type Playground,
  type PlaygroundOptions,
  startPlayground,
} from '../../playground/playground.ts';
import { openBrowser } from './browser.ts';
import { Visitor } from './visitor.ts';

/** One playground and one browser for the tests of a block; each has a page of its own in it. */
export function useSetting(options: PlaygroundOptions = {}) {
  const resources = new AsyncDisposableStack();
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let playground: Playground | undefined;
  beforeAll(async () => {
    browser = resources.adopt(await openBrowser(), (opened) => opened.close());
    context = await browser.newContext({ acceptDownloads: true });
    playground = resources.use(await startPlayground({ drip: false, ...options }));
  });
  afterAll(() => resources.disposeAsync());
  return {
    arrive(size?: Parameters<typeof Visitor.arrive>[2]): Promise<Visitor> {
      if (context === undefined || playground === undefined) throw new Error('Not begun yet.');
      return Visitor.arrive(context, playground, size);
    },
  };
}
