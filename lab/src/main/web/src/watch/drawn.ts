import { role, withRole } from '../columns';

/** The column held against the threshold: the preconditioned sharpness of a rule that has one. */
export function critical(columns: string[]): string {
  return withRole(columns, 'preconditioned-sharpness') ?? withRole(columns, 'sharpness') ?? 'sharpness';
}

/** The columns of the upper plot: what is held against the threshold, and by its side other curvatures and the eigenvalues below it. */
function curvatures(columns: string[]): string[] {
  if (withRole(columns, 'preconditioned-sharpness')) return [critical(columns)];
  const first = withRole(columns, 'eigenvalue');
  return columns.filter(c => c !== first && isCurvature(c));
}

/** The curvature along the step, which every run with gradients has. */
export const ALONG = 'directionalSmoothness';

/** Whether the upper plot shows it. */
export function isCurvature(name: string): boolean {
  if (name === ALONG) return true;
  return ['sharpness', 'preconditioned-sharpness', 'curvature', 'eigenvalue'].includes(role(name) ?? '');
}

/** What has a panel of its own below. */
const FURTHER = ['relativeProgress', 'hessianTrace'];

/** The columns that the plot draws. */
export function drawn(columns: string[]): string[] {
  return [...curvatures(columns), ...columns.filter(c => role(c) === 'loss' || FURTHER.includes(c))];
}
