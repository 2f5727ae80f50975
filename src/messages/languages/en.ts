/**
 * Every text that people read, in English, in ICU MessageFormat. A locale without a language of its own gets this one.
 */
export const en = {
  /** Descriptions of commands: 100 characters. */
  command: {
    progress: 'Browse a player’s games with their progress and awards',
    random: 'Pick a random game from a player’s library',
    stats: 'See a player’s awards over time, by system, and this year, in one picture',
    compare: 'Compare two players’ games, and see who’s ahead',
    game: 'See who in this server has a game, and how far along they are',
    leaderboard: 'See who in this server has beaten or mastered the most games',
    announcements: 'Announce the games that players beat and master',
    announcementsSetup:
      'Set up announcements in a channel, or change only the settings you fill in',
    announcementsTrack: 'Announce the games that players beat and master from now on',
    announcementsUntrack: 'Stop announcing a player’s games',
    announcementsInvite: 'Post a message where members can sign up for announcements',
    announcementsList: 'See which players are tracked',
    announcementsStatus: 'See the last check, last post, next digest, and any problems',
    announcementsTest: 'Post a sample announcement in the channel',
    announcementsPause: 'Pause announcements; new awards are kept for 7 days',
    announcementsResume: 'Resume announcements and post what was missed',
    announcementsRemove: 'Remove a channel’s announcements and its list of tracked players',
    link: 'Link your RetroAchievements account, so you can leave out your username',
    unlink: 'Unlink your RetroAchievements account',
    privacy: 'See, download, or delete what I store about you',
    help: 'See what this bot can do',
    about: 'See the bot’s version, its status, and how old its data is',
  },
  /** Commands in the menu of a member: 32 characters. */
  menuName: { 'Show progress': 'Show progress' },
  /** Descriptions of options: 100 characters. */
  option: {
    user: 'RetroAchievements username or profile link',
    compareUser: 'RetroAchievements username or profile link (default: your own)',
    other: 'Who to compare them with (default: yourself)',
    ownUser: 'Your RetroAchievements username or profile link',
    system: 'Only show games on this system',
    status: 'Only show games with this status',
    randomStatus: 'Only show games with this status (default: unfinished)',
    sort: 'How to sort the games',
    search: 'Only show games with these words in the title',
    private: 'Only you can see the reply',
    title: 'Title of the game',
    period: 'When the games were beaten or mastered (default: all time)',
    kind: 'Which awards count (default: all)',
    casual: 'Also count games with casual awards',
    channel: 'Channel or thread (optional if only one has announcements)',
    setupChannel: 'Channel or thread (default: the one with announcements, or this one)',
    kinds: 'Which awards to announce (default: all)',
    schedule: 'How often to post (default: live)',
    hour: 'Hour of a daily, weekly, or monthly digest, 0 to 23 (default: 18)',
    weekday: 'Day of a weekly digest (default: Monday)',
    timezone: 'Time zone for the hour, like Europe/Paris (default: UTC)',
    role: 'Role to ping (default: none; choose @everyone to stop pings)',
    language: 'Language of the announcements (default: this server’s)',
    track: 'RetroAchievements usernames or profile links, up to 25',
    untrack: 'Players to stop tracking, up to 25',
  },
  /** Names of options: lowercase, no spaces, 32 characters. Texts write them in backticks. */
  optionName: {
    user: 'user',
    other: 'other',
    system: 'system',
    status: 'status',
    sort: 'sort',
    search: 'search',
    private: 'private',
    title: 'title',
    period: 'period',
    kind: 'kind',
    casual: 'casual',
    channel: 'channel',
    kinds: 'kinds',
    schedule: 'schedule',
    hour: 'hour',
    weekday: 'weekday',
    timezone: 'timezone',
    role: 'role',
    language: 'language',
  },
  /** What people type to jump to a page, in lowercase, with commas between: `last`, `page 12`, `12 of 129`. */
  jump: {
    first: 'first, start, beginning',
    last: 'last, end, final',
    page: 'page, pages, pg, p, no, number',
    of: 'of, out of',
    to: 'to, go, go to, goto, jump to, skip to',
  },
  award: {
    mastered: 'Mastered',
    completed: 'Completed (casual)',
    'beaten-hardcore': 'Beaten',
    'beaten-softcore': 'Beaten (casual)',
    none: 'Unfinished',
  },
  status: {
    all: 'All games',
    unfinished: 'Unfinished',
    awarded: 'Any award',
    beaten: 'Beaten (hardcore or casual)',
    'beaten-hardcore': 'Beaten',
    'beaten-softcore': 'Beaten (casual)',
    completed: 'Completed (casual)',
    mastered: 'Mastered',
    'completed-or-mastered': 'Completed or mastered',
    'not-100': 'Below 100%',
    revised: 'Awards for revised sets',
    'hardcore-awards': 'Any hardcore award',
    'casual-awards': 'Any casual award',
    'hardcore-progress': 'Any hardcore progress',
    'casual-progress': 'Any casual progress',
  },
  sort: {
    recent: 'Newest unlock first',
    oldest: 'Oldest unlock first',
    title: 'Title (A–Z)',
    'title-desc': 'Title (Z–A)',
    progress: 'Most progress first',
    'least-progress': 'Least progress first',
    closest: 'Fewest achievements left first',
    award: 'Highest award first',
  },
  library: {
    counts:
      '**{played, number}** played · **{unfinished, number}** unfinished · **{beaten, number}** beaten · **{mastered, number}** mastered',
    casualCounts: 'Casual: **{beaten, number}** beaten · **{completed, number}** completed',
    loading: '⏳ {loaded, number} of {total, number} games loaded',
    provisional: 'this page may still change',
    halted: '⚠️ Only {loaded, number} of {total, number} games loaded. {reason}',
    outdated: '⚠️ Saved copy from {age}. {reason}',
    updated: 'Updated {age}',
    search: '“{search}”',
    noAchievements: 'No active achievements',
    casual: 'CA',
    partlyCasual: 'ca',
    noGames: 'No games yet. A game shows up here once **{player}** unlocks an achievement in it.',
    countsOn: '{system}: {counts}',
    noSearchMatches: 'No games match “{search}”. Check the spelling, or clear the search.',
    noFilterMatches: 'No games match {filters}. Try other filters below.',
    noMatches:
      'No games match “{search}” with {filters}. Clear the search, or try other filters below.',
    clearSearch: 'Clear search',
    noMatchesYet: 'No matching games so far.',
    footer:
      '{shown, plural, one {Game {first, number}} other {Games {first, number}–{last, number}}} of {count, number} · Page {page, number} of {pages, number}',
    footerEmpty: 'No games · Page 1 of 1',
    statusMenu: 'Filter by status',
    sortMenu: 'Sort by',
    systemMenu: 'Filter by system',
    allSystems: 'All systems',
    moreSystems: 'More systems…',
    firstSystems: 'Back to the first systems',
    systemGames: '{count, plural, one {# game} other {# games}}',
    refresh: 'Refresh',
    csv: 'Export CSV',
    json: 'Export JSON',
    stats: 'Stats',
    site: 'View on site',
    jumpTitle: 'Jump to page',
    jumpLabel: 'Page number (1–{pages, number})',
    jumpLabelAny: 'Page number',
    jumpInvalid:
      'That’s not a page number. Press the middle button again and enter a number like 7, or “last”.',
    refreshedRecently: 'This library was just refreshed. You can refresh it again {when}.',
    exportedALot:
      'You’ve exported a lot of files in the last few minutes. You can export again {when}.',
    exportOutdated: '⚠️ This is a saved copy from {age}. {reason}',
    export:
      'Exported {count, plural, one {# game} other {# games}} from **{player}**’s library as {format}.',
  },
  random: {
    all: '{count, plural, one {The only game} other {1 of # games}}',
    unfinished: '{count, plural, one {The only unfinished game} other {1 of # unfinished games}}',
    awarded: '{count, plural, one {The only game} other {1 of # games}} with an award',
    beaten:
      '{count, plural, one {The only game} other {1 of # games}} beaten in hardcore or casual mode',
    'beaten-hardcore': '{count, plural, one {The only beaten game} other {1 of # beaten games}}',
    'beaten-softcore':
      '{count, plural, one {The only game} other {1 of # games}} beaten in casual mode',
    completed: '{count, plural, one {The only completed game} other {1 of # completed games}}',
    mastered: '{count, plural, one {The only mastered game} other {1 of # mastered games}}',
    'completed-or-mastered':
      '{count, plural, one {The only completed or mastered game} other {1 of # completed or mastered games}}',
    'not-100': '{count, plural, one {The only game} other {1 of # games}} below 100%',
    revised:
      '{count, plural, one {The only game} other {1 of # games}} with an award for a revised set',
    'hardcore-awards':
      '{count, plural, one {The only game} other {1 of # games}} with a hardcore award',
    'casual-awards':
      '{count, plural, one {The only game} other {1 of # games}} with a casual award',
    'hardcore-progress':
      '{count, plural, one {The only game} other {1 of # games}} with hardcore progress',
    'casual-progress':
      '{count, plural, one {The only game} other {1 of # games}} with casual progress',
    lastUnlock: 'Last unlock {when}',
    noMatches:
      'None of **{player}**’s games match {filters}. Use {command} with another `status` or `system`.',
    another: 'Another',
    library: 'Library',
  },
  stats: {
    otherCount: 'Other awards: **{count, number}**',
    other: 'Other awards',
    games: '{count, plural, one {# game} other {# games}}',
    overTime: 'Awards over time',
    systems: 'Games by system',
    moreSystems: '+{count, plural, one {# system} other {# systems}}',
    year: 'Awards in {year}',
    milestones: 'Milestones',
    noAwards: 'No awards yet',
    noDates: 'No awards with a date',
    noAwardsThisYear: 'None so far',
    systemNumber: 'System {id}',
    gameNumber: 'Game {id}',
    nthMastered:
      '{nth, selectordinal, =1 {First} one {#st} two {#nd} few {#rd} other {#th}} mastered',
    nthCompleted:
      '{nth, selectordinal, =1 {First} one {#st} two {#nd} few {#rd} other {#th}} completed',
    nthBeaten: '{nth, selectordinal, =1 {First} one {#st} two {#nd} few {#rd} other {#th}} beaten',
    nthBeatenCasual:
      '{nth, selectordinal, =1 {First} one {#st} two {#nd} few {#rd} other {#th}} beaten (casual)',
    firstAward: 'First award: {game}, {when}',
    bestMonth: 'Best month: **{month}**, with {count, plural, one {# award} other {# awards}}',
    thisYear: 'This year: {count, plural, one {# award} other {# awards}}',
    topSystems: 'Top systems: {systems}',
    systemGames: '{system} ({count, number})',
    milestone: '{nth}: {game}',
    milestoneOn: '{nth}: {game}, {when}',
    alt: 'Statistics of {player} on RetroAchievements, {count, plural, one {# game} other {# games}}',
    altAwards: 'Awards: {awards}',
    altMonths: 'Awards in {year} by month: {months}',
    altMilestones: 'Milestones: {milestones}',
    noPicture: '⚠️ I can’t draw the picture right now. Try again in a minute.',
    askedALot:
      'You’ve looked at a lot of statistics in the last few minutes. You can look again {when}.',
    library: 'Library',
  },
  comparison: {
    common: '{count, plural, one {**#** game} other {**#** games}} in common',
    ahead: 'ahead in **{games, number}**',
    tied: 'tied in **{games, number}**',
    lead: '+{unlocked, number} of {possible, number}',
    leadByAward: 'higher award',
    leadInHardcore: '+{hardcore, number} hardcore',
    listMenu: 'Choose which games to show',
    both: 'Games in common',
    only: 'Games only {player} has',
    sortLead: '{player}’s biggest lead first',
    sortClosest: 'Closest race first',
    noneShared: '**{one}** and **{other}** have no games in common. Choose other games below.',
    noneOnlyOne: '**{other}** has every game that **{one}** has. Choose other games below.',
    noneOnlyOther: '**{one}** has every game that **{other}** has. Choose other games below.',
    loading: '⏳ **{player}**: {loaded, number} of {total, number} games loaded',
    outdated: '⚠️ **{player}**: saved copy from {age}. {reason}',
    same: 'These are the same account. Enter a different player in `user` or `other` of {command}.',
    noGames:
      '**{player}** has no games yet, so there’s nothing to compare. Try again once they’ve unlocked an achievement.',
    nobody:
      'I don’t know who to compare. Enter a RetroAchievements username in `user` or `other` of {command}.',
    noOther:
      'I don’t know who to compare them with. Enter a RetroAchievements username in `other` of {command}, or link your own account with {link}.',
    noUser:
      'I don’t know who to compare them with. Enter a RetroAchievements username in `user` of {command}, or link your own account with {link}.',
  },
  failure: {
    ambiguousSystem:
      '“{typed}” could be {systems}. Enter one of these in `system`, or choose from the list that appears as you type.',
    noLinkedAccount:
      'I don’t know whose games to show. Enter a RetroAchievements username in `user` of {command}, or link your own account with {link}.',
    memberIsBot:
      '{member} is a bot, and bots don’t have games on RetroAchievements. Open the menu of a person instead.',
    memberNotLinked:
      '{member} hasn’t linked and verified a RetroAchievements account. They can do that with {link}.',
    invalidPlayer:
      '“{typed}” isn’t a RetroAchievements username. Usernames are 2 to 20 letters and numbers. You can also paste a link to the player’s profile.',
    unknownPlayer:
      'RetroAchievements has no player called **{player}**. Check the spelling, or paste a link to their profile.',
    accountGone:
      'This account is gone from RetroAchievements. If the player has a new one, enter its name instead.',
    accountGoneNamed:
      'This account is gone from RetroAchievements: **{player}**. If the player has a new one, enter its name instead.',
    unknownSystem:
      'I can’t tell which system “{typed}” is. Choose one from the list that appears as you type, or leave `system` out and use the menu below the games.',
    network: 'I can’t reach RetroAchievements right now. Try again in a few minutes.',
    timeout: 'RetroAchievements isn’t responding right now. Try again in a few minutes.',
    status:
      'RetroAchievements is having problems right now (error {status}). Try again in a few minutes.',
    redirect:
      'RetroAchievements is sending me to another address (error {status}), and I won’t send my API key there. If this keeps happening, ask the bot’s owner to check `RA_URL`.',
    down: 'RetroAchievements is down right now (error {status}). Try again in a few minutes.',
    unreadable:
      'RetroAchievements sent a response I can’t read. It may be down for maintenance. Try again in a few minutes.',
    emptied:
      'RetroAchievements lists no games for this player right now. Try again in a few minutes.',
    rateLimited: 'Too many requests to RetroAchievements right now. Try again {when}.',
    ownShare:
      'You’ve looked up a lot of games in a short time, so I have to leave room for others. Try again {when}.',
    soon: 'in a minute',
    keyRefused:
      'RetroAchievements rejected this bot’s web API key. Ask the bot’s owner to set a new `RA_API_KEY` from retroachievements.org/settings.',
    store: 'I can’t reach my database right now. Nothing was changed. Try again in a minute.',
    storeSince:
      'I can’t reach my database right now. Problems started {since}. Nothing was changed. Try again in a minute.',
    unexpected:
      'Something went wrong. Try again. If it keeps happening, send the bot’s owner this code: `{reference}`.',
    unknownCommand: 'This command no longer exists. Type `/` to see my current commands.',
    strangeOptions:
      'Discord sent an older version of this command. Use the command again. If that doesn’t help, restart Discord.',
    unknownChannel:
      'I can’t tell which channel you mean. Use the command again and choose the channel from the list.',
    unknownRole:
      'I can’t tell which role you mean. Use the command again and choose the role from the list.',
    outdated:
      'This message is from a different version of the bot and no longer works. Use the command again.',
  },
  help: {
    title: 'Completionist',
    intro: 'See what people have played, beaten, and mastered on [RetroAchievements]({site}).',
    progress: 'Browse a player’s library, ten games a page. Filter, sort, search, and export it.',
    random: 'Pick a random game to play next: an unfinished one, unless you choose a status.',
    stats: 'See a player’s awards over time and by system, this year, and their milestones.',
    compare: 'Compare two players: who’s ahead in which game, and what only one of them has.',
    link: 'Link your RetroAchievements account, so you can leave out your username.',
    game: 'See who in this server has a game, and how far along they are.',
    leaderboard: 'See who in this server has beaten or mastered the most games, and join in.',
    unlink: 'Unlink it again.',
    privacy: 'See, download, or delete what I store about you.',
    help: 'Show this page.',
    about: 'See the bot’s version, its status, and how old its data is.',
    line: '{commands}: {text}',
    announcementsTitle: 'Announcements',
    announcementsSetup: 'Announce the games that players beat and master, live or as a digest.',
    announcementsPlayers: 'Choose which players to announce, and see the list.',
    announcementsStatus: 'Check for problems, or post a sample.',
    announcementsPause: 'Pause, resume, or remove announcements.',
    announcementsWho: 'You need the **Manage Server** permission for these.',
    buttonsTitle: 'Buttons',
    buttons:
      'Buttons never expire. If you press one on someone else’s page, you get a copy that only you can see. To jump to a page, press the middle button.',
    marksTitle: 'Symbols',
    casualMarks: '`CA` All unlocks in casual mode · `ca` Some of them',
    privateTitle: 'Private replies',
    private:
      'Add `private:True` to a command that shows games or players, like {command}, so only you can see the reply.',
  },
  about: {
    version: 'Version',
    uptime: 'Started',
    site: 'RetroAchievements',
    siteUnknown: 'Not checked yet',
    siteOk: 'Responded {when}',
    siteFailing: 'Problems started {since}',
    data: 'Data',
    dataNone: 'Nothing loaded yet',
    dataAge:
      '{count, plural, one {# library, loaded} other {# libraries, the latest loaded}} {newest}',
    gateway: 'Discord',
    gatewayLatency: 'Connected ({ms, number} ms)',
    gatewayUnknown: 'Connected',
  },
  invite: {
    text: '**Want your games announced here?** Press **Announce my games**, and I’ll post the games you beat and master in {channel}. All you need is a RetroAchievements account. **Stop** takes you off the list at any time.',
    join: 'Announce my games',
    leave: 'Stop',
    slow: 'My database is slow right now, so I couldn’t ask for your username in time. Press **Announce my games** again in a minute.',
    posted: 'Posted the invitation in {channel}.',
    modalLabel: 'Your RetroAchievements username',
    joined:
      '✅ I’ll announce the games that **{player}** beats and masters in {channel}. To stop, press **Stop** under the invitation.',
    already: 'I’m already announcing **{player}** in {channel}.',
    left: 'I’ve stopped announcing **{player}** in {channel}.',
    notThere: 'I’m not announcing you in {channel}.',
    unlinked:
      'I don’t know which account is yours. Link and verify it with {link}, then press **Stop** again.',
    unverified:
      'You haven’t verified **{player}**. Do that with {link}, then press **Stop** again.',
    gone: 'There are no announcements in {channel} anymore.',
  },
  privacy: {
    addedThemselves:
      '**Added by you**: your games are announced in {count, plural, one {# channel} other {# channels}} because you pressed **Announce my games** there.',
    title: 'What I store about you',
    nothing:
      'Nothing. I only store something about you if you link an account, set up announcements, or look up players.',
    linked: '**RetroAchievements account**: **{player}**, linked {when}, not verified yet',
    code: '**Code for your motto**: {code}, expires {when}',
    codeExpired: '**Code for your motto**: {code}, expired {when}',
    linkedVerified:
      '**RetroAchievements account**: **{player}**, linked {when} and verified as yours {verified}',
    announced:
      '**Announcements**: your games are announced in {count, plural, one {# channel} other {# channels}}. I store which of your awards were posted there.',
    here: 'In this server: {channels}.',
    denied: '**Announcements**: your games are never announced, and nobody can track you.',
    manages:
      '**Set up by you**: the announcements of {count, plural, one {# channel} other {# channels}}. If they have to pause, I’ll send you a direct message.',
    games:
      '**Games**: {count, plural, one {# game of **{player}**, with its award} other {# games of **{player}**, with their awards}} and progress, for `/game` and leaderboards.',
    boards: '**Leaderboards**: {sentences}',
    leaderboards:
      'You joined the {count, plural, one {leaderboard of # server} other {leaderboards of # servers}}.',
    leftLeaderboards:
      'You left the {count, plural, one {leaderboard of # server, so it doesn’t} other {leaderboards of # servers, so they don’t}} show you.',
    lookedUp:
      '**Players you’ve looked up lately**: {players}. I suggest them to you as you type, and forget them when I restart.',
    public: 'Copies of public pages on RetroAchievements are kept for up to a day, for everyone.',
    policy: '[Privacy policy and terms]({url})',
    download: 'Download my data',
    delete: 'Delete my data',
    deny: 'Never announce me',
    allow: 'Allow announcing me',
    file: 'Everything I store about you:',
    confirm: 'Delete',
    keep: 'Keep',
    deleteTitle: 'Delete your data?',
    deleteAsk: 'You can’t undo this. I’ll forget:',
    deletesLink: 'that you’ve linked **{player}**',
    deletesGames:
      'the stored games of **{player}**, unless a server announces them or someone else has linked the account',
    deletesOwnGames: 'the stored games of **{player}**, unless a server announces them',
    deletesLeaderboards:
      'that you joined or left the {count, plural, one {leaderboard of # server} other {leaderboards of # servers}}',
    deletesAnnouncements:
      'that you signed up for announcements in {count, plural, one {# channel} other {# channels}}, with everything that’s waiting to be posted there',
    deletesManager:
      'that you set up the announcements of {count, plural, one {# channel} other {# channels}}: they continue, but if they have to pause, I can’t tell you',
    deletesLookedUp: 'which players you’ve looked up lately',
    staysAnnounced:
      '{count, plural, one {A manager} other {Managers}} added **{player}** to the announcements of {count, plural, one {# channel} other {# channels}}, and it stays there. To stop that, too, press **Keep**, then **Never announce me**.',
    staysDenied: '**{player}** stays on my list of accounts that are never announced.',
    staysPosted: 'What I’ve already posted stays in its channel.',
    kept: 'Nothing was deleted.',
    deletedAnnounced:
      'Managers still track **{player}**, so its games are still announced. To stop that, link and verify the account again, then use {privacy}.',
    deleted: 'Deleted. I no longer store anything about you.',
    deletedManager:
      'The announcements you set up continue, but if they have to pause, nobody gets a message from me until someone uses {setup} there.',
    deletedDenied:
      'Deleted. I only remember that **{player}** must never be announced. To change that, link and verify the account again.',
    nowDenied: '**{player}** won’t be announced anymore.',
    removedFrom: 'I removed you from {count, plural, one {# channel} other {# channels}}.',
    nowAllowed: '**{player}** can be announced again, once someone tracks you.',
    shownAgain:
      'You’re on the {count, plural, one {leaderboard of # server} other {leaderboards of # servers}} again.',
    notVerified:
      'You haven’t verified this account. Use {link}, put the code in your motto, and press **Check**.',
  },
  link: {
    linked:
      'You’re linked to **{player}**. From now on, {progress} shows your own games if you leave `user` out.',
    renamed: '**{former}** is now called **{player}**.',
    prove:
      'Is it yours? Put this code anywhere in your motto in your [RetroAchievements settings](<{settings}>), then press **Check**:',
    expires:
      'The code expires {when}. Only you need it, and you can remove it from your motto afterwards.',
    check: 'Check',
    profile: 'View profile',
    verified:
      '✅ **{player}** is your account, and it’s verified. You can remove the code from your motto. To unlink it, use {unlink}.',
    expired: 'That code has expired. Here’s a new one.',
    noMotto:
      'I can’t find the code: **{player}** has no motto yet. Save it on RetroAchievements, then press **Check** again.',
    otherMotto:
      'I can’t find the code in **{player}**’s motto, which is “{motto}”. Save it on RetroAchievements, then press **Check** again.',
    gone: 'You’re not linked to this account. Use {link} to link one.',
    none: 'You haven’t linked an account. You can do that with {link}.',
    noIdentity: 'RetroAchievements didn’t send an ID for **{player}**. Try again in a few minutes.',
    unlinked: 'You’re no longer linked to **{player}**.',
    stillDenied:
      '**{player}** still won’t be announced. To change that, link and verify the account again, then use {privacy}.',
    stillAnnounced:
      '**{player}** is still announced in {count, plural, one {# channel} other {# channels}}.',
    stopThere: 'To stop that, press **Stop** under the invitation there.',
    stopVerified:
      'To stop that, link and verify it again, then press **Stop** under the invitation there, or use {privacy}.',
    denied: '**{player}** won’t be announced. To change that, use {privacy}.',
    mention: 'Enter your RetroAchievements username, not a mention.',
    me: 'Enter your RetroAchievements username. “me” only works in other commands, once your account is linked.',
    replace:
      '**{player}** is your verified account. If you link **{other}** instead, I’ll forget that **{player}** is yours, and **{other}** only counts as yours once you’ve verified it.',
    replaceYes: 'Link {other}',
    replaceNo: 'Keep {player}',
    otherVerified:
      '**{player}** is your verified account. To use another one, link it with {link} first.',
    onLeaderboard:
      'You’re on this server’s leaderboard: see {leaderboard}. To leave it, press **Leave** there.',
    onLeaderboardSoon: 'Once it’s verified, you’ll be on this server’s leaderboard, too.',
  },
  game: {
    players: '{count, plural, one {# player here has} other {# players here have}} it',
    you: '← you',
    notYours: 'You don’t have this game yet.',
    unverified: 'To see your own place, verify your account with {link}.',
    hidden: 'You’re not shown in this server. To change that, press **Join** under {leaderboard}.',
    elsewhere: 'Your place: **{place, number}**',
    nobody: 'Nobody here has this game, as far as I know.',
    unknown:
      'Nobody here has a game called “{typed}”, as far as I know. Check the spelling, or choose one from the list that appears as you type.',
    ambiguous: '“{typed}” could be {games}. Choose one from the list that appears as you type.',
    many: '“{typed}” could be many games. Choose one from the list that appears as you type.',
    notInServer: 'This only works in servers. Use this command in a server channel.',
    otherServer: 'This list belongs to another server. Use {game} to see this one’s.',
  },
  leaderboard: {
    title: 'Leaderboard',
    week: 'This week',
    month: 'This month',
    year: 'This year',
    all: 'All time',
    since: '{period}, since {when}',
    any: 'All awards',
    beaten: 'Beaten',
    mastered: 'Mastered',
    hardcore: 'Hardcore',
    casual: 'Hardcore and casual',
    place: '**{place, number}.** {player} · {count, plural, one {# game} other {# games}}',
    own: 'Your place: **{place, number}**, with {count, plural, one {# game} other {# games}}',
    ownNoGames: 'You have no games that count here yet.',
    ownNoGamesThen: 'You have no games that count in this period yet.',
    ownUntracked:
      'You’re not ranked because RetroAchievements leaves your account out of its rankings.',
    ownNotHere: 'You’re not on this leaderboard. To join it, press **Join**.',
    ownUnverified: 'To join this leaderboard, verify your account with {link}.',
    ownUnlinked: 'To see your place, link your account with {link}.',
    loading:
      '⏳ {count, plural, one {# player’s games} other {The games of # players}} are still loading.',
    noGames: 'Nobody here has a game that counts yet.',
    noGamesThen: 'Nobody here has a game that counts in this period yet.',
    nobody:
      'Nobody is on this server’s leaderboard yet. Join it by linking your account with {link}. Players announced here are on it, too: managers add them with {track}.',
    join: 'Join',
    leave: 'Leave',
    joined: '✅ **{player}** is on this server’s leaderboard now.',
    left: '**{player}** is no longer on this server’s leaderboard. To come back, press **Join**.',
    leftUnverified:
      'Verifying **{player}** won’t add it to this server’s leaderboard anymore. To join after that, press **Join**.',
    notVerified:
      'You need a verified account for that. Use {link}, put the code in your motto, and press **Check**.',
    denied:
      'Your account isn’t shown in servers because you chose **Never announce me**. You can change that with {privacy}.',
    notInServer: 'Leaderboards only work in servers. Use this command in a server channel.',
    elsewhere: 'This leaderboard belongs to another server. Use {leaderboard} to see this one’s.',
  },
  post: {
    beatenAndMastered: 'Beaten and mastered',
    beatenAndCompleted: 'Beaten and completed (casual)',
    beatenThenCompleted: 'Beaten in hardcore, completed in casual',
    achievements:
      '{unlocked, number} of {count, plural, one {# achievement} other {# achievements}}',
    partlyHardcore: '{hardcore, number} in hardcore',
    nthMastered:
      'Their **{nth, selectordinal, =1 {first} one {#st} two {#nd} few {#rd} other {#th}}** mastered game',
    nthCompleted:
      'Their **{nth, selectordinal, =1 {first} one {#st} two {#nd} few {#rd} other {#th}}** completed game',
    nthBeaten:
      'Their **{nth, selectordinal, =1 {first} one {#st} two {#nd} few {#rd} other {#th}}** beaten game',
    onSystemMastered:
      'Their **{nth, selectordinal, =1 {first} one {#st} two {#nd} few {#rd} other {#th}}** game mastered on {system}',
    onSystemCompleted:
      'Their **{nth, selectordinal, =1 {first} one {#st} two {#nd} few {#rd} other {#th}}** game completed on {system}',
    onSystemBeaten:
      'Their **{nth, selectordinal, =1 {first} one {#st} two {#nd} few {#rd} other {#th}}** game beaten on {system}',
    sample: 'This is a sample announcement.',
    awards: '{count, plural, one {# game} other {# games}}',
    players: '{count, plural, one {# player} other {# players}}',
    games: '{count, plural, one {# game} other {# games}}',
    finished: '{player} finished {awards}',
    finishedByPlayers: '{players} finished {awards}',
    digest: 'Digest: {players} finished {games}',
    digestHourly: 'Hourly digest: {players} finished {games}',
    digestDaily: 'Daily digest: {players} finished {games}',
    digestWeekly: 'Weekly digest: {players} finished {games}',
    digestMonthly: 'Monthly digest: {players} finished {games}',
    countOfKind: '{mark} {earned, number}',
    topPlayers: 'Top players in hardcore',
    ranked: '**{place, number}.** {player} · {count, plural, one {# game} other {# games}}',
    playerWithGames: '**{player}** ({games, number})',
    rankedCasual: '{ranked} (+{casual, number} casual)',
    moreGames: '…and {count, number} more',
    morePlayers: '…and {count, plural, one {# more player} other {# more players}}',
    fullList: 'Full list',
    listGone:
      'This list is no longer available: its announcements were removed, or none of its players are tracked anymore.',
  },
  pauseNotice: {
    title: 'Announcements paused',
    where: 'Discord won’t let me post in {channel} ([open channel]({url})).',
    unknownChannel: 'The channel no longer exists. Set up announcements in another channel.',
    missingAccess: 'I can’t see the channel. Give me **View Channel** there.',
    missingPermissions:
      'I’m missing a permission. Give me **View Channel**, **Send Messages**, and **Embed Links** there. In a thread, I also need **Send Messages in Threads**.',
    threadLocked:
      'The thread is closed or locked. Reopen and unlock it, or give me **Manage Threads** there.',
    wrongChannelType:
      'I can’t post in this type of channel. Set up announcements in a text channel, an announcement channel, or a thread.',
    notInServer: 'I’m not in the server anymore. Add me to it again.',
    refused: 'Discord gave this reason: “{words}”.',
    unknownTimezone:
      'I no longer recognize the time zone {timezone}. Choose another one with `timezone`.',
    whereZone: 'I can’t schedule digests in {channel} ([open channel]({url})).',
    more: 'The same goes for {count, plural, one {# more channel} other {# more channels}}.',
    startOver:
      'For a deleted channel, use {command} in the server. You can move its players to another channel.',
    kept: 'I’ll keep new awards for {count, plural, one {# day} other {# days}}, and resume on my own once I can post again. To try right away, use {command} in the server.',
  },
  feedKinds: {
    all: 'All awards (hardcore and casual)',
    beaten: 'Beaten (hardcore or casual)',
    mastered: 'Mastered',
    hardcore: 'Beaten and mastered (hardcore only)',
  },
  cadence: {
    live: 'Live',
    hourly: 'Hourly digest',
    daily: 'Daily digest',
    weekly: 'Weekly digest',
    monthly: 'Monthly digest',
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
    mentionEveryone: 'Mention @everyone, @here, and All Roles',
    manageThreads: 'Manage Threads',
  },
  feed: {
    channel: 'Channel',
    kinds: 'Awards',
    schedule: 'Schedule',
    role: 'Pings',
    language: 'Language',
    noRole: 'Nobody',
    players: 'Tracked players',
    playerCount: '{count, number} of {limit, number}',
    daily: '{digest} at {time} ({timezone})',
    weekly: '{digest} on {weekday} at {time} ({timezone})',
    monthly: '{digest} on the 1st at {time} ({timezone})',
    next: 'Next: {when}',
    stillPaused: '⏸️ Announcements are still paused. Use {resume} to start posting again.',
  },
  setup: {
    isSetUp: 'Announcements set up',
    isChanged: 'Announcements updated',
    unusedOptions:
      'ℹ️ This schedule doesn’t use {options}, so {count, plural, one {it’s} other {they’re}} saved for when you choose another `schedule`.',
    dropped:
      'ℹ️ {count, plural, one {# waiting award no longer matches} other {# waiting awards no longer match}} these settings and won’t be posted.',
    trackNext: 'Next, add players with {track}.',
    testNext: 'Post a sample with {test}, or add more players with {track}.',
    otherChannel:
      'These settings are for {channel}, the only channel in this server with announcements. To announce in this channel too, use {setup} and choose it as `channel`.',
  },
  access: {
    missing:
      '⚠️ I can’t post in {channel}. Give me {permissions} in Edit Channel > Permissions (for a thread, edit its channel).',
    advised: '⚠️ Also give me {permissions} in {channel}.',
    noHistory:
      '⚠️ Give me **Read Message History** in {channel}. Without it, I might post an announcement twice if I’m interrupted.',
    silentRole:
      '⚠️ I can’t ping {role}. Turn on **Allow anyone to @mention this role** in Server Settings > Roles, or give me **Mention @everyone, @here, and All Roles** in {channel}.',
    roleGone:
      '⚠️ The role to ping was deleted, so I’m not pinging anyone. Choose another one with `role` in {setup}.',
    unknown: 'ℹ️ I couldn’t check my permissions in the channel. Try again in a minute.',
  },
  track: {
    tracked: 'Now tracking **{player}** in {channel} ({count, number} of {limit, number} players).',
    trackedSeveral:
      'Now tracking {players} in {channel} ({count, number} of {limit, number} players).',
    live: 'I’ll post new awards as they come in.',
    digest: 'New awards will be in the next digest on {when}.',
    paused: '⏸️ Announcements there are paused. Use {resume} to start posting again.',
    already: 'ℹ️ Already tracked: {players}.',
    unknown:
      '⚠️ Not found on RetroAchievements: {players}. Check the spelling, or paste links to their profiles.',
    invalid:
      '⚠️ {players} {count, plural, one {isn’t a RetroAchievements username} other {aren’t RetroAchievements usernames}}. Usernames are 2 to 20 letters and numbers.',
    notLinked: '⚠️ No verified account: {players}. Members can link and verify theirs with {link}.',
    denied:
      '⚠️ Not tracked, because they don’t want to be announced: {players}. They can change that with {privacy}.',
    noIdentity:
      '⚠️ RetroAchievements didn’t send an ID for {players}, so I can’t track them yet. Try again in a few minutes.',
    full: '⚠️ No room for {players}: the limit is {limit, number} players. Remove someone with {untrack}, or set up another channel.',
    unanswered: '⚠️ Not tracked yet: {players}. {reason}',
    unsaved:
      '⚠️ Not tracked yet: {players}. I can’t reach my database right now. Try again in a minute.',
  },
  untrack: {
    untracked: 'Stopped tracking **{player}** in {channel}.',
    untrackedSeveral: 'Stopped tracking {players} in {channel}.',
    notTracked: '⚠️ Not tracked in {channel}: {players}. Use {list} to see who is.',
    dropped:
      'Their {count, plural, one {# waiting award} other {# waiting awards}} won’t be posted.',
  },
  list: {
    title: 'Tracked players',
    head: '{channel}: {count, number} of {limit, number}',
    player: '{player} · since {when}',
    byThemselves: '{player} · since {when} · added by {member} themselves',
    empty: 'No players are tracked in {channel} yet. Add one with {track}.',
    footer:
      '{shown, plural, one {Player {first, number}} other {Players {first, number}–{last, number}}} of {count, number} · Page {page, number} of {pages, number}',
  },
  feedStatus: {
    title: 'Announcements',
    fine: '✅ Everything is working.',
    nobody: 'ℹ️ No players are tracked yet. Add one with {track}.',
    pausedByManager: '⏸️ Paused {since} by a manager. Use {resume} to start posting again.',
    pausedByDiscord:
      '⛔ Paused {since} because Discord won’t let me post. {reason} I’ll resume on my own once I can post again. To try right away, use {resume}.',
    pausedByZone:
      '⛔ Paused {since} because I no longer recognize the time zone {timezone}. Choose another one with {setup}.',
    pausedByVersion:
      '⛔ Paused {since} because a newer version of me set this up with settings I can’t read. Update me, or set it up again with {setup}.',
    channelDeleted:
      '⛔ Paused {since} because the channel no longer exists. Set up announcements in another channel with {setup}.',
    backAgain: '▶️ I can post here again, so I’ve resumed announcements.',
    refusing:
      '⚠️ Discord started refusing my announcements here {since}. I’ll keep trying for a few minutes before I pause them.',
    refusals:
      '⚠️ I couldn’t post {count, plural, one {# announcement, not even as plain text. The} other {# announcements, not even as plain text. The latest}} reason: “{words}”. Use {resume} within 7 days to try again.',
    postsFailing:
      '⚠️ Discord isn’t accepting my announcements here. Problems started {since}. I’ll keep trying, and nothing will be lost.',
    failing:
      '⚠️ I can’t read new awards from RetroAchievements. Problems started {since}. I’ll keep trying, then post what I missed.',
    unread:
      '⚠️ I haven’t checked for new awards lately. Problems started {since}. I’ll post what I missed. If this keeps happening, tell the bot’s owner.',
    unsaved:
      '⚠️ I can’t write to my database, so nothing new is announced. Problems started {since}. I’ll post what I missed. If this keeps happening, tell the bot’s owner.',
    late: '⏳ Announcements are late: the oldest was ready {since}. I’m posting them as fast as Discord lets me.',
    lastPoll: 'Last checked',
    notYet: 'Not yet',
    lastPost: 'Last posted',
    noPost: 'Not yet',
    waiting: 'Waiting',
    waitingCount: '{count, plural, one {# award} other {# awards}}',
    waitingNone: 'Nothing',
    setUpAt: 'Set up',
    setUpBy: '{when}, last changed by {manager}',
    setUpByNobody: '{when}. If they pause, nobody gets a message until someone uses {setup}.',
  },
  sample: {
    posted: 'I posted a sample in {channel}. It didn’t ping anyone.',
  },
  pause: {
    paused:
      '⏸️ Paused announcements in {channel}. I’ll keep new awards for {count, plural, one {# day} other {# days}}. Use {resume} to post them.',
  },
  resume: {
    resumed: '▶️ Resumed announcements in {channel}.',
    nothing: 'No awards were waiting.',
    live: 'I’m posting {count, plural, one {# award that was} other {# awards that were}} waiting.',
    now: 'I’m posting the digest with {count, plural, one {# award} other {# awards}} now.',
    digest:
      '{count, plural, one {# award is} other {# awards are}} waiting for the next digest on {when}.',
    retried:
      '🔁 Trying {count, plural, one {# refused announcement} other {# refused announcements}} again.',
  },
  takeAlong: {
    leftBehind:
      'ℹ️ The deleted channel {channel} still has {count, plural, one {# tracked player} other {# tracked players}}. You can move them here.',
    help: 'This channel was deleted. To stop tracking all of its players, use {remove}.',
    move: 'Move {count, plural, one {# player} other {# players}} here',
    see: 'See deleted channel’s players',
    moved: 'Moved {count, plural, one {# player} other {# players}} to {channel}.',
    awards:
      'Their {count, plural, one {# waiting award was} other {# waiting awards were}} moved, too.',
    noRoom:
      '⚠️ {count, plural, one {# player} other {# players}} didn’t fit: the limit is {limit, number}. Remove someone with {untrack}, then press the button again.',
  },
  remove: {
    ask: 'Remove announcements from {channel}?',
    loss: 'This deletes {loss}. You can’t undo this. To stop temporarily instead, use {pause}.',
    yes: 'Remove',
    no: 'Cancel',
    removed: '🗑️ Removed announcements from {channel}. Deleted {loss}.',
    kept: 'Nothing was removed.',
    settings: 'the settings',
    unposted: '{count, plural, one {# unposted award} other {# unposted awards}}',
    trackedPlayers: '{count, plural, one {# tracked player} other {# tracked players}}',
  },
  feedRefusal: {
    denied: '**{player}** doesn’t want to be announced. Only they can change that, with {privacy}.',
    notInServer: 'Announcements only work in servers. Use this command in a server channel.',
    notManager:
      'You need the **Manage Server** permission to do this. Ask a server admin for help.',
    noFeeds: 'This server doesn’t have announcements yet. Set them up with {setup}.',
    noFeedThere: '{channel} doesn’t have announcements. Set them up there with {setup}.',
    feedsElsewhere:
      '{channel} doesn’t have announcements. Set them up there with {setup}, or choose a channel that has them: {channels}.',
    severalFeeds:
      'This server has announcements in more than one channel: {channels}. Choose one with `channel`.',
    forumItself:
      'I can’t post directly in {channel}. Open a post there, then choose that post as `channel`.',
    wrongChannelType:
      'I can’t post in {channel}. Choose a text channel, an announcement channel, or a thread as `channel`.',
    channelGone:
      'That channel no longer exists, or it’s in another server. Choose a different one with {setup}. To remove announcements from a deleted channel, use {remove}.',
    channelHidden:
      'I can’t see {channel}. Give me **View Channel** in Edit Channel > Permissions (for a thread, edit its channel), then try again. Nothing was changed.',
    missingPermissions:
      'I can’t post in {channel}. Give me {permissions} in Edit Channel > Permissions (for a thread, edit its channel), then try again. Nothing was changed.',
    accessUnknown:
      'I couldn’t check my permissions there. Nothing was changed. Try again in a minute.',
    unknownTimezone:
      '“{typed}” isn’t a time zone I know. Type a city and choose from the list, or enter a name like `Europe/Paris`, `America/New_York`, or `UTC`. Nothing was changed.',
    ambiguousTimezone:
      '“{typed}” could be {timezones}. Enter one of these in `timezone`, or choose from the list that appears as you type. Nothing was changed.',
    noIdentity:
      'RetroAchievements didn’t send an ID for **{player}**, so I can’t track them yet. Try again in a few minutes.',
    alreadyTracked: '**{player}** is already tracked in {channel}.',
    alreadyTrackedRenamed:
      '**{player}** is already tracked in {channel}. They used to be called **{former}**.',
    tooManyNames:
      'You can track up to {limit, number} players at once, but you entered {count, number}. Nothing was changed. Use {track} more than once.',
    tooManyToUntrack:
      'You can remove up to {limit, number} players at once, but you entered {count, number}. Nothing was changed. Use {untrack} more than once.',
    feedFull:
      '{channel} already has {limit, number} tracked players, which is the limit. Remove one with {untrack}, or set up another channel.',
    notTracked: '“{typed}” isn’t tracked in {channel}. Use {list} to see who is.',
    alreadyPaused:
      'Announcements in {channel} were already paused {since}. Use {resume} to start posting again.',
    notDeleted: '{channel} hasn’t been deleted, so its players stay there.',
    nothingLeft: 'These players were already moved or removed. Use {list} to see who is tracked.',
    timezoneGone:
      'I no longer recognize the time zone {timezone}. Choose another one with `timezone` in {setup}. Nothing was changed.',
    newerVersion:
      'A newer version of me set up {channel} with settings I can’t read. Update me, or set it up again with {setup}.',
    notInServerMyself: 'I’m not in this server anymore. Add me again, then try again.',
    notPaused: 'Announcements in {channel} aren’t paused. Use {status} to check for problems.',
    setUpAnew:
      'Nothing was removed, because announcements in {channel} have been set up again since I asked you. To remove them, use {remove} again.',
    digestElsewhere: 'You can only open this list in the server it was posted in.',
    inviteRefused:
      'Discord rejected the invitation in {channel}. {reason} Then use {invite} again.',
    inviteUnsent:
      'Discord isn’t responding, so I can’t tell if the invitation was posted. Check {channel}, then try {invite} again in a minute.',
    testRefusedInWords:
      'Discord rejected the sample in {channel}. {reason} Try {test} again in a few minutes.',
    testRefused: 'Discord rejected the sample in {channel}. {reason} Then use {test} again.',
    testUnsent:
      'Discord isn’t responding, so I can’t tell if the sample was posted. Check {channel}, then try {test} again in a minute.',
  },
  /** How sentences follow each other. */
  sentence: { next: '{first} {next}', end: '{sentence}.' },
} as const;

/** The texts of a language: the same keys as in English. */
export type Texts = {
  readonly [Group in keyof typeof en]: { readonly [Key in keyof (typeof en)[Group]]: string };
};
