package dev.latchkey.clients;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.ClientViews.ClientSummaryView;
import dev.latchkey.clients.SearchingClients.ClientSearch;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.Email;
import dev.latchkey.input.Line;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.input.TypedCode;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Language;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/clients")
class ClientsResource {

    private final Clients clients;
    private final ClientDirectory directory;
    private final ClientViews views;
    private final ReadingDetails reading;
    private final Audit audit;
    private final StaffCaller caller;
    private final Clock clock;

    ClientsResource(
            Clients clients,
            ClientDirectory directory,
            ClientViews views,
            ReadingDetails reading,
            Audit audit,
            StaffCaller caller,
            Clock clock) {
        this.clients = clients;
        this.directory = directory;
        this.views = views;
        this.reading = reading;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<ClientSummaryView> listClients(
            @RestQuery @CodePointLength(max = 100) @Line @Nullable String q,
            @RestQuery @Email @Nullable String email,
            @RestQuery @CodePointLength(min = 1, max = 50) @TypedCode @Nullable String phone,
            @RestQuery @DefaultValue("false") @Pattern(regexp = "true|false") String archived,
            @RestQuery @Pattern(regexp = PortalUse.STATES) @Nullable String portal,
            @Valid @BeanParam Paging paging) {
        var asked = reading.readPhone(caller.clinicId(), phone, "query/phone");
        var typed = reading.findPhone(caller.clinicId(), q).orElse(null);
        var search = ClientSearch.of(q, email, asked, typed, Boolean.parseBoolean(archived), portal);
        return views.list(caller, directory.search(caller, search, paging));
    }

    @POST
    @RolesAllowed(Right.CARE)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<ClientView> createClient(@Valid @NotNull NewClient request) {
        var client = new Client(caller.clinicId(), request.givenName, request.familyName, clock.instant());
        client.reachAt(request.address());
        client.reachByPhone(reading.readPhone(caller.clinicId(), request.phone, "/phone"));
        client.addressAs(request.preferredName);
        client.writeIn(request.language == null ? null : Language.of(request.language));
        client.bornOn(reading.readBirthDate(request.birthDate));
        clients.add(client, request.externalId);
        audit.record(caller.occurrence(ClientAction.CLIENT_CREATED).client(client.id()));
        return Responses.created("/v1/staff/clients/" + client.id(), views.build(client));
    }

    record NewClient(
            @NotNull @CodePointLength(max = 100) @Line String givenName,
            @NotNull @CodePointLength(max = 100) @Line String familyName,
            @CodePointLength(max = 100) @Line @Nullable String preferredName,
            @Email @Nullable String email,

            @CodePointLength(min = 1, max = 50) @TypedCode @Nullable
            String phone,

            @Pattern(regexp = Language.CODES) @Nullable String language,
            @Nullable LocalDate birthDate,
            @CodePointLength(max = 100) @Line @Nullable String externalId) {

        @Nullable
        EmailAddress address() {
            return email == null ? null : EmailAddress.parse(email).orElseThrow();
        }
    }
}
