import { BITS, SNOWFLAKE } from '../ids.ts';
import { INTERACTION_TYPES, isToken, LOCALE_LIMIT } from './interaction-schemas.ts';
import type { Envelope, SentCommand, SentComponent } from './interaction-schemas.ts';

/**
 * Whether what Discord sent already is what a schema would make of it. Nearly everything is, and a schema takes ten
 * times as long to say so, while someone waits. What these are in doubt about is for the schema.
 */

const TYPES: ReadonlySet<unknown> = new Set(INTERACTION_TYPES);

/** See `envelope`. */
export function isOrdinaryEnvelope(sent: unknown): sent is Envelope {
  return (
    isFields(sent) &&
    isSnowflake(sent['id']) &&
    isSnowflake(sent['application_id']) &&
    typeof sent['token'] === 'string' &&
    isToken(sent['token']) &&
    TYPES.has(sent['type']) &&
    isMissingOr(sent['locale'], isLocale) &&
    isMissingOr(sent['guild_locale'], isLocale) &&
    isMissingOr(sent['guild_id'], isSnowflake) &&
    isMissingOr(sent['member'], isMember) &&
    isMissingOr(sent['user'], isUser) &&
    isMissingOr(sent['channel'], isChannel) &&
    isMissingOr(sent['authorizing_integration_owners'], isTexts) &&
    isMissingOr(sent['message'], isMessage)
  );
}

/** See `command`. Chosen channels and roles are for the schema. */
export function isOrdinaryCommand(data: unknown): data is SentCommand {
  return (
    isFields(data) &&
    typeof data['name'] === 'string' &&
    Number.isFinite(data['type']) &&
    isMissingOr(data['target_id'], isSnowflake) &&
    isMissingOr(data['options'], isOptions) &&
    isMissing(data['resolved'])
  );
}

/** See `component`. */
export function isOrdinaryComponent(data: unknown): data is SentComponent {
  return (
    isFields(data) &&
    isWellFormed(data['custom_id']) &&
    isMissingOr(data['values'], isWellFormedList) &&
    isMissingOr(data['components'], Array.isArray)
  );
}

function isMember(sent: unknown): boolean {
  return isFields(sent) && isUser(sent['user']) && isMissingOr(sent['permissions'], isBits);
}

function isUser(sent: unknown): boolean {
  return isFields(sent) && isSnowflake(sent['id']);
}

function isChannel(sent: unknown): boolean {
  return isFields(sent) && isSnowflake(sent['id']) && Number.isFinite(sent['type']);
}

function isTexts(sent: unknown): boolean {
  return isFields(sent) && Object.values(sent).every((value) => typeof value === 'string');
}

function isMessage(sent: unknown): boolean {
  return (
    isFields(sent) &&
    typeof sent['id'] === 'string' &&
    isMissingOr(sent['flags'], Number.isSafeInteger) &&
    isMissingOr(sent['embeds'], isDescribed)
  );
}

function isDescribed(embeds: unknown): boolean {
  if (!Array.isArray(embeds)) return false;
  const first: unknown = embeds[0];
  return isFields(first) && typeof first['description'] === 'string';
}

function isOptions(options: unknown): boolean {
  return Array.isArray(options) && options.every(isOption);
}

function isOption(option: unknown): boolean {
  return isLeaf(option) && isMissingOr(option['options'], isLeaves);
}

/** Of a subcommand. */
function isLeaves(options: unknown): boolean {
  return Array.isArray(options) && options.every(isLeaf);
}

function isLeaf(option: unknown): option is Fields {
  return (
    isFields(option) &&
    typeof option['name'] === 'string' &&
    Number.isFinite(option['type']) &&
    (option['value'] === undefined || isValue(option['value'])) &&
    isMissingOr(option['focused'], isBoolean)
  );
}

function isValue(value: unknown): boolean {
  return isWellFormed(value) || Number.isFinite(value) || isBoolean(value);
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isMissingOr(value: unknown, is: (value: unknown) => boolean): boolean {
  return isMissing(value) || is(value);
}

function isSnowflake(value: unknown): boolean {
  return typeof value === 'string' && SNOWFLAKE.test(value);
}

function isBits(value: unknown): boolean {
  return typeof value === 'string' && BITS.test(value);
}

function isLocale(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LOCALE_LIMIT;
}

function isWellFormed(value: unknown): boolean {
  return typeof value === 'string' && value.isWellFormed();
}

function isWellFormedList(values: unknown): boolean {
  return Array.isArray(values) && values.every(isWellFormed);
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}
