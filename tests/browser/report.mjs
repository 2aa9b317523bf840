// One line a check, and what was wrong under it.

export class Report {
  passed = 0;
  failed = 0;

  // A check has passed when there are no faults, a list of sentences.
  check(what, faults) {
    if (faults.length === 0) {
      this.passed++;
      console.log(`ok      ${what}`);
      return true;
    }
    this.failed++;
    console.log(`FAILED  ${what}`);
    for (const fault of faults)
      console.log(`        ${fault.replaceAll("\n", "\n        ")}`);
    return false;
  }

  // The same for a single truth, and what is said when it is not one.
  expect(what, truth, fault) {
    return this.check(what, truth ? [] : [fault]);
  }

  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}
