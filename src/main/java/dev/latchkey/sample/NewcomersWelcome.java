package dev.latchkey.sample;

import dev.latchkey.docs.Welcome;
import dev.latchkey.standalone.Standalone;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/** The guide on the home page; in production the page has none. */
@Singleton
class NewcomersWelcome implements Welcome {

    private final Standalone standalone;
    private final Guide guide;

    NewcomersWelcome(Standalone standalone, Guide guide) {
        this.standalone = standalone;
        this.guide = guide;
    }

    @Override
    public String html() {
        return standalone.active() ? Templates.welcome(guide).render() : "";
    }

    @CheckedTemplate(basePath = "sample")
    static class Templates {

        static native TemplateInstance welcome(Guide guide);
    }
}
