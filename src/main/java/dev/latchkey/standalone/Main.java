package dev.latchkey.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;

/** Runs Latchkey and, once it listens, tells whoever started it where everything is. */
@QuarkusMain
public final class Main implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger("dev.latchkey");

    private final FirstStart firstStart;
    private final StartUpGuide guide;

    Main(FirstStart firstStart, StartUpGuide guide) {
        this.firstStart = firstStart;
        this.guide = guide;
    }

    @Override
    public int run(String... args) {
        firstStart.makeDemoClinic();
        guide.lines().forEach(LOG::info);
        Quarkus.waitForExit();
        return 0;
    }
}
