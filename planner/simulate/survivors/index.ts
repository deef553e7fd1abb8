export { simulateFailover, type DagOutcome, type FailoverOutcome, type ServerOutcome } from './simulateFailover.ts';
