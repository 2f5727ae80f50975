import { existsSync } from 'node:fs';

import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether tests with a browser can't run here. */
export const noBrowser = !existsSync(CHROMIUM);

/** Why they are skipped, for their titles; empty where they are not. */
export const reason = noBrowser
  ? ` (skipped: there is no Chromium at ${CHROMIUM}; CHROMIUM_PATH names another place)`
  : '';

/** Chromium that looks for nothing on the network by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
