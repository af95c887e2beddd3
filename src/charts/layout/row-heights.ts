// Shares the height of the plot among its rows: equal rows where that fits, taller ones only where a row's labels need it.

export interface RowExtent {
	/** Pixels needed above and below the centre line. */
	readonly above: number;
	readonly below: number;
}

export interface RowCell {
	readonly top: number;
	readonly height: number;
	readonly center: number;
}

const MAX_ROW_HEIGHT = 168;

/** The rows may be shorter than the box, when few rows would stand too far apart, or need more than it has: `overflow`. */
export function shareHeight(
	extents: readonly RowExtent[],
	available: number,
): { readonly cells: readonly RowCell[]; readonly height: number; readonly overflow: number } {
	const needs = extents.map((extent) => extent.above + extent.below);
	const needed = needs.reduce((sum, need) => sum + need, 0);
	const level = Math.min(MAX_ROW_HEIGHT, waterLevel(needs, available));
	let top = 0;
	const cells = extents.map((extent, index) => {
		const height = Math.max(level, needs[index] ?? 0);
		const middle = height / 2;
		const center = top + Math.min(Math.max(middle, extent.above), height - extent.below);
		const cell = { top, height, center };
		top += height;
		return cell;
	});
	return { cells, height: top, overflow: Math.max(0, needed - available) };
}

/** The common height at which the rows that need less, together with those that need more, fill the space. */
function waterLevel(needs: readonly number[], available: number): number {
	const sorted = [...needs].sort((a, b) => b - a);
	let space = available;
	for (let taken = 0; taken < sorted.length; taken++) {
		const level = space / (sorted.length - taken);
		const tallest = sorted[taken] ?? 0;
		if (tallest <= level) return level;
		space -= tallest;
	}
	return 0;
}
