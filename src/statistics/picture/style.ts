import type { PartKind } from './content.ts';

/** Wide enough for two panels side by side, and as wide as text of 22 pixels is still legible on a phone. */
export const WIDTH = 1000;
export const MARGIN = 28;
export const GAP = 20;
export const PADDING = 20;

/** In pixels. None is smaller: on a phone the picture is 390 wide. */
export const TEXT_SIZES = { label: 22, heading: 24, count: 28, player: 42 } as const;
export type TextSize = keyof typeof TEXT_SIZES;

/** The site's dark theme. */
export const COLORS = {
  page: '#161616',
  panel: '#212124',
  grid: '#3a3a3f',
  text: '#f4f4f5',
  quiet: '#b4b4bd',
} as const;

/**
 * How each award is filled: the site's colors (see messages/awards.ts), and a pattern, so that they differ without
 * color, too. Hardcore is plain, casual is striped.
 */
export const FILLS: Readonly<
  Record<
    PartKind,
    {
      readonly color: string;
      readonly pattern: 'plain' | 'rising' | 'falling' | 'dots';
      readonly ink: string;
    }
  >
> = {
  mastered: { color: '#ffd700', pattern: 'plain', ink: '#ffd700' },
  completed: { color: '#5c3f02', pattern: 'rising', ink: '#e0a010' },
  'beaten-hardcore': { color: '#d4d4d8', pattern: 'plain', ink: '#d4d4d8' },
  'beaten-softcore': { color: '#3f3f46', pattern: 'falling', ink: '#9f9fa9' },
  other: { color: '#25384a', pattern: 'dots', ink: '#7db4e6' },
  none: { color: '#46464d', pattern: 'plain', ink: '#46464d' },
};
