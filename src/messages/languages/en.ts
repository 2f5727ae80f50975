/** Every text that people read, in English. A locale without a language of its own gets this one. */
export const en = {
  award: {
    mastered: 'Mastered',
    completed: 'Completed (softcore)',
    'beaten-hardcore': 'Beaten',
    'beaten-softcore': 'Beaten (softcore)',
    none: 'Unfinished',
  },
  status: {
    all: 'All games',
    unfinished: 'Unfinished',
    awarded: 'With an award',
    beaten: 'Beaten',
    'beaten-hardcore': 'Beaten (hardcore)',
    'beaten-softcore': 'Beaten (softcore)',
    completed: 'Completed (softcore)',
    mastered: 'Mastered',
  },
  sort: {
    recent: 'Recently played first',
    oldest: 'Longest not played first',
    title: 'By title',
    progress: 'Most progress first',
    'least-progress': 'Least progress first',
    award: 'Highest award first',
  },
  library: {
    counts:
      '**{{played, number}}** played · **{{unfinished, number}}** unfinished · **{{beaten, number}}** beaten · **{{mastered, number}}** mastered',
    softcoreCounts: 'Softcore: **{{beaten, number}}** beaten · **{{completed, number}}** completed',
    loading: '⏳ {{loaded, number}} of {{total, number}} games so far',
    provisional: 'the rest may change this page',
    halted: '⚠️ Stopped at {{loaded, number}} of {{total, number}} games: {{reason}}',
    outdated: '⚠️ This is the copy from {{age}}: {{reason}}',
    updated: 'Updated {{age}}',
    search: '“{{search}}”',
    noAchievements: 'No achievements now',
    softcore: 'SC',
    partlySoftcore: 'sc',
    noGames:
      'No games with achievements here yet. They appear once **{{player}}** has earned the first one.',
    noMatches: 'No game matches. Choose another status or system below, or “{{all}}”.',
    noMatchesYet: 'No game matches so far.',
    footer:
      'Games {{first, number}}–{{last, number}} of {{count, number}} · Page {{page, number}} of {{pages, number}}',
    footerEmpty: 'No games · Page 1 of 1',
    statusMenu: 'Status',
    sortMenu: 'Order',
    systemMenu: 'System',
    allSystems: 'All systems',
    systemGames_one: '{{count, number}} game',
    systemGames_other: '{{count, number}} games',
    refresh: 'Refresh',
    csv: 'Export CSV',
    json: 'Export JSON',
    site: 'Site',
    jumpTitle: 'Go to a page',
    jumpLabel: 'Page, 1 to {{pages, number}}',
    jumpLabelAny: 'Page number',
    jumpInvalid:
      'That is no page number. Press the middle button again and type a whole number, such as 7.',
    refreshedRecently:
      'This library was refreshed only just now. You can refresh it again {{when}}.',
    exportOutdated: '⚠️ They are from {{age}}: {{reason}}',
    export_one: '{{count, number}} game of **{{player}}**, as {{format}}.',
    export_other: '{{count, number}} games of **{{player}}**, as {{format}}.',
  },
  failure: {
    noLinkedAccount:
      'Tell me whose games you want to see: {{command}} with `user`, the name on RetroAchievements.',
    invalidPlayer:
      '“{{typed}}” can’t be a RetroAchievements player. A name has 2 to 20 letters and digits; copy it from the address of the profile page.',
    unknownPlayer:
      'RetroAchievements knows no player called **{{player}}**. Check the spelling, or copy the name from the address of the profile page.',
    unknownSystem:
      'I don’t know a system called “{{typed}}”. Choose one from the list that appears while you type, or leave it out and use the menu under the page.',
    network: 'RetroAchievements can’t be reached at the moment. Try again in a few minutes.',
    timeout: 'RetroAchievements is not answering at the moment. Try again in a few minutes.',
    status:
      'RetroAchievements has a problem at the moment (it answered {{status}}). Try again in a few minutes.',
    unreadable:
      'RetroAchievements sent an answer that I could not read. Try again in a few minutes; the site may be under maintenance.',
    rateLimited: 'Too many requests to RetroAchievements at the moment. Try again {{when}}.',
    soon: 'in a minute',
    keyRefused:
      'RetroAchievements refuses this bot’s web API key. Whoever runs the bot has to set a new one (RA_API_KEY, from retroachievements.org/settings).',
    store:
      'I can’t reach my own records at the moment. Nothing was changed; try again in a minute.',
    unexpected:
      'Something went wrong on my side. Try again; if it keeps happening, give whoever runs this bot the reference `{{reference}}`.',
    unknownCommand: 'I don’t have this command any more. Type `/` again to see those that I have.',
    outdated:
      'This button is from another version of me, and I can’t read it any more. Use the command again for a fresh one.',
  },
  help: {
    title: 'Completionist',
    intro: 'I show what people have played, beaten and mastered on [RetroAchievements]({{site}}).',
    progress:
      'the whole library of a player, ten games a page. Filter by system and status, sort, search, export.',
    help: 'this page.',
    about: 'version, health, and how old the data is.',
    announcementsTitle: 'Announcements',
    announcementsSetup:
      'a channel gets the games that players beat and master, live or as a digest.',
    announcementsPlayers: 'whose games these are.',
    announcementsStatus: 'how it is doing, and what it looks like.',
    announcementsPause: 'stop for a while, go on, take it away.',
    announcementsWho: 'For members who may **Manage Server**.',
    buttonsTitle: 'Buttons',
    buttons:
      'They work for good, also a month later. On somebody else’s page they give you a copy that only you see. The middle one jumps to a page.',
    marksTitle: 'Marks',
    softcoreMarks: '`SC` after the achievements: won in softcore. `sc`: some of them.',
    privateTitle: 'Only for you',
    private: 'Add `private:True` to {{command}}, and nobody else sees the answer.',
  },
  about: {
    version: 'Version',
    uptime: 'Running since',
    site: 'RetroAchievements',
    siteUnknown: 'Not asked yet',
    siteOk: 'Answered {{when}}',
    siteFailing: 'Failing since {{since}}',
    data: 'Data',
    dataNone: 'Nothing fetched yet',
    dataAge_one: '{{count, number}} library at hand, the newest from {{newest}}',
    dataAge_other: '{{count, number}} libraries at hand, the newest from {{newest}}',
    gateway: 'Connection to Discord',
    gatewayLatency: '{{ms, number}} ms',
    gatewayUnknown: 'Connected',
  },
  ordinal: {
    first: 'first',
    one: '{{n, number}}st',
    two: '{{n, number}}nd',
    few: '{{n, number}}rd',
    other: '{{n, number}}th',
  },
  post: {
    beatenAndMastered: 'Beaten and mastered',
    beatenAndCompleted: 'Beaten and completed (softcore)',
    beatenThenCompleted: 'Beaten, and completed in softcore',
    achievements_one: '{{won, number}} of {{count, number}} achievement',
    achievements_other: '{{won, number}} of {{count, number}} achievements',
    partlyHardcore: '{{hardcore, number}} in hardcore',
    nthMastered: 'Their **{{nth, ordinal}}** mastered game',
    nthCompleted: 'Their **{{nth, ordinal}}** completed game',
    nthBeaten: 'Their **{{nth, ordinal}}** beaten game',
    onSystemMastered: 'Their **{{nth, ordinal}}** mastered on {{system}}',
    onSystemCompleted: 'Their **{{nth, ordinal}}** completed on {{system}}',
    onSystemBeaten: 'Their **{{nth, ordinal}}** beaten on {{system}}',
    sample: 'A sample: this is what posts here look like.',
    awards_one: '{{count, number}} award',
    awards_other: '{{count, number}} awards',
    players_one: '{{count, number}} player',
    players_other: '{{count, number}} players',
    games_one: '{{count, number}} game',
    games_other: '{{count, number}} games',
    won: '{{player}} won {{awards}}',
    wonByPlayers: '{{awards}} by {{players}}',
    digest: '{{games}} by {{players}}',
    digestHourly: 'The past hour: {{games}} by {{players}}',
    digestDaily: 'The past day: {{games}} by {{players}}',
    digestWeekly: 'The past week: {{games}} by {{players}}',
    countOfKind: '{{mark}} {{won, number}}',
    moreGames: '…and {{count, number}} more',
    morePlayers_one: '…and {{count, number}} more player',
    morePlayers_other: '…and {{count, number}} more players',
    fullList: 'Full list',
  },
  pauseNotice: {
    title: 'Announcements are paused',
    where: 'Discord does not let me post in {{channel}} ([open it]({{url}})).',
    unknownChannel: 'The channel is gone. If it was deleted, set announcements up in another one.',
    missingAccess: 'I can’t see the channel. Give me **View Channel** there.',
    missingPermissions:
      'I am missing a permission. Give me **View Channel**, **Send Messages** and **Embed Links** there, and in a thread **Send Messages in Threads**.',
    threadLocked: 'The thread is locked. Unlock it, or give me **Manage Threads** there.',
    wrongChannelType:
      'Messages can’t be posted in a channel of this type. Set announcements up in a text channel, an announcement channel or a thread.',
    kept_one:
      'What players win meanwhile is kept for {{count, number}} day. Use {{command}} in the server, and it is posted.',
    kept_other:
      'What players win meanwhile is kept for {{count, number}} days. Use {{command}} in the server, and it is posted.',
  },
  feedKinds: {
    all: 'Beaten and mastered, softcore too',
    beaten: 'Beaten, softcore too',
    mastered: 'Mastered',
    hardcore: 'Beaten and mastered, in hardcore only',
  },
  cadence: {
    live: 'Live, each game at once',
    hourly: 'Hourly digest',
    daily: 'Daily digest',
    weekly: 'Weekly digest',
  },
  weekday: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  permission: {
    viewChannel: 'View Channel',
    sendMessages: 'Send Messages',
    sendMessagesInThreads: 'Send Messages in Threads',
    embedLinks: 'Embed Links',
    readMessageHistory: 'Read Message History',
    mentionEveryone: 'Mention @everyone, @here and All Roles',
    manageThreads: 'Manage Threads',
  },
  feed: {
    digestGone: 'I don’t have this list any more: the announcements of its channel were removed.',
    channel: 'Channel',
    kinds: 'Games',
    schedule: 'Schedule',
    role: 'Pings',
    noRole: 'Nobody',
    players: 'Players',
    playerCount: '{{count, number}} of {{limit, number}}',
    daily: '{{digest}} at {{time}} ({{timezone}})',
    weekly: '{{digest}}, {{weekday}} at {{time}} ({{timezone}})',
    next: 'The next one: {{when}}',
    isSetUp: 'Announcements are set up',
    isChanged: 'Announcements are changed',
    trackNext: 'Now say whose games I announce: {{track}}, once for each player.',
    testNext: 'See what it looks like with {{test}}, and add more players with {{track}}.',
    otherChannel:
      'These are the announcements of {{channel}}, the only ones in this server so far. To have some in this channel, too, use {{setup}} with `channel`.',
    stillPaused: '⏸️ They are paused. {{resume}} goes on with them.',
    noHistory:
      '⚠️ I may not read {{channel}}. Give me **Read Message History** there: should I be stopped in the middle of a post, I could look whether it is there.',
    silentRole:
      '⚠️ My posts would not ping {{role}}. Let everybody mention it (Server Settings, Roles), or give me **Mention @everyone, @here and All Roles** in {{channel}}.',
    advised: '⚠️ Give me {{permissions}} in {{channel}}, too.',
    tracked:
      '**{{player}}** is tracked in {{channel}} from now on: {{count, number}} of {{limit, number}}.',
    trackedLive: 'What they win is posted as soon as RetroAchievements tells me of it.',
    trackedDigest: 'What they win is in the next digest, {{when}}.',
    trackedPaused: '⏸️ Nothing is posted there until you use {{resume}}.',
    untracked: '**{{player}}** is not tracked in {{channel}} any more.',
    listTitle: 'Tracked players',
    listHead: '{{channel}}: {{count, number}} of {{limit, number}}',
    listed: '{{player}} · since {{when}}',
    listEmpty: 'Nobody is tracked in {{channel}} yet. Add somebody with {{track}}.',
    listFooter:
      'Players {{first, number}}–{{last, number}} of {{count, number}} · Page {{page, number}} of {{pages, number}}',
    statusTitle: 'Announcements',
    fine: '✅ All is well.',
    nobody: 'ℹ️ Nobody is tracked yet: {{track}}.',
    pausedByManager: '⏸️ Paused {{since}} by a manager. {{resume}} goes on.',
    pausedByDiscord:
      '⛔ Paused {{since}}: Discord does not let me post. {{reason}} Then use {{resume}}.',
    postsFailing:
      '⚠️ Discord has not taken my posts here since {{since}}. I keep trying; nothing is lost.',
    failing:
      '⚠️ RetroAchievements has not let me read the awards since {{since}}. I keep trying, and post then what was won meanwhile.',
    missing:
      '⚠️ I can’t post in {{channel}}: give me {{permissions}} under Edit Channel, Permissions (for a thread: of its channel).',
    accessUnknown: 'ℹ️ Discord does not tell me my permissions at the moment.',
    lastPoll: 'Last look at the site',
    notYet: 'Not yet',
    lastPost: 'Last post',
    noPost: 'None so far',
    waiting: 'Waiting',
    waitingCount_one: '{{count, number}} award',
    waitingCount_other: '{{count, number}} awards',
    waitingNone: 'Nothing',
    setUpAt: 'Set up',
    setUpBy: '{{when}}, last changed by {{manager}}',
    tested: 'A sample is in {{channel}} now. It pinged nobody.',
    paused_one:
      '⏸️ Announcements in {{channel}} are paused. What players win meanwhile is kept for {{count, number}} day; {{resume}} posts it.',
    paused_other:
      '⏸️ Announcements in {{channel}} are paused. What players win meanwhile is kept for {{count, number}} days; {{resume}} posts it.',
    resumed: '▶️ Announcements in {{channel}} go on.',
    resumedNothing: 'Nothing was waiting.',
    resumedLive_one: '{{count, number}} award was waiting and is posted now.',
    resumedLive_other: '{{count, number}} awards were waiting and are posted now.',
    resumedDigest_one: '{{count, number}} award is waiting; the next digest is due {{when}}.',
    resumedDigest_other: '{{count, number}} awards are waiting; the next digest is due {{when}}.',
    removeAsk: 'Remove the announcements of {{channel}}?',
    removeLoss:
      'Lost for good: their settings, {{loss}}. To stop for a while, use {{pause}} instead.',
    removeYes: 'Remove',
    removeNo: 'Keep',
    removed: '🗑️ The announcements of {{channel}} are removed: their settings, {{loss}}.',
    kept: 'Nothing was removed.',
    unposted_one: '{{count, number}} award that was not posted yet',
    unposted_other: '{{count, number}} awards that were not posted yet',
    trackedPlayers_one: '{{count, number}} tracked player',
    trackedPlayers_other: '{{count, number}} tracked players',
  },
  feedRefusal: {
    notInServer: 'Announcements belong to a server. Use this command in a channel of the server.',
    notManager:
      'Only members who may **Manage Server** can do this. Ask somebody who runs this server.',
    noFeeds: 'There are no announcements in this server yet. Set them up with {{setup}}.',
    noFeedThere: '{{channel}} has no announcements. Set them up there with {{setup}}.',
    feedsElsewhere:
      '{{channel}} has no announcements. Set them up there with {{setup}}. This server has some in {{channels}}.',
    severalFeeds:
      'This server has announcements in several channels: {{channels}}. Say which ones you mean with `channel`.',
    forumItself:
      '{{channel}} takes no messages of its own. Open a post in the forum, and choose that post as `channel`.',
    wrongChannelType:
      'I can’t announce in {{channel}}. Choose a text channel, an announcement channel or a thread as `channel`.',
    channelGone:
      'That channel is gone, or in another server. Choose another one with {{setup}}. Announcements that are left of a deleted channel go away with {{remove}}.',
    channelHidden:
      'I can’t see {{channel}}. Give me **View Channel** under Edit Channel, Permissions (for a thread: of its channel), then try again. Nothing was changed.',
    missingPermissions:
      'I can’t post in {{channel}} yet. Give me {{permissions}} under Edit Channel, Permissions (for a thread: of its channel), then try again. Nothing was changed.',
    accessUnknown:
      'Discord does not tell me at the moment what I may do there. Nothing was changed; try again in a minute.',
    unknownTimezone:
      '“{{typed}}” is no time zone that I know. Write one such as `Europe/Paris`, `America/New_York` or `UTC`, or type a city and choose from the list.',
    noIdentity:
      'RetroAchievements does not tell me the identity behind **{{player}}**, so I could lose them at a change of name. Try again in a few minutes.',
    alreadyTracked: '**{{player}}** is tracked in {{channel}} already.',
    alreadyTrackedRenamed:
      '**{{player}}** is tracked in {{channel}} already, so far as **{{former}}**: that was their name before.',
    feedFull:
      '{{channel}} has {{limit, number}} players, and that is the limit. Make room with {{untrack}}, or set up another channel.',
    notTracked: 'Nobody called “{{typed}}” is tracked in {{channel}}. See who is with {{list}}.',
    alreadyPaused:
      'Announcements in {{channel}} have been paused since {{since}}. {{resume}} goes on with them.',
    notPaused:
      'Announcements in {{channel}} are not paused. See how they are doing with {{status}}.',
    setUpAnew:
      'The announcements of {{channel}} were set up anew since you were asked. Nothing was removed; use {{remove}} again if you mean those.',
    testRefused:
      'Discord did not take the sample in {{channel}}. {{reason}} Then try {{test}} again.',
    testUnsent:
      'Discord is not answering at the moment, so I don’t know whether the sample is in {{channel}}. Have a look, and try {{test}} again in a minute.',
  },
} as const;

/** The texts of a language: the same keys as in English, with the plural forms that the language has. */
export type Texts = { readonly [Group in keyof typeof en]: Wording<(typeof en)[Group]> };

type Wording<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: string;
} & {
  readonly [K in keyof T as K extends `${infer Stem}_other`
    ? `${Stem}_${PluralForm}`
    : never]?: string;
};
type PluralForm = Exclude<Intl.LDMLPluralRule, 'other'>;
