// Classifications, evaluations, safeguards by layer and the defence programme. Null where the evidence has nothing to say.

import type { Safeguard } from '../model/evidence.js';
import type { SafeguardLayer, SafetySection, Story } from '../model/story.js';
import { citeFigure, citeFinding, citeRow, counted, type Desk, hasValue, topicName } from './cite.js';
import { modelWithRole } from './scores.js';

export function safetySection(desk: Desk): SafetySection | null {
	const classifications = desk.all('classification').map((finding) => ({
		framework: finding.topic.framework,
		domain: finding.topic.domain,
		level: {
			...citeFinding(finding, desk),
			text: finding.topic.level,
		},
		means: finding.topic.means ?? null,
		sources: counted(finding.support.sources),
	}));
	const evaluations = desk.all('safety-evaluation').map((finding) => citeRow(finding, desk));
	const predecessor = modelWithRole(desk, 'predecessor')?.id;
	const results = desk.evidence.benchmarks
		.filter((benchmark) => benchmark.area === 'security')
		.flatMap((benchmark) => {
			const finding = desk.find(`${benchmark.id}/${desk.evidence.subject.id}`);
			if (finding === undefined || !hasValue(finding)) return [];
			const before = desk.find(`${benchmark.id}/${predecessor}`);
			return [
				{
					name: topicName(finding.topic, desk),
					value: citeFinding(finding, desk),
					before: before === undefined || !hasValue(before) ? null : citeFinding(before, desk),
				},
			];
		});
	return classifications.length + evaluations.length === 0 ? null : { classifications, evaluations, results };
}

const LAYERS: readonly (readonly [Safeguard['layer'], string])[] = [
	['model', 'Model'],
	['routing', 'Routing'],
	['environment', 'Environment'],
	['monitoring', 'Monitoring'],
	['access', 'Access'],
	['organisation', 'Organisation'],
];

/** Layers from the model outwards; empty layers are left out. */
export function safeguardLayers(desk: Desk): readonly SafeguardLayer[] | null {
	const findings = desk.all('safeguard');
	const layers = LAYERS.map(([layer, name]) => ({
		layer: name,
		rows: findings.filter(({ topic }) => topic.layer === layer).map((finding) => citeRow(finding, desk)),
	})).filter(({ rows }) => rows.length > 0);
	return layers.length === 0 ? null : layers;
}

export function defenceSection(desk: Desk): Story['defence'] {
	const commitments = desk.all('commitment').map((finding) => citeFigure(finding, desk));
	return commitments.length === 0 ? null : { commitments };
}
