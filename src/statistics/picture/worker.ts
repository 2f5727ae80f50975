import { parentPort } from 'node:worker_threads';

import type { PictureContent } from './content.ts';
import { drawPicture } from './draw-picture.ts';

/** Draws one picture for each message. What goes wrong ends the thread, and the painter starts another. */
parentPort?.on('message', (content: PictureContent) => {
  parentPort?.postMessage(drawPicture(content));
});
