/** Valid responses, to be changed one field at a time. */

export function wireGame(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    GameID: 319,
    Title: 'Chrono Trigger',
    ImageIcon: '/Images/063507.png',
    ConsoleID: 3,
    ConsoleName: 'SNES/Super Famicom',
    MaxPossible: 77,
    NumAwarded: 40,
    NumAwardedHardcore: 31,
    MostRecentAwardedDate: '2024-05-01T18:22:05+00:00',
    HighestAwardKind: 'beaten-hardcore',
    HighestAwardDate: '2024-04-30T23:59:59+00:00',
    ...changes,
  };
}

export function wirePage(games: readonly unknown[], total: unknown = games.length): object {
  return { Count: games.length, Total: total, Results: games };
}

export function wireAward(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    User: 'MaxMilyin',
    ULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
    AwardKind: 'mastered',
    AwardDate: '2024-12-07T11:57:18+00:00',
    GameID: 7128,
    GameTitle: 'Elf: The Movie',
    ConsoleID: 5,
    ConsoleName: 'Game Boy Advance',
    ...changes,
  };
}

export function wireProfile(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    User: 'MaxMilyin',
    ULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
    UserPic: '/UserPic/MaxMilyin.png',
    MemberSince: '2016-01-02 00:43:04',
    RichPresenceMsg: 'Playing ~Hack~ 11th Annual Vanilla Level Design Contest, The',
    LastGameID: 19504,
    TotalPoints: 399597,
    Untracked: 0,
    Motto: 'Speedruns on Fridays',
    ...changes,
  };
}

/** A copy without some fields. */
export function without(
  row: Record<string, unknown>,
  ...fields: readonly string[]
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !fields.includes(name)));
}
