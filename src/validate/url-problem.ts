// Whether an address may become a link on a slide.

/** Why not, in words that continue "cannot be linked to: …"; undefined for http(s) addresses without credentials. */
export function urlProblem(text: string): string | undefined {
	if (/\s/.test(text)) return 'it contains a blank; write it as %20';
	if (/[<>"`{}|\\^]/.test(text)) return 'it contains a character that must be written as % and its code';
	if (!URL.canParse(text)) return 'it is not a full web address';
	const parsed = new URL(text);
	if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
		return `only http and https are allowed, not ${parsed.protocol}`;
	}
	if (parsed.username !== '' || parsed.password !== '') return 'it contains a user name or a password';
	return undefined;
}
