package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.Right;
import dev.latchkey.profile.ProfileNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

@Path("/v1/me/profiles")
class ProfilesResource {

    private final ListingProfiles listing;
    private final ClientCaller caller;

    ProfilesResource(ListingProfiles listing, ClientCaller caller) {
        this.listing = listing;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CLIENT)
    public ProfilesView listProfiles() {
        var profiles = listing.list(caller);
        var names = ProfileNames.among(profiles);
        return new ProfilesView(profiles.stream()
                .map(profile -> new ProfileView(
                        profile.id(), names.get(profile), profile.id().equals(caller.clientId())))
                .toList());
    }

    record ProfilesView(List<ProfileView> items) {}

    record ProfileView(UUID id, String displayName, boolean current) {}
}
