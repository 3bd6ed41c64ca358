package dev.latchkey.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long we listen, to how many, and to whom about where others come from. */
@ConfigMapping(prefix = "latchkey.web")
interface WebSettings {

    /** By then a body must be there, unless it is an upload. */
    @WithDefault("PT10S")
    Duration bodyTimeout();

    /**
     * How many requests a node works on at once, uploads not counted. More than four times the connections to the database, which most of them
     * wait for in turn; and few enough that 200 workers (the framework's default) do for them and for 64 uploads.
     */
    @WithDefault("128")
    int requestsAtOnce();

    /** Networks (CIDR) of the proxies in front of us, whose word about their callers' addresses counts. */
    Optional<List<String>> trustedProxies();
}
