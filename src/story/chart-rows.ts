// Findings to chart rows. Labels come ready to print; positions stay numbers.

import type { ChartRole, ChartRow } from '../model/chart.js';
import type { Claim, ModelRole } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { Cited, StoryChart } from '../model/story.js';
import { citeFinding, claimsBehind, type Desk, namesOf, printClaim, sidesBeside } from './cite.js';

const ROLE_OF_MODEL: Record<ModelRole, ChartRole> = {
	subject: 'subject',
	predecessor: 'predecessor',
	variant: 'variant',
	competitor: 'competitor',
	human: 'human',
	other: 'competitor',
};

export const chartRole = (role: ModelRole): ChartRole => ROLE_OF_MODEL[role];

/** The headline value as one row. */
export function headlineRow(
	finding: Finding,
	item: string,
	order: number,
	role: ChartRole,
	desk: Desk,
	detail?: string | Cited,
): ChartRow {
	const value = finding.value;
	const { text: label, key } = citeFinding(finding, desk, { bare: true });
	const base = {
		item,
		order,
		label,
		...(key === undefined ? {} : { key }),
		contested: finding.contested,
		estimated: finding.headline?.qualifiers.includes('estimated') ?? false,
		...detailOf(detail),
	};
	const isOnAxis = finding.headline?.unit === undefined || finding.headline.unit === finding.unit;
	if (!isOnAxis) return { ...base, role: 'missing', value: null };
	if (value.kind === 'number') return { ...base, role, value: value.number };
	if (value.kind === 'range')
		return { ...base, role, value: (value.from + value.to) / 2, low: value.from, high: value.to };
	if (value.kind === 'date' && value.from === value.to) return { ...base, role, value: value.from };
	if (value.kind === 'date') return { ...base, role, value: value.from, low: value.from, high: value.to };
	return { ...base, role: 'missing', value: null };
}

function detailOf(detail: string | Cited | undefined): Pick<ChartRow, 'detail' | 'detailKey'> {
	if (detail === undefined) return {};
	if (typeof detail === 'string') return { detail };
	return { detail: detail.text, ...(detail.key === undefined ? {} : { detailKey: detail.key }) };
}

/** One row for each different numeric value that a source sets against the headline. */
export function dissentChartRows(
	finding: Finding,
	item: string,
	order: number,
	desk: Desk,
): readonly ChartRow[] {
	const unit = finding.headline?.unit ?? finding.unit;
	const byValue = new Map<string, Claim[]>();
	for (const { claim, cause } of sidesBeside(finding)) {
		const isComparable = cause === 'contradiction' || cause === 'estimate' || cause === 'uncertainty';
		if (!isComparable || (claim.unit ?? finding.unit) !== unit) continue;
		if (claim.value.kind !== 'number' && claim.value.kind !== 'range') continue;
		const key = printClaim(claim, finding, desk, { bare: true });
		byValue.set(key, [...(byValue.get(key) ?? []), claim]);
	}
	return [...byValue].flatMap(([label, claims]) => {
		const value = claims[0]?.value;
		if (value?.kind !== 'number' && value?.kind !== 'range') return [];
		const place =
			value.kind === 'number'
				? { value: value.number }
				: { value: (value.from + value.to) / 2, low: value.from, high: value.to };
		const row: ChartRow = {
			item,
			order,
			role: 'dissent',
			...place,
			label,
			detail: namesOf(claims, desk),
			contested: true,
			estimated: claims.every((claim) => claim.qualifiers.includes('estimated')),
		};
		return [row];
	});
}

/** A chart and the claims behind all its marks. */
export function storyChart(
	request: StoryChart['request'],
	findings: readonly Finding[],
	desk: Desk,
	options: { readonly showsDissent: boolean },
): StoryChart {
	const claims = findings.flatMap((finding) => [
		...claimsBehind(finding).map((claim) => claim.id),
		...(options.showsDissent ? finding.dissent.map(({ claim }) => claim.id) : []),
	]);
	const contested: Cited[] = findings
		.filter((finding) => finding.contested)
		.map((finding) => citeFinding(finding, desk));
	const independent = findings.map((finding) => finding.support.independent);
	return { request, claims: [...new Set(claims)], contested, independent };
}
