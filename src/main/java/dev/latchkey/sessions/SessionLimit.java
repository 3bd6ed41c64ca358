package dev.latchkey.sessions;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/** What one session may do how often. It counts in the act, because a refresh token tells whose session it is once it is looked up. */
public enum SessionLimit implements NamedLimit<SessionLimit.Settings> {
    SESSION_REFRESHES(Settings::sessionRefreshes);

    private final Function<Settings, List<Limit>> setting;

    SessionLimit(Function<Settings, List<Limit>> setting) {
        this.setting = setting;
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return List.of(setting);
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        /** For each session. */
        @WithDefault("30/60s")
        List<Limit> sessionRefreshes();
    }
}
