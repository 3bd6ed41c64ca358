package dev.latchkey.batches;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/** How often a clinic may write to many. Each looks at thousands of clients. */
public enum BatchLimit implements NamedLimit<BatchLimit.Settings> {
    LOGIN_LINK_BATCHES_PER_CLINIC(Settings::loginLinkBatchesPerClinic),
    LOGIN_LINK_BATCH_PREVIEWS_PER_CLINIC(Settings::loginLinkBatchPreviewsPerClinic);

    private final Function<Settings, List<Limit>> setting;

    BatchLimit(Function<Settings, List<Limit>> setting) {
        this.setting = setting;
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return List.of(setting);
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        /** What is refused is not counted. */
        @WithDefault("20/24h")
        List<Limit> loginLinkBatchesPerClinic();

        @WithDefault("120/1h")
        List<Limit> loginLinkBatchPreviewsPerClinic();
    }
}
