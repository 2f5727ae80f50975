import type { IncomingMessage } from 'node:http';

import { ApiError } from './api-error.ts';
import type { UploadedFile } from './entities.ts';

type ReadBody = { body: unknown; files: UploadedFile[] };

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}

async function multipart(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<ReadBody> {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const files: UploadedFile[] = [];
  let body: unknown = {};
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = parsedJson(value);
      continue;
    }
    const uploaded = Buffer.from(await value.arrayBuffer());
    const type = value.type || 'application/octet-stream';
    files.push({ field, filename: value.name, contentType: type, bytes: uploaded });
  }
  return { body, files };
}

/**
 * Reads JSON, or a form with `payload_json` and `files[n]`.
 * @throws ApiError for a body that is neither
 */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const bytes = await bytesOf(request);
  if (bytes.length === 0) return { body: undefined, files: [] };
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) {
    return multipart(Buffer.from(bytes), contentType);
  }
  if (!contentType.startsWith('application/json')) {
    const expected = `Expected "Content-Type" header to be one of {'application/json', 'multipart/form-data'}.`;
    throw new ApiError(400, 50035, expected);
  }
  return { body: parsedJson(bytes.toString()), files: [] };
}
