package dev.latchkey.standalone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Whether this installation brings its own database and mailbox. */
@ConfigMapping(prefix = "latchkey")
public interface Standalone {

    @WithName("standalone")
    @WithDefault("false")
    boolean active();

    /** Where it keeps everything; delete it to start over. */
    @WithName("standalone.directory")
    Optional<String> directory();

    /** Where the sample is served; empty where letters lead elsewhere. */
    @WithName("standalone.sample-port")
    Optional<Integer> samplePort();
}
