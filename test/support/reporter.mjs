/** Ends the runner's output with one plain line that people and machines can count: `12 passed, 0 failed`. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const tests = sessions.flatMap((session) => (session.testResults ? allTests(session.testResults) : []));
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      const skipped = tests.filter((test) => test.skipped).length;
      const failed = tests.length - passed - skipped;
      // A file that does not load, or fails outside its tests, has no failed test of its own.
      const broken = sessions.filter((session) => !session.passed && session.errors?.length).length;
      // The runner prints its own summary right after this hook.
      setTimeout(() => console.log(`${passed} passed, ${failed + broken} failed${skipped ? `, ${skipped} skipped` : ''}`));
    },
  };
}

function allTests({ suites = [], tests = [] }) {
  return [...tests, ...suites.flatMap(allTests)];
}
