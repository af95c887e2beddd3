// Contradictions that no rule of precedence and no ruling decides: one warning each, with every side and its place.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Claim } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import { spellValue } from '../model/spell-value.js';
import { inYaml, spelledValues } from './spelled-values.js';

/** In evidence order. */
export function unresolvedContradictions(findings: ReadonlyMap<string, Finding>): readonly Diagnostic[] {
	return [...findings.values()].filter(({ unresolved }) => unresolved).map(warningOf);
}

function warningOf(finding: Finding): Diagnostic {
	const { key, topic, value, computed } = finding;
	const sides = sidesOf(topic.claims);
	const [first, ...others] = sides;
	const sum = computed === undefined ? undefined : spellValue(computed.value);
	const parts = sides.map(({ text, claims }) => `${quoted(text)} (${namesOf(claims)})`);
	const over = spelledValues(topic.claims).map(inYaml).join(', ');
	const prefer = sum === undefined ? '<source>' : 'computed';
	const location = first?.claims[0]?.where ?? topic.where;
	const isRange = value.kind === 'range' || (value.kind === 'date' && value.from !== value.to);
	return {
		code: 'MB204',
		location,
		args: {
			about: `\`${key}\``,
			sides: [...parts, ...(sum === undefined ? [] : [`${sum} (computed)`])].join(', '),
			printed: isRange ? 'the whole range' : `“${printed(finding)}”`,
			ruling: `\`- { on: ${key}, prefer: ${prefer}, over: [${over}], reason: … }\`, or \`keep: ${isRange ? 'range' : 'both'}\` instead of \`prefer\`.`,
			caret: `${first?.claims[0]?.source ?? ''} says ${first?.text ?? ''}`,
		},
		also: [
			...others.flatMap(({ text, claims }) =>
				onePerSource(claims).map((claim) => ({
					location: claim.where,
					text: `${claim.source} says ${quoted(text)}`,
				})),
			),
			...(sum === undefined || computed === undefined
				? []
				: [{ location: topic.where, text: `comes to ${sum} from ${computed.of} and ${computed.to}` }]),
		],
	};
}

const printed = ({ value, topic }: Finding) =>
	value.kind === 'assertion' && 'text' in topic ? topic.text : spellValue(value);

interface Side {
	readonly text: string;
	readonly claims: readonly Claim[];
}

function sidesOf(claims: readonly Claim[]): readonly Side[] {
	return spelledValues(claims).map((text) => ({
		text,
		claims: claims.filter(({ value }) => value.kind !== 'not-reported' && spellValue(value) === text),
	}));
}

const quoted = (text: string) => (/^[\p{N}[−-]|^(for|against)$/u.test(text) ? text : `“${text}”`);
const onePerSource = (claims: readonly Claim[]) =>
	claims.filter(({ source }, index) => claims.findIndex((other) => other.source === source) === index);
const namesOf = (claims: readonly Claim[]) =>
	onePerSource(claims)
		.map(({ source }) => source)
		.join(', ');
