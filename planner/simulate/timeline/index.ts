export { eventProblems, timelineProblems } from './checkTimeline.ts';
export type { Outage } from './databaseClocks.ts';
export { durationsOf, type Duration, type DurationName } from './durations.ts';
export { playTimeline, type DatabaseAvailability, type TimelineInput, type TimelineOutcome } from './playTimeline.ts';
export { scenarioEvents } from './scenarioEvents.ts';
export { stepKinds, type StepKind, type TimelineStep } from './steps.ts';
export { lengthText, mountedText, stepText, timeText } from './words.ts';
