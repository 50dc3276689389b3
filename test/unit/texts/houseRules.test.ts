import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { WebexCampaignApi } from '../../../credentials/WebexCampaignApi.credentials';
import { credentialTest } from '../../../credentials/credentialTest';
import { failureText } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { WebexCampaign } from '../../../nodes/WebexCampaign/WebexCampaign.node';
import { everyFailure } from './failures';
import { credentialReasons, everyRefusal } from './refusals';

type Named = INodeProperties | INodePropertyOptions | INodePropertyCollection;

/** What the editor shows: fields, their options, their modes. */
function namesIn(properties: Named[]): string[] {
	return properties.flatMap((property) => [
		'displayName' in property ? property.displayName : property.name,
		...namesIn(('options' in property && property.options) || []),
		...(('modes' in property && property.modes) || []).map(({ displayName }) => displayName),
	]);
}

const SHOWN = new Set([
	...namesIn(new WebexCampaign().description.properties),
	...namesIn(new WebexCampaignApi().properties),
	new WebexCampaignApi().displayName,
	// n8n's own words
	'On Error',
	'Fixed',
	'Expression',
	'Loop Over Items',
	'Split Out',
	// Webex Campaign's own words
	'Profile manager module APIs',
	'Campaign manager module APIs',
]);

const quotedIn = (text: string) => [...text.matchAll(/(?<!\w)'([^']+)'(?!\w)/g)].map(([, name]) => name ?? '');

function expectHouseRules(message: string, description?: string): void {
	expect(message).toMatch(/^[A-Z'].*[^.\s]$/);
	expect(message).not.toMatch(/\b(?:error|problem|failure|mistake)s?\b/i);
	expect(quotedIn(`${message} ${description ?? ''}`).filter((name) => !SHOWN.has(name))).toEqual([]);
	if (description === undefined) return;
	expect(description).toMatch(/^[A-Z'\d].*[.…]$/);
	expect(description).not.toMatch(/\{field\}| {2}| [.,]/);
}

describe('a message says what happened, a description how to go on, both in the words of the editor', () => {
	it.each(everyFailure)('%s', (_name, failure) => {
		const { message, description } = failureText({ ...failure, said: undefined, detail: undefined }, 1);
		expectHouseRules(message, description);
		expectHouseRules(failureText(failure, 3).message);
	});

	it('refused input', async () => {
		const refusals = await everyRefusal();
		expect(refusals.length).toBeGreaterThan(30);
		for (const { message, description } of refusals) expectHouseRules(message, description);
	});

	it('an unusable credential', () => {
		for (const reason of credentialReasons()) expectHouseRules(reason);
	});

	it.each((credentialTest.rules ?? []).map(({ properties }) => properties.message))(
		'the credential test: %s',
		(message) => {
			expectHouseRules(message.replace(/\.$/, ''));
		},
	);

	it('the rules can be broken', () => {
		for (const message of ['An error came', 'a small letter', 'A full stop.', "No 'Such Field'"]) {
			expect(() => expectHouseRules(message)).toThrow();
		}
		expect(() => expectHouseRules('Fine', 'No full stop')).toThrow();
	});
});
