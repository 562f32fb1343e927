// The words that every script of this folder understands.

import { parseArgs } from 'node:util';

/** Reads `--base URL` and, where the script needs them, `--chromium`, `--tools`, `--out` and `--log`. */
export function readArguments(...required) {
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      chromium: { type: 'string' },
      tools: { type: 'string' },
      out: { type: 'string' },
      log: { type: 'string' },
    },
  });
  const missing = ['base', ...required].filter((name) => values[name] === undefined);
  if (missing.length > 0) {
    console.error(`missing: ${missing.map((name) => `--${name}`).join(', ')}`);
    process.exit(2);
  }
  return { ...values, base: values.base.replace(/\/$/, '') };
}
