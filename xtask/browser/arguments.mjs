// The words that every script of this folder understands.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** Reads `--base URL` and, where the script needs them, `--chromium`, `--tools`, `--out`, `--log` and `--shots`. */
export function readArguments(...required) {
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      chromium: { type: 'string' },
      tools: { type: 'string' },
      out: { type: 'string' },
      log: { type: 'string' },
      shots: { type: 'string' },
    },
  });
  const missing = ['base', ...required].filter((name) => values[name] === undefined);
  if (missing.length > 0) {
    console.error(`missing: ${missing.map((name) => `--${name}`).join(', ')}`);
    process.exit(2);
  }
  return { ...values, base: values.base.replace(/\/$/, '') };
}

/** The passphrase of the demonstration's accounts, which its log tells. */
export function passphraseIn(log) {
  const passphrase = readFileSync(log, 'utf8').match(/(?:phrase de passe|passphrase) (\S+)/)?.[1];
  if (passphrase === undefined) throw new Error('the demonstration tells no passphrase');
  return passphrase;
}
