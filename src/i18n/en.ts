/** Everything that people read, in English: the language that every other one falls back to. */
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
      'Games {{first, number}}–{{last, number}} of {{matches, number}} · Page {{page, number}} of {{pages, number}}',
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
} as const;
