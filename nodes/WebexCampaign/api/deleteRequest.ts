/** The documented path of "Delete contact profile" below the endpoint. */
export const DELETE_PATH = '/resources/v3/delete';

/** Up to ten, says the reference page; it prints only the name `exparam1`, the others are inferred. */
export const AUDIT_PARAMETER_NAMES = Array.from({ length: 10 }, (_, i) => `exparam${i + 1}`);

/** One profile to delete: everything checked, nothing sent yet. */
export interface ProfileToDelete {
	key: string;
	/** null: the field was left blank, and the API decides which profile is meant. */
	profileName: string | null;
	auditParameters: Record<string, string>;
}

/** The request body, its fields in the order of the reference page. */
export const deleteBody = (profile: ProfileToDelete): Record<string, string> => ({
	...(profile.profileName === null ? {} : { 'profile-name': profile.profileName }),
	key: profile.key,
	...profile.auditParameters,
});
