// The last line of a run, alone on its line and always in the same form: `12 passed, 0 failed`.

export default class ClosingLine {
  #outcomes = new Map();
  #errors = 0;

  onTestEnd(test) {
    // Asked again after a retry, so that only the last word counts.
    this.#outcomes.set(test.id, test.outcome());
  }

  onError() {
    this.#errors += 1;
  }

  onExit() {
    const outcomes = [...this.#outcomes.values()];
    const count = (...kinds) => outcomes.filter((outcome) => kinds.includes(outcome)).length;
    const skipped = count("skipped");
    const failed = count("unexpected") + this.#errors;
    console.log(`${count("expected", "flaky")} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  }

  printsToStdio() {
    return true;
  }
}
