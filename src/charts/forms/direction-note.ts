// Says that lower is better, because a reader takes longer and farther right for better.

import type { ChartRequest } from '../../model/chart.js';
import type { KeyItem } from '../layout/key-line.js';

export function directionNote(request: ChartRequest): KeyItem[] {
	return request.better === 'lower' ? [{ text: 'Lower is better', tone: 'text' }] : [];
}
