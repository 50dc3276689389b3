import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import checkBuild from '../n8nEngine/checkBuild';

describe('tests of the built node', () => {
	it.each<[says: string, error: string | undefined, files: Record<string, number>]>([
		['run if it is newer than its source', undefined, { 'nodes/a/b.ts': 1, 'dist/nodes/a/b.js': 2 }],
		['and if a file that is no more was built once', undefined, { 'dist/nodes/a/b.js': 1 }],
		['do not if it is older', 'npm run build', { 'nodes/a/b.ts': 2, 'dist/nodes/a/b.js': 1 }],
		['do not if it was never built', 'npm run build', { 'credentials/a.ts': 1 }],
	])('%s', (_says, error, files) => {
		const rootDir = mkdtempSync(join(tmpdir(), 'webex-build-'));
		for (const [file, changedAt] of Object.entries(files)) {
			mkdirSync(join(rootDir, dirname(file)), { recursive: true });
			writeFileSync(join(rootDir, file), '');
			utimesSync(join(rootDir, file), changedAt, changedAt);
		}
		const check = () => checkBuild({ rootDir });
		if (error) expect(check).toThrow(error);
		else expect(check).not.toThrow();
		rmSync(rootDir, { recursive: true });
	});
});
