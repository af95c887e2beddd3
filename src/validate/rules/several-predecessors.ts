// Gains are measured against one model.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Rule } from './rule.js';

export const severalPredecessors: Rule = ({ models, places }) => {
	const [first, ...others] = models.filter((model) => model.role === 'predecessor');
	return others.map((model): Diagnostic => {
		const args = { name: model.name, other: first?.name ?? '' };
		const also = first ? [{ location: places.field(first, 'role'), text: `${first.name} stands here.` }] : [];
		return { code: 'MB222', location: places.field(model, 'role'), args, also };
	});
};
