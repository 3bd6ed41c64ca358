package dev.latchkey.audit;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/** How often the trail's readers may ask for what takes long. */
public enum AuditLimit implements NamedLimit<AuditLimit.Settings> {
    /** Of one clinic's chain. */
    AUDIT_VERIFICATIONS(Settings::auditVerifications);

    private final Function<Settings, List<Limit>> setting;

    AuditLimit(Function<Settings, List<Limit>> setting) {
        this.setting = setting;
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return List.of(setting);
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        /** For each clinic. */
        @WithDefault("30/15m")
        List<Limit> auditVerifications();
    }
}
