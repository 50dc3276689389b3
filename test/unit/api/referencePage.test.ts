import { AUDIT_PARAMETER_NAMES, DELETE_PATH, deleteBody } from '../../../nodes/WebexCampaign/api/deleteProfile';
import { FAILURE_TABLE } from '../../../nodes/WebexCampaign/api/failureTable';
import { failureTableOfThePage } from '../../simulator/referencePage';

describe('the request is the one on the reference page', () => {
	it('to the documented path', () => {
		expect(DELETE_PATH).toBe('/resources/v3/delete');
	});

	it('with ten extra parameters', () => {
		expect(AUDIT_PARAMETER_NAMES).toHaveLength(10);
		expect(AUDIT_PARAMETER_NAMES).toEqual(expect.arrayContaining(['exparam1', 'exparam10']));
	});

	it("equals the page's example, field by field in its order", () => {
		const profile = { key: '9463183918', profileName: 'sampleprofile', auditParameters: { exparam1: 'val1' } };
		const body = '{"profile-name":"sampleprofile","key":"9463183918","exparam1":"val1"}';
		expect(JSON.stringify(deleteBody(profile))).toBe(body);
	});

	it('leaves out what is not there', () => {
		expect(deleteBody({ key: '1', profileName: null, auditParameters: {} })).toEqual({ key: '1' });
	});
});

it('the failure table is the one on the reference page, row by row and in its order', () => {
	const ours = FAILURE_TABLE.map(({ httpStatus, code }) => ({ httpStatus, code: Number(code) }));
	expect(ours).toEqual(failureTableOfThePage().map(({ httpStatus, code }) => ({ httpStatus, code })));
	expect(ours).toHaveLength(10);
});
