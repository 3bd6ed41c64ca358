package dev.latchkey.portal;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/** How often a clinic may do what is at the expense of others. */
public enum PortalLimit implements NamedLimit<PortalLimit.Settings> {
    /** Of one clinic: each keeps a slug from all others for a year. */
    PORTAL_LINK_ROTATIONS(Settings::portalLinkRotations);

    private final Function<Settings, List<Limit>> setting;

    PortalLimit(Function<Settings, List<Limit>> setting) {
        this.setting = setting;
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return List.of(setting);
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        /** For each clinic: ten in a year. */
        @WithDefault("10/8760h")
        List<Limit> portalLinkRotations();
    }
}
