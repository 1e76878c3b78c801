import { critical as held, role, withRole } from '../columns';
import type { Column } from '../types';

type Role = Column['role'];

/** The column held against the threshold: the preconditioned sharpness of a rule that has one. */
export function critical(columns: string[]): string {
  return held(columns) ?? 'sharpness';
}

/** The columns of the upper plot: what is held against the threshold, and by its side other curvatures and the eigenvalues below it. */
function curvatures(columns: string[]): string[] {
  if (withRole(columns, 'preconditioned-sharpness')) return [critical(columns)];
  const first = withRole(columns, 'eigenvalue');
  return columns.filter(c => c !== first && isCurvature(c));
}

/** What the upper plot shows. */
const CURVATURES: Role[] = [
  'sharpness',
  'preconditioned-sharpness',
  'curvature',
  'flow-sharpness',
  'step-curvature',
  'eigenvalue',
];

/** What has a panel of its own below. */
const FURTHER: Role[] = ['loss', 'progress', 'trace'];

/** Whether a column has one of some roles. */
function has(name: string, roles: Role[]): boolean {
  const its = role(name);
  return its !== undefined && roles.includes(its);
}

/** Whether the upper plot shows it. */
export function isCurvature(name: string): boolean {
  return has(name, CURVATURES);
}

/** The columns that the plot draws. */
export function drawn(columns: string[]): string[] {
  return [...curvatures(columns), ...columns.filter(c => has(c, FURTHER))];
}
