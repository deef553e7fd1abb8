import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { describe, expect, it } from 'vitest';
import config from '../../build/electron-builder.config.mjs';
import { root } from '../cli/dagwright.ts';

type Validate = (config: Configuration, logger: { isEnabled: boolean }) => Promise<void>;
const { validateConfiguration } = createRequire(import.meta.url)('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration: Validate;
};
const validate = (given: object): Promise<void> => validateConfiguration(given, { isEnabled: false });

describe('the packaging configuration', () => {
  it("fits electron-builder's schema, on every system", async () => {
    await expect(validate(config)).resolves.toBeUndefined();
    await expect(validate({ ...config, win: { ...config.win, associate: true } })).rejects.toThrow(
      'configuration.win should be',
    );
  });

  it('names installers and portable forms for each system, and no Debian package without a maintainer', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { homepage?: string };
    expect({ win: config.win?.target, mac: config.mac?.target, linux: config.linux?.target }).toEqual({
      win: ['nsis', 'portable'],
      mac: ['dmg', 'zip'],
      linux: manifest.homepage ? ['AppImage', 'deb'] : ['AppImage'],
    });
  });

  it('publishes nothing and updates nothing', () => {
    expect(config.publish).toBeNull();
    expect(config.nsis?.differentialPackage).toBe(false);
    expect(config.dmg?.writeUpdateInfo).toBe(false);
  });

  it('takes .dagwright and leaves .json to others', () => {
    const ranks = (associations: unknown): unknown =>
      [associations].flat().map((association) => {
        const { ext, rank } = association as { ext: string; rank?: string };
        return rank ? [ext, rank] : ext;
      });
    expect(ranks(config.win?.fileAssociations)).toEqual(['dagwright']);
    expect(ranks(config.mac?.fileAssociations)).toEqual([
      ['dagwright', 'Owner'],
      ['json', 'Alternate'],
    ]);
    const installer = readFileSync(join(root, String(config.nsis?.include)), 'utf8');
    expect(installer).toContain('"${OPEN_WITH}\\SupportedTypes" ".json" ""');
    expect(installer).not.toMatch(/Classes\\\.json/);
  });

  it('asks macOS for nothing but compiling JavaScript at run time', () => {
    const { hardenedRuntime, entitlements, entitlementsInherit } = config.mac ?? {};
    expect({ hardenedRuntime, entitlementsInherit }).toEqual({
      hardenedRuntime: true,
      entitlementsInherit: entitlements,
    });
    const plist = readFileSync(join(root, String(entitlements)), 'utf8');
    expect(plist.match(/com\.apple\.security\.[\w.-]+/g)).toEqual(['com.apple.security.cs.allow-jit']);
  });

  it('refers to files that are there', () => {
    for (const path of [
      config.nsis?.include,
      config.mac?.entitlements,
      'build/packaging/dagwright.mime.xml',
      'LICENSE',
    ]) {
      expect([path, existsSync(join(root, String(path)))]).toEqual([path, true]);
    }
  });
});
