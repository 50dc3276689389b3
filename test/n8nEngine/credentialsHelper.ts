import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	IHttpRequestOptions,
	INodeCredentialsDetails,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** The credential's fields as they are saved, or as they are at each reading. Expressions are resolved as n8n does it. */
export type CredentialSource = ICredentialDataDecryptedObject | (() => ICredentialDataDecryptedObject);

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
			mode: WorkflowExecuteMode,
			executeData?: IExecuteData,
			_raw?: boolean,
			values?: ICredentialsExpressionResolveValues,
		) {
			// The words of n8n's helper when the credential has been deleted.
			if (!source) throw new Error(`Credential with ID "${id}" (${name}) does not exist.`);
			const fields = typeof source === 'function' ? source() : source;
			if (!values) return fields;
			const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = values;
			return workflow.expression.getParameterValue(
				fields as INodeParameters,
				runExecutionData,
				runIndex,
				itemIndex,
				node.name,
				connectionInputData,
				mode,
				{},
				executeData,
				false,
				fields,
			) as ICredentialDataDecryptedObject;
		},
		async authenticate(credential: ICredentialDataDecryptedObject, _type: string, requestOptions: IHttpRequestOptions) {
			const { authenticate } = credentialType;
			if (typeof authenticate !== 'function') throw new Error('authenticate is not a function');
			return await authenticate(credential, requestOptions);
		},
	};
}
