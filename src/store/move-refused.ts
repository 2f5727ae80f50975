/** Why a database can't be moved, in kinds that an operator can act on. */
type Problem = keyof typeof SENTENCES;

/** @param place the database that it is about @param detail what the sentence needs besides */
type Sentence = (place: string, detail: string) => string;

const SENTENCES = {
  noSource: () =>
    'Say which SQLite database to move, like: npm run move-database -- sqlite:data/completionist.db',
  noTarget: () =>
    'DATABASE_URL must be where the database moves to: set it to postgres://<user>@<host>/<database>',
  noFile: (place) => `There is no file ${place}: check its path`,
  unreadable: (place, advice) => `${place} ${advice}`,
  foreignSource: (place) => `${place} is not a database of Completionist: check its path`,
  olderSource: (place) =>
    `${place} was written by an older version of Completionist: start this version with it once, stop it, and move it then`,
  newerSource: (place) =>
    `${place} was written by a newer version of Completionist: move it with that version`,
  busySource: (place) => `A bot is using ${place}: stop it first`,
  busyTarget: (place) => `A bot is using ${place}: stop it first`,
  filledTarget: (place, tables) =>
    `${place} already has rows in ${tables}: move into an empty database`,
  unknownTables: (_, tables) =>
    `The SQLite database has tables that are not Completionist's (${tables}): remove them first`,
  refusedRow: (place, problem) => `${place} refuses a row of ${problem}. Nothing was moved`,
  lostRows: (place, table) =>
    `${place} doesn't have as many rows in ${table} as were copied. Nothing was moved`,
} satisfies Record<string, Sentence>;

/** The database stays where it is. The message is one sentence for operators, without passwords. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';

  constructor(problem: Problem, place = '', detail = '') {
    super(SENTENCES[problem](place, detail));
  }
}
