import { z } from 'zod';

const text = z.string().nullish().transform(plain);

const embed = z.object({
  type: z.string().default('rich'),
  url: z.string().nullish().transform(address),
  title: text,
  description: text,
  timestamp: z.string().nullish().transform(instant),
  author: z.object({ name: text }).nullish(),
});

const message = z.object({
  content: text,
  // For links in the content Discord adds embeds of other types.
  embeds: z
    .array(embed)
    .nullish()
    .transform((embeds) => (embeds ?? []).filter(({ type }) => type === 'rich')),
  components: z.unknown().optional().transform(customIds),
});

/**
 * What stays of a message whatever Discord makes of it, to compare one that was sent with one that is there: what it says, and
 * what its buttons carry. Null where it can't be read.
 */
export function likenessOf(body: unknown): string | null {
  const parsed = message.safeParse(body);
  return parsed.success ? JSON.stringify(parsed.data) : null;
}

/** Discord trims texts, and takes out characters that nobody sees. [docs.discord.com, Embed Limits] */
function plain(written: string | null | undefined): string {
  const visible = (written ?? '').normalize('NFC').replaceAll(/\p{Cf}/gu, '');
  return visible.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Discord writes `…Z` as `….000000+00:00`. */
function instant(written: string | null | undefined): number | null {
  const time = Date.parse(written ?? '');
  return Number.isNaN(time) ? null : time;
}

function address(written: string | null | undefined): string {
  return written && URL.canParse(written) ? new URL(written).href : plain(written);
}

function customIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(customIds);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'custom_id' && typeof inner === 'string' ? [inner] : customIds(inner),
  );
}
