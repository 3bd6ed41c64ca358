package dev.latchkey.fuzz;

import java.util.List;
import java.util.Random;

/** Chance that comes out the same for the same seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean isIn(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From zero, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
