/**
 * Counts Vitest's JSON report. A file that fails before its tests counts as one failure, as does a run without a test.
 * @param {any} report undefined when there is none
 * @param {number} exitCode
 */
export function vitestTotals(report, exitCode) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = tests.filter((test) => test.status === 'failed').length + broken.length;
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status));
  if (passed + failed === 0) console.log('No unit test ran.');
  return {
    passed,
    failed: atLeastOne(failed, exitCode !== 0 || passed === 0),
    skipped: skipped.map((test) => [...test.ancestorTitles, test.title].join(' › ')),
  };
}

/**
 * Counts Playwright's JSON report. A test that passed at its second try has passed and is named, so that it is looked at.
 * @param {any} report undefined when there is none
 * @param {number} exitCode
 */
export function playwrightTotals(report, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  if (expected + unexpected + flaky === 0) console.log('No end-to-end test ran.');
  const suites = report?.suites ?? [];
  for (const title of suites.flatMap((suite) => specsThat('flaky', suite, [])))
    console.log(`passed at the second try: ${title}`);
  return {
    passed: expected + flaky,
    failed: atLeastOne(unexpected, exitCode !== 0 || expected === 0),
    skipped: suites.flatMap((suite) => specsThat('skipped', suite, [])),
  };
}

/** A run that went wrong without a failed test, for example because its server did not start, is a failure too. */
const atLeastOne = (failed, wrong) => (failed === 0 && wrong ? 1 : failed);

function specsThat(status, suite, above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === status)
      .map((test) => [...titles, spec.title].join(' › ') + reason(test.annotations)),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => specsThat(status, inner, titles))];
}

function reason(annotations = []) {
  const stated = annotations.find((annotation) => annotation.description)?.description;
  return stated ? ` (${stated})` : '';
}
