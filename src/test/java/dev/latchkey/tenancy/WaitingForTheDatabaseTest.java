package dev.latchkey.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With an installation's settings. A request that waits in vain is tested in {@link TakingALongTimeTest}. */
class WaitingForTheDatabaseTest {

    @Test
    void is_over_after_ten_seconds() {
        var installed = new SmallRyeConfigBuilder()
                .withMapping(DatabaseSettings.class)
                .build()
                .getConfigMapping(DatabaseSettings.class);

        assertThat(installed.statementTimeout()).isEqualTo(Duration.ofSeconds(10));
    }
}
