package dev.latchkey.staffsignin;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/** How often new passwords may be requested. It counts in the act, because the body names the e-mail. */
public enum ResetLimit implements NamedLimit<ResetLimit.Settings> {
    /** Beyond, nothing is sent and nothing cancelled: otherwise a stranger could keep a member from ever using one. */
    PASSWORD_RESET_REQUESTS_PER_EMAIL(Settings::passwordResetRequestsPerEmail);

    private final Function<Settings, List<Limit>> setting;

    ResetLimit(Function<Settings, List<Limit>> setting) {
        this.setting = setting;
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return List.of(setting);
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        @WithDefault("1/60s,5/1h,10/24h")
        List<Limit> passwordResetRequestsPerEmail();
    }
}
