import { squeezeText } from '#src/platform/text.ts';

/** Every country's name in English, as squeezeText writes it, with its zones as Intl lists them. */
export function zonesByCountry(): ReadonlyMap<string, readonly string[]> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return new Map(
    twoLetterCodes().flatMap((code) => {
      const name = names.of(code);
      const zones = name === undefined ? [] : new Intl.Locale(`und-${code}`).getTimeZones();
      return name === undefined || zones === undefined || zones.length === 0
        ? []
        : [[squeezeText(name.replaceAll('&', 'and')), zones] as const];
    }),
  );
}

function twoLetterCodes(): readonly string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return letters.flatMap((first) => letters.map((second) => first + second));
}
