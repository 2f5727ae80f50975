import type { BodyEffect } from './faults.ts';

type Row = Readonly<Record<string, unknown>>;

/** The body with one thing wrong. */
export function spoiledBody(body: object, effect: BodyEffect): object {
  switch (effect.kind) {
    case 'wrong-type':
      return effect.field in body
        ? { ...body, [effect.field]: effect.value }
        : withFirstRow(body, { [effect.field]: effect.value });
    case 'unknown-award-kind': {
      const word = effect.word ?? 'platinum';
      return mapRows(body, (row, index) => (index > 0 ? row : withAwardKind(row, word)));
    }
    case 'results-as-object':
      return {
        ...body,
        Results: Object.fromEntries(rowsOf(body).map((row, index) => [String(index + 1), row])),
      };
    case 'null-titles':
      return mapRows(body, withoutTitle);
    case 'missing-ulid':
      return mapRows(withoutUlid(body), withoutUlid);
    case 'nothing':
      return { ...body, Count: 0, Total: 0, Results: [] };
    case 'rewritten':
      return effect.rewrite(body);
  }
}

function rowsOf(body: object): Row[] {
  const results: unknown = 'Results' in body ? body.Results : [];
  return Object.values(isRow(results) ? results : {}).filter(isRow);
}

function mapRows(body: object, change: (row: Row, index: number) => Row): object {
  return 'Results' in body ? { ...body, Results: rowsOf(body).map(change) } : body;
}

function withFirstRow(body: object, changes: Row): object {
  return mapRows(body, (row, index) => (index > 0 ? row : { ...row, ...changes }));
}

function withAwardKind(row: Row, word: string): Row {
  return { ...row, ['AwardKind' in row ? 'AwardKind' : 'HighestAwardKind']: word };
}

function withoutTitle(row: Row): Row {
  return 'GameTitle' in row
    ? { ...row, GameTitle: null, ConsoleID: null, ConsoleName: null }
    : { ...row, Title: null };
}

function withoutUlid(row: object): Row {
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'ULID'));
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
