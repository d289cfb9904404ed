// How fast the machine is while something is measured on it.

const ROUNDS = 15;

/**
 * A line about two loops in the page, one of whole numbers and one through memory: where a median is far from its fastest
 * round, something else runs on the machine; where the fastest differ between two machines, so does all that was measured.
 */
export async function machineLine(page) {
  const [numbers, memory] = await page.evaluate((rounds) => {
    const STEPS = 10_000_000;
    const kept = new Float64Array(8_000_000).fill(1);
    // What nobody looks at need not be done: the time is given only with the result.
    const timed = (loop) => {
      const times = Array.from({ length: rounds }, () => {
        const start = performance.now();
        const result = loop();
        return result === 0 ? 0 : performance.now() - start;
      });
      return times.sort((left, right) => left - right);
    };
    const whole = () => {
      let number = 2_463_534_242;
      for (let step = 0; step < STEPS; step += 1) {
        number ^= number << 13;
        number ^= number >>> 17;
        number ^= number << 5;
      }
      return number;
    };
    const through = () => {
      let sum = 0;
      for (let place = 0; place < kept.length; place += 1) sum += kept[place];
      return sum;
    };
    return [timed(whole), timed(through)];
  }, ROUNDS);
  const spread = (times) => `min ${times[0].toFixed(1)}, median ${times[ROUNDS >> 1].toFixed(1)} ms`;
  return `machine: ten million steps of a loop in ${spread(numbers)}; 64 MB of memory in ${spread(memory)}`;
}
