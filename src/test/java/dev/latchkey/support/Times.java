package dev.latchkey.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether answers can be told apart by the time they take (the rank-sum test of Mann and Whitney). It asks in how many of all pairs one
 * is slower than the other, so that a few stragglers mean nothing, and a small delay of every one much.
 */
public final class Times {

    /**
     * In standard deviations. Ten pairs of kinds that do not differ get beyond in one of 15,000 runs, however noisy the machine, as long as
     * the kinds take turns at random. Of sixty times each, a kind that is 5 ms slower gets beyond while times of one kind scatter by no
     * more than 3 ms.
     */
    private static final double FAR = 4.5;

    private Times() {}

    /** One line for each two kinds of answers that differ. */
    public static Stream<String> differences(Map<String, List<Long>> nanosByKind) {
        return nanosByKind.entrySet().stream().flatMap(one -> nanosByKind.entrySet().stream()
                .filter(other -> one.getKey().compareTo(other.getKey()) < 0)
                .filter(other -> distance(one.getValue(), other.getValue()) > FAR)
                .map(other -> "%s, %s: medians of %d and %d µs"
                        .formatted(one.getKey(), other.getKey(), median(one.getValue()), median(other.getValue()))));
    }

    private static double distance(List<Long> ones, List<Long> others) {
        var pairs = ones.size() * others.size();
        var slower = ones.stream().mapToDouble(one -> slowerThan(one, others)).sum();
        return Math.abs(slower - pairs / 2.0) / Math.sqrt(pairs * (ones.size() + others.size() + 1) / 12.0);
    }

    private static double slowerThan(long one, List<Long> others) {
        return others.stream()
                .mapToDouble(other -> (1 + Long.signum(one - other)) / 2.0)
                .sum();
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1000;
    }
}
