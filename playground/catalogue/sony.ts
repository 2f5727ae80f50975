/** Games by ConsoleID, in the format of nintendo.ts. */
export const SONY: Readonly<Record<number, string>> = {
  12: `
    77 #10434 Crash Bandicoot
    96 #11240 Castlevania: Symphony of the Night
    101 #11242 Final Fantasy VII
    66 #11244 Metal Gear Solid
    80 Crash Bandicoot 2: Cortex Strikes Back | Crash Bandicoot 2: N-Tranced
    85 Crash Bandicoot: Warped
    62 Spyro the Dragon
    70 Spyro 2: Ripto's Rage! | Spyro 2: Gateway to Glimmer
    91 Final Fantasy IX
    88 Final Fantasy VIII
    104 Final Fantasy Tactics
    58 Resident Evil 2 | Biohazard 2
    63 Resident Evil 3: Nemesis | Biohazard 3: Last Escape
    49 Silent Hill
    72 Tony Hawk's Pro Skater 2
    55 Tomb Raider
    57 Tomb Raider II starring Lara Croft
    93 Suikoden II
    68 Suikoden
    26 Suikoden [Subset - Bonus]
    82 Xenogears
    76 Vagrant Story
    69 Chrono Cross
    45 Klonoa: Door to Phantomile
    51 Mega Man Legends | Rockman Dash: Hagane no Boukenshin
    54 Mega Man X4 | Rockman X4
    37 PaRappa the Rapper
    48 Ape Escape | Saru Getchu
    60 Gran Turismo 2
    40 Tekken 3
    64 Legend of Dragoon, The
    43 MediEvil
    53 Dino Crisis
    59 Breath of Fire III
    65 Breath of Fire IV
    36 Rayman
    47 Legacy of Kain: Soul Reaver
    33 Oddworld: Abe's Oddysee
    56 Parasite Eve
    74 Valkyrie Profile
    29 Wipeout XL | Wipeout 2097
    31 Bloody Roar II | Bloody Roar 2: Bringer of the New Age
    51 ~Hack~ Final Fantasy VII: New Threat
    46 ~Hack~ Castlevania: Symphony of the Night - Richter Plus
    24 Final Fantasy VII [Subset - No Materia]
  `,
  21: `
    84 Shadow of the Colossus
    47 ICO
    112 Final Fantasy X
    98 Kingdom Hearts
    120 Kingdom Hearts II
    71 Metal Gear Solid 2: Sons of Liberty
    89 Metal Gear Solid 3: Snake Eater
    65 Devil May Cry
    73 Devil May Cry 3: Dante's Awakening
    78 God of War
    56 Silent Hill 2
    93 Okami
    60 Katamari Damacy
    81 Ratchet & Clank
    87 Ratchet & Clank: Going Commando | Ratchet & Clank 2: Locked and Loaded
    75 Jak and Daxter: The Precursor Legacy
    70 Sly Cooper and the Thievius Raccoonus | Sly Raccoon
    105 Persona 3 FES | Shin Megami Tensei: Persona 3 FES
    110 Persona 4 | Shin Megami Tensei: Persona 4
    94 Dragon Quest VIII: Journey of the Cursed King
    68 Grand Theft Auto: Vice City
    44 Gradius V
    52 Viewtiful Joe
    39 Rez
    63 Burnout 3: Takedown
    22 Kingdom Hearts [Subset - Level 1]
  `,
  41: `
    77 Castlevania: The Dracula X Chronicles
    86 Crisis Core: Final Fantasy VII
    69 Patapon
    61 LocoRoco
    90 Persona 3 Portable | Shin Megami Tensei: Persona 3 Portable
    55 Daxter
    72 Jeanne d'Arc
    58 Mega Man: Maverick Hunter X | Irregular Hunter X
    80 Tactics Ogre: Let Us Cling Together
    47 Lumines: Puzzle Fusion
    64 Half-Minute Hero
    83 Ys Seven
  `,
};
