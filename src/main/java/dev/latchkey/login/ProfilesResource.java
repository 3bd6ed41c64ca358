package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.Right;
import dev.latchkey.clients.Client;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

@Path("/v1/me/profiles")
class ProfilesResource {

    private final SwitchingProfile switching;
    private final ClientCaller caller;

    ProfilesResource(SwitchingProfile switching, ClientCaller caller) {
        this.switching = switching;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CLIENT)
    public ProfilesView listProfiles() {
        return new ProfilesView(switching.listChoices(caller).stream()
                .map(profile -> ProfileView.of(profile, caller))
                .toList());
    }

    record ProfilesView(List<ProfileView> items) {}

    record ProfileView(UUID id, String displayName, boolean current) {

        static ProfileView of(Client profile, ClientCaller caller) {
            return new ProfileView(
                    profile.id(), profile.shortName(), profile.id().equals(caller.clientId()));
        }
    }
}
