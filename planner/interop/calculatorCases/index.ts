export { CaseError, readCase } from './caseFile.ts';
export { checkCase, type CaseResult, type Deviation } from './checkCase.ts';
