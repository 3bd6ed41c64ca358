package dev.latchkey.overload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a node waits for a body, and how many requests it takes at once. */
@ConfigMapping(prefix = "latchkey.web")
interface OverloadSettings {

    /** By then a body must be there, unless it is an upload. */
    @WithDefault("PT10S")
    Duration bodyTimeout();

    /**
     * How many requests a node works on at once, uploads not counted. More than four times the connections to the database, which most of them
     * wait for in turn; and few enough that the workers (quarkus.thread-pool.max-threads) do for them, for 64 uploads and for those who wait
     * for a turn (Bulkhead), who do not count here.
     */
    @WithDefault("128")
    int requestsAtOnce();

    /** Of these, one caller: more than any page asks for at once, and half of the connections to the database. */
    @WithDefault("16")
    int requestsPerCaller();

    /** Of these, one clinic's staff and clients. An installation of one clinic still has three quarters. */
    @WithDefault("96")
    int requestsPerClinic();

    /** Each holds a worker until its last byte is there. */
    @WithDefault("4")
    int uploadsPerCaller();

    @WithDefault("16")
    int uploadsPerClinic();

    /** Bytes a second, over each window: slower ones would hold their worker for hours. */
    @WithDefault("4096")
    int uploadLeastRate();

    @WithDefault("PT10S")
    Duration uploadWindow();

    /** By then an upload must be there, at every rate: 100 MB at 85 KB a second. */
    @WithDefault("PT20M")
    Duration uploadTimeout();
}
