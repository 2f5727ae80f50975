import { describe, expect, test } from 'vitest';

import { imagePath } from '#src/retroachievements/api/image-path.ts';

describe('a picture’s path', () => {
  test.each([
    ['/UserPic/MaxMilyin.png', '/UserPic/MaxMilyin.png'],
    ['/UserPic/a b.png', '/UserPic/a%20b.png'],
    ['/UserPic/äö.png', '/UserPic/%C3%A4%C3%B6.png'],
    ['/UserPic/a%20b.png?v=2#x', '/UserPic/a%20b.png?v=2'],
    ['UserPic/MaxMilyin.png', '/UserPic/MaxMilyin.png'],
    ['https://media.retroachievements.org/UserPic/Max.png', '/UserPic/Max.png'],
    ['http://retroachievements.org/UserPic/Max.png', '/UserPic/Max.png'],
    ['//media.retroachievements.org/UserPic/Max.png', '/UserPic/Max.png'],
    ['/UserPic/\ud800.png', '/UserPic/%EF%BF%BD.png'],
    ['/UserPic/"><b>.png', '/UserPic/%22%3E%3Cb%3E.png'],
  ])('of %j is usable', (written, path) => {
    expect(imagePath(written)).toBe(path);
    expect(URL.canParse(`https://media.retroachievements.org${path}`)).toBe(true);
  });

  test.each([
    '',
    '/',
    'https://example.com/UserPic/Max.png',
    '//example.com/UserPic/Max.png',
    '/\\example.com/Max.png',
    'https://media.retroachievements.org.example.com/Max.png',
    'https://media.retroachievements.org:8443/Max.png',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'ftp://media.retroachievements.org/Max.png',
    'https://',
    'http://[',
    `/UserPic/${'a'.repeat(3_000)}.png`,
    `/UserPic/${'ä'.repeat(400)}.png`,
  ])('of %j isn’t', (written) => {
    expect(imagePath(written)).toBeNull();
  });

  test.each([
    ['http://127.0.0.1:5000', 'http://127.0.0.1:5000/UserPic/Max.png'],
    ['https://cdn.example.com/ra', 'https://cdn.example.com/ra/UserPic/Max.png'],
    ['https://cdn.example.com/ra', '/UserPic/Max.png'],
  ])('on the host %s can be a full address: %s', (mediaUrl, written) => {
    expect(imagePath(written, mediaUrl)).toBe('/UserPic/Max.png');
  });
});
