import type { Locator, Page } from 'playwright-core';
import { owner } from '../stage/n8nApi';

/** n8n's editor, in its own words. The marks it is found by are those of n8n's own tests. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	part(testId: string): Locator {
		return this.page.locator(`[data-test-id="${testId}"]`);
	}

	async signIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[type="email"], input[name="emailOrLdapLoginId"]').fill(owner.email);
		await this.page.locator('input[type="password"]').fill(owner.password);
		await this.page.locator('input[type="password"]').press('Enter');
		await this.page.waitForURL((url) => !url.pathname.includes('signin'));
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.part('canvas-node').first().waitFor();
	}
}
