import { expect, test } from 'vitest';

import { page } from './page.ts';

test('the page is what was checked (npm run faults writes it)', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/faults.md');
});
