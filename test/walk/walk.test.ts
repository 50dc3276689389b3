import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { changed, changesIn } from './changes';
import { Copy } from './copy';

const contributing = readFileSync(join(__dirname, '../../CONTRIBUTING.md'), 'utf8');
const changes = changesIn(contributing, 'Adding an operation in one sitting');
const paths = changes.map(({ path }) => path);

/** The tests of the walk, and those that hold the names. */
const TESTS = ['engine/getDefinitions', 'unit/savedNames', 'unit/descriptions'];

/** What the new tests promise, at the least. */
const PROMISES = [
	'lists the profiles for each item, with a request for each',
	'takes the credential of each item, and goes on after one that fails',
	'498',
	'430',
	'CONNECTION_FAILED',
];

describe('Adding an operation as CONTRIBUTING says', () => {
	let copy: Copy;
	beforeAll(() => {
		copy = new Copy();
		for (const change of changes) copy.apply(change);
	});
	afterAll(() => copy.remove());

	/** One run of the compiler builds the node and checks the types of the new tests. */
	async function build(): Promise<void> {
		const compilerOptions = { types: ['node', 'jest'] };
		const include = ['nodes', 'credentials', ...paths];
		copy.write('tsconfig.walk.json', JSON.stringify({ extends: './tsconfig.json', compilerOptions, include }));
		await copy.run('tsc', '-p', 'tsconfig.walk.json');
	}

	it('is these changes', () => {
		expect(paths).toEqual([
			'nodes/WebexCampaign/resources/profile/getDefinitions/execute.ts',
			'nodes/WebexCampaign/resources/operations.ts',
			'nodes/WebexCampaign/resources/profile/index.ts',
			'test/engine/getDefinitions.test.ts',
			'test/unit/savedNames.test.ts',
		]);
	});

	it('gives a node that compiles, passes the linter, and keeps its promises', async () => {
		const inNode = paths.filter((path) => path.startsWith('nodes/'));
		const done = [
			build().then(() => copy.run('jest', '-i', '--verbose', '--cacheDirectory', '.cache', ...TESTS)),
			copy.run('eslint', '--max-warnings', '0', ...inNode),
			copy.run('prettier', '--check', ...paths),
		];
		// Each has come to its end before the copy is removed.
		await Promise.allSettled(done);
		const [printed] = await Promise.all(done);
		for (const promise of PROMISES) expect(printed).toContain(`✓ ${promise}`);
		// A compiler, a linter and a test runner, on a machine that runs other tests beside them.
	}, 600_000);
});

describe('a change that does not fit any more is noticed', () => {
	const part = { before: 'b\n', after: 'c\n' };

	it.each([
		['what is to be changed is not there', { path: 'a/b.ts', parts: [part] }, 'a\n'],
		['it is there twice', { path: 'a/b.ts', parts: [part] }, 'b\nb\n'],
		['the file is not there', { path: 'a/b.ts', parts: [part] }, undefined],
		['what it was changed to is there twice', { path: 'a/b.ts', parts: [part] }, 'c\nc\n'],
		['the new file is there already', { path: 'a/b.ts', text: 'b\n' }, 'a\n'],
	])('%s', (_name, change, current) => {
		expect(() => changed(change, current)).toThrow(/^a\/b\.ts /);
	});

	it('else it is made, once', () => {
		const more = { path: 'a/b.ts', parts: [part, { before: 'a\n', after: 'a\nb\n' }] };
		const made = changed(more, 'a\nb\n');
		expect(made).toBe('a\nb\nc\n');
		expect(changed(more, made)).toBe(made);
		const text = 'b\n';
		expect(changed({ path: 'a/b.ts', text }, text)).toBe(text);
	});
});
