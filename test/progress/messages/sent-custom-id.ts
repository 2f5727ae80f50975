import { z } from 'zod';

import {
  encodeLibraryCustomId,
  findRoom,
  putOwner,
  putPage,
} from '#src/progress/messages/library-custom-id.ts';
import type { LibraryCustomId } from '#src/progress/messages/library-custom-id.ts';

const component = z.object({ custom_id: z.string() });

/**
 * A custom_id as it comes back from Discord: written into a page, with its owner put in.
 * @param page null leaves room for the page, and puts that in as well
 */
export function sentCustomId(id: LibraryCustomId, page: number | null = id.page): string {
  const json = JSON.stringify({ custom_id: encodeLibraryCustomId({ ...id, page }) });
  const { bytes, owners, pages } = findRoom(json);
  putOwner(bytes, owners, id.ownerId);
  putPage(bytes, pages, id.page);
  return component.parse(JSON.parse(String(bytes))).custom_id;
}
