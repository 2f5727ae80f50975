import { html, nothing } from 'lit';

import type { AttachmentView } from './wire.ts';

/** Shows pictures, and links to other files. */
export function attachmentViews(attachments: readonly AttachmentView[]) {
  if (attachments.length === 0) return nothing;
  return html`<discord-attachments slot="attachments">
    ${attachments.map((attachment) =>
      attachment.contentType.startsWith('image/') ? picture(attachment) : file(attachment),
    )}
  </discord-attachments>`;
}

function picture({ url, filename, description }: AttachmentView) {
  return html`<discord-image-attachment custom-image-element>
    <a href=${url} target="_blank"
      ><img class="attached-picture" src=${url} alt=${description || filename}
    /></a>
  </discord-image-attachment>`;
}

function file({ url, filename, size }: AttachmentView) {
  const [bytes, unit] = size < 1024 ? [size, 'bytes'] : [(size / 1024).toFixed(2), 'KB'];
  return html`<discord-file-attachment
    name=${filename}
    href=${url}
    bytes=${bytes}
    bytes-unit=${unit}
  ></discord-file-attachment>`;
}
