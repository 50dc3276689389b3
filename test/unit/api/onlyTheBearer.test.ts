import { authenticate } from '../../../nodes/WebexCampaign/api/authenticate';

describe('Only the bearer authenticates', () => {
	it('user info and other authentication, for which the HTTP client would drop it, are left out', async () => {
		const request = await authenticate(
			{ region: 'webexcampaign.io', tenant: 'acme', apiKey: 'secret' },
			{ url: 'https://user:word@acme.webexcampaign.io/x', auth: { username: 'user', password: 'word' } },
		);
		expect(request.url).toBe('https://acme.webexcampaign.io/x');
		expect(request.auth).toBeUndefined();
		expect(request.headers?.Authorization).toBe('Bearer secret');
	});
});
