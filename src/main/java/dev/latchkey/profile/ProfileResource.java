package dev.latchkey.profile;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.PortalSections;
import dev.latchkey.access.Right;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.http.ETags;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Language;
import dev.latchkey.kernel.PhoneNumber;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/v1/me")
class ProfileResource {

    private final Clients clients;
    private final Clinics clinics;
    private final ClientCaller caller;

    ProfileResource(Clients clients, Clinics clinics, ClientCaller caller) {
        this.clients = clients;
        this.clinics = clinics;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CLIENT)
    public ProfileView getProfile() {
        return ProfileView.of(clients.self(caller), clinics.get(caller.clinicId()));
    }

    record ProfileView(
            UUID id,
            String displayName,
            String givenName,
            String familyName,
            @Nullable String preferredName,
            @Nullable String email,
            PortalSections sections,
            @Nullable String phone,
            @Nullable String language,
            ProfileClinic clinic)
            implements ETags.TaggedAnswer {

        static ProfileView of(Client client, Clinic clinic) {
            return new ProfileView(
                    client.id(),
                    client.displayName(),
                    client.givenName(),
                    client.familyName(),
                    client.preferredName(),
                    client.email().map(EmailAddress::address).orElse(null),
                    clinic.portal().sections().narrowedBy(client.permission().sections()),
                    client.phone().map(PhoneNumber::e164).orElse(null),
                    client.language().map(Language::code).orElse(null),
                    ProfileClinic.of(clinic));
        }
    }

    /** The clinic with the ways to reach it. */
    record ProfileClinic(
            String slug,
            String name,
            String timeZone,
            @Nullable String phone,
            @Nullable String website,
            @Nullable String email) {

        static ProfileClinic of(Clinic clinic) {
            return new ProfileClinic(
                    clinic.slug(),
                    clinic.name(),
                    clinic.timeZoneId(),
                    clinic.phone(),
                    clinic.website(),
                    clinic.replyTo().map(EmailAddress::address).orElse(null));
        }
    }
}
