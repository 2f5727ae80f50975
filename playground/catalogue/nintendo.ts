/** Games by ConsoleID, one per line: achievements, the game's id on the site if known, title in the site's spelling. */
export const NINTENDO: Readonly<Record<number, string>> = {
  2: `
    130 #10003 Super Mario 64
    96 #10078 Mario Kart 64
    107 #10113 Legend of Zelda, The: Ocarina of Time
    64 #10133 F-Zero X
    102 #10210 Banjo-Kazooie
    98 Legend of Zelda, The: Majora's Mask
    77 Paper Mario
    61 Star Fox 64 | Lylat Wars
    88 GoldenEye 007
    52 Kirby 64: The Crystal Shards
    84 Donkey Kong 64
    70 Diddy Kong Racing
    46 Wave Race 64
    58 Super Smash Bros.
    49 Pokémon Snap
    66 Conker's Bad Fur Day
    41 Yoshi's Story
    73 Perfect Dark
    28 ~Hack~ Super Mario Star Road
    120 Super Mario 64 [Subset - Bonus]
    34 ~Hack~ Super Mario 74
    41 ~Hack~ Super Mario 64: Last Impact
    23 ~Hack~ GoldenEye X
    26 Banjo-Kazooie [Subset - Speedrun]
  `,
  3: `
    100 #228 Super Mario World
    71 #319 Chrono Trigger
    55 #337 Donkey Kong Country
    53 #355 Legend of Zelda, The: A Link to the Past
    62 Super Metroid
    74 Final Fantasy VI | Final Fantasy III
    57 EarthBound
    65 Super Mario World 2: Yoshi's Island
    48 Super Mario Kart
    40 F-Zero
    54 Donkey Kong Country 2: Diddy's Kong Quest
    51 Donkey Kong Country 3: Dixie Kong's Double Trouble!
    59 Mega Man X | Rockman X
    44 Mega Man X2 | Rockman X2
    37 Super Castlevania IV | Akumajou Dracula
    33 Castlevania: Dracula X | Castlevania: Vampire's Kiss
    45 Contra III: The Alien Wars | Super Probotector: Alien Rebels
    68 Secret of Mana
    61 Super Mario RPG: Legend of the Seven Stars
    58 Kirby Super Star | Kirby's Fun Pak
    36 Star Fox | Starwing
    29 Super Punch-Out!!
    50 Terranigma
    47 ActRaiser
    42 Zombies Ate My Neighbors | Zombies
    39 Street Fighter II Turbo
    60 Final Fantasy IV | Final Fantasy II
    31 Super Ghouls 'n Ghosts
    46 ~Hack~ Super Mario World: Kaizo Mario World
    25 Chrono Trigger [Subset - No Equipment]
    20 ~Hack~ ~Demo~ Super Metroid: Redux
    52 ~Hack~ Super Mario World: Return to Dinosaur Land
    37 ~Hack~ JUMP
    44 ~Hack~ Hyper Metroid
    33 ~Hack~ Chrono Trigger: Flames of Eternity
    29 ~Hack~ Grand Poo World 2
    22 ~Hack~ Invictus
    48 ~Hack~ Legend of Zelda, The: Parallel Worlds
    35 ~Hack~ Super Metroid: Eris
    18 Super Mario World [Subset - Bonus]
    14 Super Metroid [Subset - Low%]
  `,
  4: `
    32 #504 Super Mario Land
    24 #508 Tetris
    87 #724 Pokémon Red Version | Pokémon Blue Version
    44 Kirby's Dream Land
    58 Legend of Zelda, The: Link's Awakening
    36 Super Mario Land 2: 6 Golden Coins
    41 Wario Land: Super Mario Land 3
    38 Metroid II: Return of Samus
    53 Donkey Kong
    29 Mega Man V
    27 Kid Icarus: Of Myths and Monsters
    35 Castlevania II: Belmont's Revenge
    45 Final Fantasy Adventure | Mystic Quest
    30 Gargoyle's Quest
    40 Kirby's Dream Land 2
    81 Pokémon Yellow Version: Special Pikachu Edition
    47 Pokémon Red Version | Pokémon Blue Version [Subset - Professor Oak Challenge]
    31 ~Hack~ Pokémon Brown
    19 ~Homebrew~ Tobu Tobu Girl
    12 ~Homebrew~ Dangan GB
  `,
  5: `
    66 #510 Castlevania: Aria of Sorrow
    83 #515 Pokémon FireRed Version | Pokémon LeafGreen Version
    72 #559 Legend of Zelda, The: The Minish Cap
    100 #668 Pokémon Emerald Version
    68 Metroid Fusion
    70 Metroid: Zero Mission
    61 Golden Sun
    59 Golden Sun: The Lost Age
    54 Advance Wars
    74 Fire Emblem
    57 Mario & Luigi: Superstar Saga
    49 WarioWare, Inc.: Mega Microgames! | WarioWare, Inc.: Minigame Mania
    43 Wario Land 4
    51 Kirby & the Amazing Mirror
    46 Mega Man Zero | Rockman Zero
    55 Mother 3
    62 Astro Boy: Omega Factor
    39 Drill Dozer
    34 Castlevania | Castlevania: Circle of the Moon
    80 Final Fantasy Tactics Advance
    58 ~Hack~ Pokémon Unbound
    74 ~Hack~ Pokémon Glazed
    66 ~Hack~ Pokémon Radical Red
    59 ~Hack~ Pokémon Gaia
    38 ~Hack~ Fire Emblem: The Last Promise
    27 ~Homebrew~ Goodboy Galaxy
    21 Pokémon Emerald Version [Subset - Battle Frontier]
  `,
  6: `
    81 #810 Pokémon Crystal Version
    55 Legend of Zelda, The: Oracle of Ages
    56 Legend of Zelda, The: Oracle of Seasons
    42 Wario Land 3
    60 Dragon Warrior III | Dragon Quest III
    36 Shantae
    31 Metal Gear Solid | Metal Gear: Ghost Babel
    48 Pokémon Trading Card Game
    33 Mario Golf
    27 Super Mario Bros. Deluxe
    24 ~Homebrew~ Infinity
    63 ~Hack~ Pokémon Prism
    57 ~Hack~ Pokémon Polished Crystal
    17 ~Homebrew~ Deadeus
  `,
  7: `
    50 #1446 Super Mario Bros.
    27 #1447 Contra | Probotector
    37 #1448 Mega Man | Rockman
    49 #1449 Final Fantasy
    43 #1451 Mega Man 2 | Rockman 2
    38 #1453 Zelda II: The Adventure of Link
    29 #1461 Castlevania II: Simon's Quest
    35 #1462 Castlevania
    46 #1479 Kirby's Adventure
    72 #1995 Super Mario Bros. 3
    40 Legend of Zelda, The
    33 Metroid
    36 Super Mario Bros. 2
    41 Castlevania III: Dracula's Curse
    39 Mega Man 3 | Rockman 3
    30 Ninja Gaiden | Shadow Warriors
    28 Mike Tyson's Punch-Out!! | Punch-Out!!
    34 DuckTales
    26 Duck Hunt
    32 Batman: The Video Game
    31 Battletoads
    44 Crystalis
    25 Excitebike
    37 StarTropics
    22 Bubble Bobble
    29 Blaster Master
    24 Ghosts 'n Goblins
    20 ~Homebrew~ Micro Mages
    18 ~Prototype~ Bio Force Ape
    0 ~Hack~ Super Mario Bros.: The Lost Levels Remix
    30 ~Hack~ Rockman 4: Minus Infinity
    25 ~Hack~ Super Mario Bros. 3Mix
    20 ~Hack~ Mega Man 2: The Power Battles
    28 ~Hack~ Metroid: Rogue Dawn
    33 ~Hack~ Legend of Zelda, The: Outlands
    18 ~Hack~ Castlevania: The Holy Relics
    16 ~Homebrew~ Battle Kid: Fortress of Peril
    22 ~Homebrew~ Alwa's Awakening
    13 Ninja Gaiden | Shadow Warriors [Subset - Pacifist]
  `,
  16: `
    84 Legend of Zelda, The: The Wind Waker
    97 Metroid Prime
    90 Super Mario Sunshine
    71 Luigi's Mansion
    86 Paper Mario: The Thousand-Year Door
    62 F-Zero GX
    88 Resident Evil 4
    66 Pikmin 2
    75 Super Smash Bros. Melee
    58 Mario Kart: Double Dash!!
    15 Metroid Prime [Subset - Low%]
  `,
  18: `
    79 Castlevania: Dawn of Sorrow
    85 New Super Mario Bros.
    67 Legend of Zelda, The: Phantom Hourglass
    92 Pokémon HeartGold Version | Pokémon SoulSilver Version
    60 Phoenix Wright: Ace Attorney
    55 Elite Beat Agents
    72 Mario Kart DS
    64 World Ends with You, The
    50 Professor Layton and the Curious Village | Professor Layton and the Mysterious Village
    58 Kirby Super Star Ultra
    81 Dragon Quest IX: Sentinels of the Starry Skies
    47 Advance Wars: Dual Strike
    64 ~Hack~ Pokémon Renegade Platinum
    49 ~Hack~ Newer Super Mario Bros. DS
  `,
  28: `
    21 Virtual Boy Wario Land
    12 Mario's Tennis
    14 Red Alarm
    9 ~Homebrew~ Hyper Fighting
  `,
};
