package dev.latchkey.faults;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One time that a fault is done, and the seed of all that is left to chance in it: {@code -Dfaults.runs=1 -Dfaults.seed=…} repeats it. */
public record Run(int number, int of, long seed) {

    static Stream<Run> all() {
        var runs = Integer.getInteger("faults.runs", 1);
        var seed = Long.getLong("faults.seed", 20261127);
        return IntStream.rangeClosed(1, runs).mapToObj(n -> new Run(n, runs, seed + n - 1));
    }

    /** For one part of the run, so that what the others do changes nothing for it. */
    Random random(String part) {
        return new Random(31 * seed + part.hashCode());
    }
}
