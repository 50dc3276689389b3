import { resolve } from 'node:path';

export const topFolder = resolve(__dirname, '../..');
export const e2eFolder = resolve(__dirname, '..');

/** What is downloaded or compiled once and kept: n8n releases, Node 24. `WEBEX_E2E_CACHE` moves it. */
export const cacheFolder = resolve(process.env.WEBEX_E2E_CACHE ?? `${topFolder}/.cache`);
