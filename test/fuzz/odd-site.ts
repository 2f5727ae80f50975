import * as fc from 'fast-check';

import { mostly, oddJson, oddText } from './odd-values.ts';

/** A game of a library, as the site sends it. */
export const WIRE_GAME = {
  GameID: 1,
  Title: 'Sonic',
  ImageIcon: '/Images/000001.png',
  ConsoleID: 1,
  ConsoleName: 'Mega Drive',
  MaxPossible: 10,
  NumAwarded: 5,
  NumAwardedHardcore: 5,
  MostRecentAwardedDate: '2024-01-01T00:00:00+00:00',
  HighestAwardKind: 'mastered',
  HighestAwardDate: '2024-01-01T00:00:00+00:00',
};

/** Numbers that a computer may write where a count belongs. */
const oddNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e21, 1e308, -1e308, 5e-324),
  fc.constantFrom('0', '007', '-1', '1.5', '1e3', '9'.repeat(20), '9'.repeat(400), ' 12 '),
);

const longText = fc.constantFrom(
  'x'.repeat(100_000),
  '<b>&amp;'.repeat(12_500),
  '👾'.repeat(50_000),
);
const oddDate = fc.constantFrom(
  '0000-00-00 00:00:00',
  '9999-12-31T23:59:59+00:00',
  '+275760-09-13T00:00:00Z',
  '1969-12-31T23:59:59+00:00',
  '2024-02-30T00:00:00+00:00',
  '2024-01-01 00:00:00',
  'yesterday',
);

/** Anything in place of a field. */
const oddField = fc.oneof(oddNumber, oddText, longText, oddDate, oddJson);
const oddKind = fc.constantFrom('platinum', 'mastered ', 'Mastered', '', 'beaten-casual');

const fieldsOf = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), fc.oneof(oddField, oddKind), { maxKeys: 3 });

const GAME = [
  'GameID',
  'Title',
  'ImageIcon',
  'ConsoleID',
  'ConsoleName',
  'MaxPossible',
  'NumAwarded',
  'NumAwardedHardcore',
  'MostRecentAwardedDate',
  'HighestAwardKind',
  'HighestAwardDate',
];
const PROFILE = ['User', 'ULID', 'UserPic', 'Motto', 'Untracked', 'TotalPoints', 'MemberSince'];
const AWARD = [
  'User',
  'ULID',
  'AwardKind',
  'AwardDate',
  'GameID',
  'GameTitle',
  'ConsoleID',
  'ConsoleName',
];

/** What becomes of a good body. */
export type Rewrite = (body: object) => object;

/** Changes nothing. */
export const asItIs: Rewrite = (body) => body;

/** Fields of the first rows replaced; of the page, seldom. */
function rowsRewritten(names: readonly string[]): fc.Arbitrary<Rewrite> {
  const rows = fc.array(mostly(fieldsOf(names), oddJson), { maxLength: 6 });
  const page = fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ Total: oddField }) },
    { weight: 1, arbitrary: fc.record({ Count: oddField, Results: oddJson }) },
  );
  return fc.tuple(rows, page).map(([changes, outer]) =>
    shownAs([changes, outer], (body) => ({
      ...body,
      Results: rowsOf(body).map((row, n) => changedRow(row, changes[n])),
      ...outer,
    })),
  );
}

function changedRow(row: object, change: unknown): unknown {
  if (change === undefined) return row;
  return typeof change === 'object' && change !== null && !Array.isArray(change)
    ? { ...row, ...change }
    : change;
}

function rowsOf(body: object): readonly object[] {
  return 'Results' in body && Array.isArray(body.Results) ? body.Results : [];
}

/** fast-check prints what it does, not its code. */
function shownAs(what: unknown, rewrite: Rewrite): Rewrite {
  return Object.assign(rewrite, { [fc.toStringMethod]: () => fc.stringify(what) });
}

/** Any JSON for the whole body. */
const replaced: fc.Arbitrary<Rewrite> = oddJson.map((json) =>
  shownAs(json, () => (typeof json === 'object' && json !== null ? json : [json])),
);

const orReplaced = (usual: fc.Arbitrary<Rewrite>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: replaced });

export const oddLibrary = orReplaced(rowsRewritten(GAME));
export const oddAwards = orReplaced(rowsRewritten(AWARD));
export const oddProfile = orReplaced(
  fieldsOf(PROFILE).map((changes) => shownAs(changes, (body) => ({ ...body, ...changes }))),
);
