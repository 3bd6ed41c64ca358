package dev.latchkey.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "latchkey.work")
interface WorkSettings {

    /** How many jobs a node runs at once, and how many conversations with the mail server. */
    @WithDefault("10")
    int threads();

    /** How often a node looks for work that another node stored, or whose time has come; its own it starts at once. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How often a node says of what it works on that it lives. */
    @WithDefault("2500ms")
    Duration heartbeat();

    /** How long work rests that was begun by a node whose heartbeats have ended: longer than a living one waits for a connection. */
    @WithDefault("7s")
    Duration revivalDelay();

    /** How long to wait after the first failure; doubles with every further one. */
    @WithDefault("5s")
    Duration firstRetry();

    @WithDefault("5m")
    Duration longestRetry();

    /** How long running work may take to finish at shutdown, before and again after it is interrupted. */
    @WithDefault(
            "4s") // for queues and jobs one after the other: with 3 s unready and 10 s for requests it fits into the 30
    // s of docker/compose.yaml
    Duration shutdownGrace();
}
