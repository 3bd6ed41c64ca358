package dev.latchkey.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowingTheApplicationTest {

    /** Guards {@code ApplicationStart} when Quarkus is upgraded. */
    @Test
    void notices_its_start_and_nothing_later() {
        assertThat(ConfigProvider.getConfig().getValue("latchkey.standalone", Boolean.class))
                .isTrue();
        assertThat(ApplicationStart.isHappening()).isFalse();
    }

    /** Guards {@code ApplicationEnd} when Quarkus is upgraded: an application that were not found would be waited for no time at all. */
    @Test
    void waits_while_it_runs_and_no_longer_than_asked() {
        var begun = System.nanoTime();

        ApplicationEnd.await(Duration.ofMillis(100));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }
}
