import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { sdkVersion } from './version.js';

it('is the version of the package', () => {
  expect(sdkVersion).toBe(packageJson.version);
});
