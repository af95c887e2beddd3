// The roles that a theme fills: what every token is for is in docs/themes.md. A role has one type; primitives live in
// the group `palette` under names of their own.

import type { ColorRole, FontRole, PageRole, SizeRole, SpaceRole } from '../model/theme.js';

export const COLOR_ROLES: readonly ColorRole[] = [
	'background',
	'surface',
	'edge',
	'text',
	'muted',
	'faint',
	'rule',
	'accent',
	'accent-soft',
	'risk',
	'risk-soft',
	'series-1',
	'series-2',
	'series-3',
	'series-4',
	'series-5',
	'series-6',
];
export const FONT_ROLES: readonly FontRole[] = ['heading', 'text', 'figures'];
export const SIZE_ROLES: readonly SizeRole[] = [
	'headline',
	'subtitle',
	'grand',
	'large',
	'text',
	'medium',
	'small',
	'kicker',
	'table-head',
	'source',
	'fact',
	'chart-label',
	'chart-axis',
];
export const SPACE_ROLES: readonly SpaceRole[] = ['row', 'gap', 'column', 'top'];
export const PAGE_ROLES: readonly PageRole[] = [
	'width',
	'height',
	'margin',
	'header',
	'end',
	'foot',
	'source',
	'footer',
];

/** The type in the words of the Design Tokens format. */
export type TokenType = 'color' | 'dimension' | 'fontFamily';

/** Group of primitives: any name, any type, only used by reference. */
export const PRIMITIVES = 'palette';

export const ROLES: ReadonlyMap<string, TokenType> = new Map<string, TokenType>([
	...COLOR_ROLES.map((role) => [`color.${role}`, 'color'] as const),
	...FONT_ROLES.map((role) => [`font.${role}`, 'fontFamily'] as const),
	...SIZE_ROLES.map((role) => [`size.${role}`, 'dimension'] as const),
	...SPACE_ROLES.map((role) => [`space.${role}`, 'dimension'] as const),
	...PAGE_ROLES.map((role) => [`page.${role}`, 'dimension'] as const),
]);
