// What it is like to work with the model: its part in its own development, tools, demonstrations, adoption. Null where
// the evidence has nothing to say.

import type { DemoSection, SelfDevelopmentSection, Story } from '../model/story.js';
import { citeFigure, citeRow, type Desk } from './cite.js';
import { barsByModel } from './figure-bars.js';
import { deniedRows, isStatement, statementRows } from './statement-rows.js';

export function selfDevelopmentSection(desk: Desk): SelfDevelopmentSection | null {
	const did = statementRows(desk, ['self-development-did']);
	const didNot = statementRows(desk, ['self-development-did-not']);
	const views = statementRows(desk, ['self-development-view']);
	return did.length + didNot.length === 0 ? null : { did, didNot, views };
}

export function toolsSection(desk: Desk): Story['tools'] {
	const section = {
		tools: statementRows(desk, ['tool']),
		workflow: statementRows(desk, ['workflow']),
		integrations: statementRows(desk, ['integration']),
		languages: statementRows(desk, ['language']),
	};
	return Object.values(section).every((rows) => rows.length === 0) ? null : section;
}

/** One section per demo id, the best documented first. */
export function demoSections(desk: Desk): readonly DemoSection[] {
	const statements = desk.all('statement').filter(({ topic }) => topic.demo !== undefined);
	const figures = desk.all('figure').filter(({ topic }) => topic.demo !== undefined);
	const names = [...new Set([...statements, ...figures].map(({ topic }) => topic.demo ?? ''))];
	return names
		.map((name) => {
			const mine = statements.filter(({ topic }) => topic.demo === name);
			const numbers = figures.filter(({ topic }) => topic.demo === name);
			return {
				name: capitalise(name.replaceAll('-', ' ')),
				steps: mine
					.filter(({ topic }) => topic.topic !== 'demo-criticism')
					.map((finding) => citeRow(finding, desk)),
				criticism: mine
					.filter(({ topic }) => topic.topic === 'demo-criticism')
					.map((finding) => citeRow(finding, desk)),
				deniedCriticism: deniedRows(
					desk,
					(topic) => isStatement('demo-criticism')(topic) && 'demo' in topic && topic.demo === name,
				),
				figures: numbers.map((finding) => citeFigure(finding, desk)),
				chart: barsByModel(desk, numbers)?.chart ?? null,
			};
		})
		.sort((a, b) => weightOf(b) - weightOf(a));
}

const weightOf = (demo: DemoSection) => demo.steps.length + demo.criticism.length + demo.figures.length;
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function adoptionSection(desk: Desk): Story['adoption'] {
	const section = {
		adopt: statementRows(desk, ['use-for'], desk.evidence.subject.id),
		avoid: statementRows(desk, ['avoid-for'], desk.evidence.subject.id),
		rules: statementRows(desk, ['design-rule']),
		feedback: statementRows(desk, ['feedback']),
	};
	return Object.values(section).every((rows) => rows.length === 0) ? null : section;
}
