// Only a document that was read can make a claim; one that is merely credited cannot.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Rule } from './rule.js';

export const unreadSource: Rule = ({ sources, topics, places }) => {
	const unread = new Map(
		sources.filter((source) => source.read === false).map((source) => [source.id, source]),
	);
	// An id that stands twice is another rule's business.
	for (const source of sources) if (source.read !== false) unread.delete(source.id);
	return topics.flatMap(({ claims }) =>
		claims.flatMap((claim): readonly Diagnostic[] => {
			const source = unread.get(claim.source);
			if (!source) return [];
			const also = [
				{ location: places.field(source, 'read'), text: `\`${source.id}\` has \`read: false\`.` },
			];
			return [
				{ code: 'MB246', location: places.field(claim, 'source'), args: { source: claim.source }, also },
			];
		}),
	);
};
