import * as fc from 'fast-check';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import { InteractionType } from '#loopback/discord/interactions.ts';
import type { RegisteredCommand } from '#loopback/discord/registered-command.ts';
import type { CommandOption } from '#loopback/discord/wire.ts';

import type { Found, Harvest } from './harvest.ts';
import { mostly, mutated, oddJson, oddText } from './odd-values.ts';

/** What someone sends, and the message that it is about. */
export type OddInteraction = {
  readonly type: number;
  readonly data: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly source?: DiscordMessage | undefined;
};

type Resolved = Readonly<Record<string, unknown>>;

/** Any interaction: well-formed in its address, so that there is always somewhere to answer. */
export function oddInteractions(
  commands: readonly RegisteredCommand[],
  harvest: Harvest,
): fc.Arbitrary<OddInteraction> {
  return fc.oneof(
    { weight: 4, arbitrary: commandUses(commands, harvest) },
    { weight: 2, arbitrary: typing(commands, harvest) },
    { weight: 3, arbitrary: presses(harvest) },
    { weight: 2, arbitrary: submits(harvest) },
    { weight: 1, arbitrary: shapeless },
  );
}

/** For systems, titles, time zones. */
const WORDS = ['', 'snes', '3', 'a', 'P', 'Fu', 'Europe/Berlin', 'UTC', '1', 'last', 'game/1'];

const ids = fc.oneof(fc.constantFrom('1', '18446744073709551615', '99999999999999999999'), oddText);
const locales = fc.constantFrom('en-US', 'de', 'fr', 'ja', 'pt-BR', 'es-419', 'tlh', 'zh-CN');

/** What is beside the data: mostly nothing odd. */
const envelopes: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  { weight: 7, arbitrary: locales.map((locale) => ({ locale })) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        locale: fc.oneof(locales, oddJson),
        guild_locale: fc.oneof(locales, oddJson),
        guild_id: fc.oneof(fc.constant(undefined), ids, oddJson),
        member: fc.oneof(
          fc.constant(undefined),
          fc.record({ user: fc.record({ id: ids }), permissions: fc.oneof(ids, oddJson) }),
          oddJson,
        ),
        user: fc.oneof(fc.constant(undefined), fc.record({ id: ids }), oddJson),
        channel: fc.oneof(
          fc.constant(undefined),
          fc.record({ id: ids, type: fc.integer() }),
          oddJson,
        ),
        context: oddJson,
      },
      { requiredKeys: [] },
    ),
  },
);

/** A value that Discord would send for the option. */
function valueFor(option: CommandOption, { channel, players }: Harvest): fc.Arbitrary<unknown> {
  const { type, choices, min_value: min, max_value: max } = option;
  if (choices?.length) return fc.constantFrom(...choices.map(({ value }) => value));
  switch (type) {
    case 4:
    case 10:
      return fc.integer({ min: min ?? 0, max: max ?? 1_000 });
    case 5:
      return fc.boolean();
    case 6:
    case 9:
      return ids;
    case 7:
      return fc.constant(channel.id);
    default:
      return fc.oneof(
        fc.constantFrom(...players, `<@${channel.id}>`, ...WORDS),
        fc.constantFrom(...players, ...WORDS),
        oddText,
      );
  }
}

/** A value as another option may have it. */
const otherKind = fc.oneof(fc.boolean(), fc.double({ noNaN: true }), fc.integer(), oddText);

/** Options as Discord would send them, and some that it wouldn't. */
function optionsOf(
  options: readonly CommandOption[],
  harvest: Harvest,
): fc.Arbitrary<readonly unknown[]> {
  const given = options.map((option) => {
    const { name, type, required } = option;
    const one = fc.record({
      name: fc.constant(name),
      type: mostly(fc.constant(type), fc.integer({ min: 0, max: 12 })),
      value: fc.oneof(
        { weight: 12, arbitrary: valueFor(option, harvest) },
        { weight: 1, arbitrary: otherKind },
        { weight: 1, arbitrary: oddJson },
      ),
    });
    const isGiven = fc.constantFrom(
      ...(required === true ? [true, true, true, false] : [true, false]),
    );
    return fc.tuple(isGiven, one).map(([is, value]) => (is ? [value] : []));
  });
  const stranger = fc.record({ name: oddText, type: fc.integer({ max: 12 }), value: oddJson });
  const strangers = fc.oneof(
    { weight: 24, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.oneof(stranger, oddJson), { maxLength: 3 }) },
  );
  return fc.tuple(...given, strangers).map((parts) => parts.flat());
}

/** Channels and roles as Discord would describe them. */
function resolvedBy({ channel }: Harvest): fc.Arbitrary<unknown> {
  const known = fc.record({
    id: fc.constant(channel.id),
    type: mostly(fc.constantFrom(0, 5, 11, 15), fc.integer()),
    name: oddText,
    parent_id: fc.oneof(fc.constant(null), oddJson),
  });
  const role = fc.record({ id: ids, name: oddText, mentionable: fc.boolean() });
  const good: fc.Arbitrary<Resolved> = fc
    .tuple(known, role)
    .map(([one, other]) => ({ channels: { [channel.id]: one }, roles: { [other.id]: other } }));
  return mostly(good, oddJson);
}

function commandUses(
  commands: readonly RegisteredCommand[],
  harvest: Harvest,
): fc.Arbitrary<OddInteraction> {
  const uses = commands.flatMap((command) => {
    const resolved = resolvedBy(harvest);
    return branchesOf(command).map(([subcommand, options]) =>
      fc.record({
        name: mostly(fc.constant(command.name), oddText),
        type: mostly(fc.constant(command.type), fc.integer({ min: 0, max: 5 })),
        target_id: mostly(fc.constant(harvest.owner.id), oddJson),
        resolved,
        options: mostly(nested(subcommand, optionsOf(options, harvest)), oddJson),
      }),
    );
  });
  return interactionsOf(InteractionType.Command, fc.oneof(...uses));
}

function typing(
  commands: readonly RegisteredCommand[],
  harvest: Harvest,
): fc.Arbitrary<OddInteraction> {
  const uses = commands.flatMap((command) =>
    branchesOf(command).flatMap(([subcommand, options]) =>
      options
        .filter(({ autocomplete }) => autocomplete === true)
        .map((option) => {
          const focused = fc.record({
            name: fc.constant(option.name),
            type: mostly(fc.constant(option.type), fc.integer({ min: 0, max: 12 })),
            value: mostly(fc.oneof(valueFor(option, harvest), oddText), oddJson),
            focused: mostly(fc.constant(true), oddJson),
          });
          const all = fc
            .tuple(optionsOf(options, harvest), focused)
            .map(([others, typed]) => [...others, typed]);
          return fc.record({
            name: fc.constant(command.name),
            type: fc.constant(1),
            options: nested(subcommand, all),
          });
        }),
    ),
  );
  return interactionsOf(InteractionType.Autocomplete, fc.oneof(...uses));
}

/** The options of a command, or of each of its subcommands. */
function branchesOf({ options }: RegisteredCommand) {
  const subcommands = (options ?? []).filter(({ type }) => type === 1);
  return subcommands.length > 0
    ? subcommands.map(({ name, options: inner }) => [name, inner ?? []] as const)
    : [[undefined, options ?? []] as const];
}

function nested(
  subcommand: string | undefined,
  options: fc.Arbitrary<readonly unknown[]>,
): fc.Arbitrary<readonly unknown[]> {
  if (subcommand === undefined) return options;
  return options.map((inner) => [{ name: subcommand, type: 1, options: inner }]);
}

function presses({ components }: Harvest): fc.Arbitrary<OddInteraction> {
  return fc.constantFrom(...components).chain((found) => {
    const chosen = found.values.length > 0 ? fc.constantFrom(...found.values) : oddText;
    const data = fc.record({
      custom_id: customIdOf(found),
      component_type: fc.constantFrom(2, 3),
      values: mostly(fc.array(fc.oneof(chosen, oddText), { maxLength: 3 }), oddJson),
    });
    return interactionsOf(InteractionType.Component, data, found.message);
  });
}

function submits({ components, modals }: Harvest): fc.Arbitrary<OddInteraction> {
  return fc.constantFrom(...modals, ...modals, ...components).chain((found) => {
    const inputId = mostly(fc.constantFrom(...found.values, 'page'), oddText);
    const input = fc.record({
      type: mostly(fc.constant(4), fc.integer()),
      custom_id: inputId,
      value: mostly(fc.oneof(fc.integer().map(String), oddText), oddJson),
    });
    const holder = fc.oneof(
      fc.array(input, { maxLength: 2 }).map((inputs) => ({ type: 1, components: inputs })),
      input.map((component) => ({ type: 18, component })),
      oddJson,
    );
    const data = fc.record({
      custom_id: customIdOf(found),
      components: mostly(fc.array(holder, { maxLength: 3 }), oddJson),
    });
    return interactionsOf(InteractionType.Modal, data, found.message);
  });
}

const customIdOf = ({ customId }: Found) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(customId) },
    { weight: 8, arbitrary: mutated(fc.constant(customId)) },
    { weight: 1, arbitrary: oddJson },
  );

const shapeless: fc.Arbitrary<OddInteraction> = fc.record({
  type: fc.constantFrom(2, 3, 4, 5),
  data: fc.oneof(oddJson, fc.constant(undefined)),
  fields: envelopes,
});

function interactionsOf(
  type: number,
  data: fc.Arbitrary<unknown>,
  source?: DiscordMessage,
): fc.Arbitrary<OddInteraction> {
  return fc.record({
    type: fc.constant(type),
    data,
    fields: envelopes,
    source: fc.constant(source),
  });
}
