package dev.latchkey.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The operator's key. */
@ConfigMapping(prefix = "latchkey")
interface OperatorSettings {

    /** Opens the operator's endpoints; without one they do not exist. */
    Optional<String> operatorKey();
}
