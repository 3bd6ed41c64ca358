package dev.latchkey.ratelimit;

import dev.latchkey.ratelimit.Limit.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What callers are counted by, wherever it is their address that counts. Each network around a caller has a limit of its own, and the wider
 * it is the higher: a caller who is handed a whole /48 has its limit, and not that of one /64 for each of its 65,536.
 */
@ApplicationScoped
public class CallerLimits {

    private final CallerAddress caller;

    CallerLimits(CallerAddress caller) {
        this.caller = caller;
    }

    /** False in the background. */
    public boolean isRequest() {
        return caller.findNetwork().isPresent();
    }

    public <S> Stream<Bucket> buckets(NamedLimit<S> limit, S settings) {
        return buckets(limit, settings, "");
    }

    /**
     * Those of each network: per IP (an address of IPv4, a /64 of IPv6, and all whose address is not known), per network (a /24 of IPv4, a
     * /56 of IPv6) and per site (a /48 of IPv6).
     *
     * @param of what else is counted together with the address, such as an e-mail
     */
    public <S> Stream<Bucket> buckets(NamedLimit<S> limit, S settings, String of) {
        var names = caller.networks().names();
        return IntStream.range(0, names.size())
                .boxed()
                .flatMap(width -> limit.buckets(width, settings, names.get(width) + " " + of));
    }
}
