package dev.latchkey.boot;

import dev.latchkey.framework.UnreadableRequests;
import dev.latchkey.sample.SampleServer;
import dev.latchkey.standalone.FirstStart;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Runs Latchkey, or (QUARKUS_INIT_AND_EXIT, for a job that migrates before the nodes start) only brings the database up to date. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        UnreadableRequests.leaveToUs();
        if (isToExitAtOnce()) {
            Quarkus.run(args); // which looks for the application below when there is none any more
        } else {
            Quarkus.run(Node.class, args);
        }
    }

    private static boolean isToExitAtOnce() {
        var setting = Optional.ofNullable(System.getenv("QUARKUS_INIT_AND_EXIT"));
        return Boolean.parseBoolean(setting.orElse(System.getProperty("quarkus.init-and-exit")));
    }

    /** Once it listens, tells the operator where everything is. */
    static final class Node implements QuarkusApplication {

        private static final Logger LOG = Logger.getLogger("dev.latchkey");

        private final SampleServer sample;
        private final FirstStart firstStart;
        private final StartUpGuide guide;

        Node(SampleServer sample, FirstStart firstStart, StartUpGuide guide) {
            this.sample = sample;
            this.firstStart = firstStart;
            this.guide = guide;
        }

        @Override
        public int run(String... args) {
            sample.open();
            firstStart.makeDemoClinic();
            new KnownSettings().unknownAmong(KnownSettings.namesOfTheProcess()).forEach(LOG::warn);
            guide.lines().forEach(LOG::info);
            Quarkus.waitForExit();
            return 0;
        }
    }
}
