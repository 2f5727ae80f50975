/** Games by ConsoleID, in the format of nintendo.ts. */
export const OTHERS: Readonly<Record<number, string>> = {
  8: `
    32 Bonk's Adventure | PC Kid
    36 Blazing Lazers | Gunhed
    28 Military Madness | Nectaris
    24 R-Type
    30 Neutopia
    27 Soldier Blade
    41 Devil's Crush | Devil Crash
    18 ~Homebrew~ Atlantean
  `,
  76: `
    52 Castlevania: Rondo of Blood | Akumajou Dracula X: Chi no Rondo
    44 Ys I & II
    35 Lords of Thunder | Winds of Thunder
    31 Gate of Thunder
  `,
  13: `
    18 California Games
    16 Chip's Challenge
    13 Todd's Adventures in Slime World
  `,
  14: `
    38 SNK vs. Capcom: Card Fighters' Clash | SNK vs. Capcom: Cardfighters Clash
    25 Sonic the Hedgehog: Pocket Adventure
    33 Metal Slug: 2nd Mission
    20 Dark Arms: Beast Buster 1999
  `,
  25: `
    12 #14402 Dragster
    19 Pitfall!
    15 Adventure
    14 River Raid
    17 Yars' Revenge
    11 Space Invaders
    13 Missile Command
    10 Kaboom!
    8 ~Homebrew~ Halo 2600
    9 ~Homebrew~ Princess Rescue
  `,
  27: `
    31 Metal Slug X - Super Vehicle-001
    24 Galaga
    20 Pac-Man
    22 Ms. Pac-Man
    16 Donkey Kong
    18 Q*bert
    29 Street Fighter III: 3rd Strike - Fight for the Future
    27 Final Fight
    34 Teenage Mutant Ninja Turtles: Turtles in Time
    26 Simpsons, The
    23 1942
    30 DoDonPachi
    28 Garou: Mark of the Wolves
    21 Dig Dug
    25 Cadillacs and Dinosaurs
    19 Tempest
  `,
  29: `
    30 Metal Gear
    42 Metal Gear 2: Solid Snake
    26 Penguin Adventure | Yume Tairiku Adventure
    35 Maze of Galious, The: Knightmare II
    21 Vampire Killer | Akumajou Dracula
    17 Nemesis | Gradius
  `,
  38: `
    17 Oregon Trail, The
    14 Karateka
    20 Prince of Persia
    12 Lode Runner
  `,
  43: `
    24 Gex
    18 Star Control II
    21 Need for Speed, The | Road & Track Presents: The Need for Speed
  `,
  51: `
    12 Food Fight
    15 Ninja Golf
    10 Asteroids
  `,
  53: `
    36 Klonoa: Moonlight Museum | Kaze no Klonoa: Moonlight Museum
    29 Gunpey
    33 Judgement Silversword
  `,
  71: `
    15 ~Homebrew~ Catacombs of the Damned
    11 ~Homebrew~ Arduventure
    9 ~Homebrew~ Circuit Dude
  `,
  72: `
    8 ~Homebrew~ Wired
    7 ~Homebrew~ Rubido
    10 ~Homebrew~ Plctfarmer
  `,
};
