import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	IHttpRequestOptions,
	INodeCredentialsDetails,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** The credential's fields, or what they resolve to for each item. */
export type CredentialSource = ICredentialDataDecryptedObject | ((item: number) => ICredentialDataDecryptedObject);

/** What n8n's own helper does, without a database: hands out the fields and calls the credential's `authenticate`. */
export function credentialsHelper(credentialType: ICredentialType, source: CredentialSource | undefined) {
	return {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		preAuthentication: async () => undefined,
		getCredentials: async () => ({}),
		async getDecrypted(
			_additionalData: IWorkflowExecuteAdditionalData,
			{ id, name }: INodeCredentialsDetails,
			_type: string,
			_mode: WorkflowExecuteMode,
			_executeData?: IExecuteData,
			_raw?: boolean,
			values?: ICredentialsExpressionResolveValues,
		) {
			// The words of n8n's helper when the credential has been deleted.
			if (!source) throw new Error(`Credential with ID "${id}" (${name}) does not exist.`);
			return typeof source === 'function' ? source(values?.itemIndex ?? 0) : source;
		},
		async authenticate(credential: ICredentialDataDecryptedObject, _type: string, requestOptions: IHttpRequestOptions) {
			const { authenticate } = credentialType;
			if (typeof authenticate !== 'function') throw new Error('authenticate is not a function');
			return await authenticate(credential, requestOptions);
		},
	};
}
