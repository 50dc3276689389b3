import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openBrowser, type Browser } from '../../browser/browser';
import { saveCredentialOf } from '../../stage/credential';
import { publishExample } from '../../stage/example';
import { openScene } from '../scene';

const login = { user: 'office', password: 'erase-with-care' };

describe('the examples that begin with a form', () => {
	const scene = openScene();
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		const formLogin = await saveCredentialOf(scene.api, 'httpBasicAuth', login);
		for (const file of ['erasure-form.json', 'dry-run-first.json', 'spreadsheet-with-report.json']) {
			await publishExample(scene.api, file, { ...scene.credentials, ...formLogin });
		}
		browser = await openBrowser(scene.url, scene.cookie);
		page = browser.page;
		await page.context().setHTTPCredentials({ username: login.user, password: login.password });
	});
	afterAll(async () => await browser.close());

	const open = async (path: string) => await page.goto(`${scene.url}/form/${path}`);
	const submit = async () => await page.locator('button[type="submit"]').click();

	it('are closed to whoever does not know the password', async () => {
		expect((await fetch(`${scene.url}/form/erasure-request`)).status).toBe(401);
	});

	describe('erasure-form.json', () => {
		it.each([
			['9463183901', 'The contact profile 9463183901 is gone.'],
			['9463183901', 'Webex Campaign has no contact profile with the customer number 9463183901.'],
			['9.46E+09', "'Key' was shortened by a spreadsheet"],
		])('says what became of %s', async (customer, words) => {
			await open('erasure-request');
			await page.getByLabel('Customer number').fill(customer);
			await page.getByLabel('Ticket').fill('DSR-4711');
			await submit();
			await page.getByText(words).waitFor();
		});
	});

	describe('dry-run-first.json', () => {
		const check = async () => {
			await open('dry-run-first');
			await page.getByLabel('Keys').fill('9463183902\n9463183903\n9.46E+09');
			await page.getByLabel('Ticket').fill('DSR-4712');
			await submit();
			await page.getByText('2 can be deleted').waitFor();
		};
		const approve = async (answer: 'Yes' | 'No') => {
			await page.getByLabel('Delete them for good?').selectOption(answer);
			await submit();
		};

		it('deletes nothing before the approval, nor without it', async () => {
			const before = await scene.simulator.totals();
			await check();
			await approve('No');
			await page.getByText('Nothing was deleted').first().waitFor();
			expect(await scene.simulator.totals()).toEqual(before);
		});

		it('deletes what passed after the approval', async () => {
			await check();
			await approve('Yes');
			await page.getByText('2 deleted, 0 not found, 0 not deleted.').waitFor();
		});
	});

	describe('spreadsheet-with-report.json', () => {
		it('hands out a report with every row of the list', async () => {
			const list = 'key,name\n9463183904,A\nnobody,B\n9.46E+09,C\n9463183905,D\n';
			await open('erasure-list');
			await page
				.getByLabel('List')
				.setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
			await page.getByLabel('Ticket').fill('DSR-4713');
			const download = page.waitForEvent('download');
			await submit();
			const report = readFileSync(await (await download).path(), 'utf8');
			const rows = report.trim().split('\n').slice(1).sort();
			expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual([
				['9.46E+09', 'notDeleted'],
				['9463183904', 'deleted'],
				['9463183905', 'deleted'],
				['nobody', 'notFound'],
			]);
		});
	});
});
