import { hashText, seededRandom } from '#loopback/retroachievements/random.ts';

const SKIPPED = new Set(['the', 'of', 'and', 'a', 'no', 'to', 'in']);

/** A picture of a game or person as SVG: colors and initials that depend on the text. */
export function drawnPicture(text: string, shape: 'game' | 'person'): string {
  const random = seededRandom(hashText(`${text}:picture`));
  const hue = Math.floor(random() * 360);
  const other = (hue + 30 + Math.floor(random() * 90)) % 360;
  const label = initials(text);
  const tilt = Math.floor(random() * 90);
  // Without a size, it would be invisible as a thumbnail.
  return `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96">
<defs><linearGradient id="g" gradientTransform="rotate(${tilt})"><stop offset="0" stop-color="hsl(${hue} 62% 48%)"/><stop offset="1" stop-color="hsl(${other} 68% 30%)"/></linearGradient></defs>
<rect width="96" height="96" fill="url(#g)"/>
${shape === 'game' ? blocks(random) : ''}
<text x="48" y="50" font-family="sans-serif" font-size="${label.length > 2 ? 30 : 40}" font-weight="700" fill="#fff" text-anchor="middle" dominant-baseline="middle">${label}</text>
</svg>`;
}

/** The bot's avatar: a star in the gold of the site's award frames. */
export function botPicture(): string {
  const star = Array.from({ length: 10 }, (_, corner) => {
    const [angle, radius] = [(corner * Math.PI) / 5, corner % 2 === 0 ? 34 : 15];
    return `${(48 + radius * Math.sin(angle)).toFixed(1)},${(50 - radius * Math.cos(angle)).toFixed(1)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
<rect width="96" height="96" fill="#1f2a44"/>
<circle cx="48" cy="48" r="44" fill="none" stroke="#cc9900" stroke-width="3"/>
<polygon points="${star.join(' ')}" fill="#ffcc33" stroke="#cc9900" stroke-width="3" stroke-linejoin="round"/>
</svg>`;
}

/** Background squares, like an old game's. */
function blocks(random: () => number): string {
  return Array.from({ length: 14 }, () => {
    const x = Math.floor(random() * 8) * 12;
    const y = Math.floor(random() * 8) * 12;
    return `<rect x="${x}" y="${y}" width="12" height="12" fill="#fff" fill-opacity="${(0.06 + random() * 0.14).toFixed(2)}"/>`;
  }).join('');
}

function initials(text: string): string {
  const words = text
    .replaceAll(/~[^~]*~|\[.*|\|.*/g, '')
    .split(/(?=[A-Z])|[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SKIPPED.has(word.toLowerCase()));
  const letters = words.map((word) => word.slice(0, 1).toUpperCase()).join('');
  return letters.slice(0, 3) || '?';
}
