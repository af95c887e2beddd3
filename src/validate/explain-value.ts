// Why something is not the value of a claim, and what its author probably meant.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TreeNode } from '../diagnostics/evidence-tree.js';
import { reasonAgainst } from './dates.js';
import { oneLine } from './places.js';

const NO_VALUE =
	/^(?:n\.?\/?a\.?|none|null|nil|unknown|tbd|tba|not available|not given|not stated|unreported|[-–—?]+)$/i;

/** Digits of any script with separators, signs, a unit sign or a multiplier: a number in somebody's notation. */
export function looksLikeNumber(text: string): boolean {
	return /^[-+~<>≈≥≤$€£]*\s*\p{Nd}[\p{Nd}.,'’_\s\u00a0\u202f]*\s*(?:[%x×]|[kmb]|bn|million|billion)?$/iu.test(
		text,
	);
}

/** The value of a claim that fits none of the forms of a value; also any number field that holds text. */
export function explainValue(node: TreeNode): Diagnostic {
	const location = node.where;
	if (node.kind === 'list') return explainList(node);
	if (node.kind === 'map') {
		const advice = 'Write { text: … } with the words of the source, or a plain number, range or date.';
		return { code: 'MB216', location, args: { found: 'This mapping', advice } };
	}
	if (typeof node.value !== 'string') {
		const advice = 'Write the number that the source gives, or `not reported`.';
		return {
			code: 'MB216',
			location,
			args: { found: node.raw === '' ? 'An empty field' : node.raw, advice },
		};
	}
	const text = oneLine(node.value);
	if (/^\d{4}-\d|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(text)) {
		const args = {
			found: text,
			reason: reasonAgainst(text) ?? '',
			advice: 'Write 2026-02-05, 2026-02 or 2026.',
		};
		return { code: 'MB212', location, args };
	}
	if (looksLikeNumber(text))
		return { code: 'MB213', location, args: { found: `"${text}"`, suggestion: plainNumber(text) } };
	const quoted = `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
	const advice = NO_VALUE.test(text)
		? 'Write `not reported`, which is shown as such.'
		: `Write { text: ${quoted} } where the source has only words, or the number and a \`qualifier\`.`;
	return { code: 'MB216', location, args: { found: quoted, advice } };
}

function explainList(node: TreeNode & { kind: 'list' }): Diagnostic {
	const location = node.where;
	const broken = node.items.find((item) => item.kind === 'scalar' && typeof item.value === 'string');
	if (node.items.length !== 2) {
		const advice = 'Write two values, [from, to]; for several claims, write one entry in `claims` for each.';
		return { code: 'MB216', location, args: { found: `A list of ${node.items.length}`, advice } };
	}
	const areDates = node.items.every((item) => item.kind === 'scalar' && /^"?'?\d{4}-/.test(item.raw));
	if (areDates || (broken?.kind === 'scalar' && looksLikeNumber(String(broken.value)))) {
		const culprit = areDates
			? node.items.find((item) => item.kind === 'scalar' && reasonAgainst(String(item.value)))
			: broken;
		if (culprit) return explainValue(culprit);
	}
	const advice = 'Write both ends as plain numbers, [65.4, 69.9], or both as dates.';
	return { code: 'MB216', location, args: { found: 'A list that is no range', advice } };
}

/** Only where there is no doubt: digits of other scripts, blanks as separators, and one obvious multiplier. */
function plainNumber(text: string): string {
	const digits = text.normalize('NFKC').replace(/[\s\u00a0\u202f'’_]|%$/g, '');
	const thousands = /^(\d+)k$/i.exec(digits)?.[1];
	if (thousands) return `${thousands}000`;
	return /^-?\d+(?:\.\d+)?$/.test(digits) && !/\.\d{3}$/.test(digits) ? digits : '';
}
