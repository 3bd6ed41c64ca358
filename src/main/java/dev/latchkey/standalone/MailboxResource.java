package dev.latchkey.standalone;

import dev.latchkey.http.WebReason;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/mailbox")
class MailboxResource {

    // A letter is shown as its recipient would see it, but nothing in it runs, and nothing is fetched for it.
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Standalone standalone;
    private final String portal;

    MailboxResource(Standalone standalone, @ConfigProperty(name = "latchkey.portal-url") String portalUrl) {
        this.standalone = standalone;
        this.portal = portalUrl.replace("{slug}", FirstStart.DEMO_CLINIC);
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @ResponseHeader(name = "Content-Security-Policy", value = POLICY)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public String showMailbox(@RestQuery @DefaultValue("") String to, @RestQuery @Nullable UUID letter) {
        var letters = listLetters(to);
        var shown = letters.stream()
                .filter(each -> letter == null || each.id().equals(letter))
                .findFirst();
        var encodedTo = URLEncoder.encode(to, StandardCharsets.UTF_8);
        return Templates.mailbox(letters, shown.orElse(null), to, encodedTo, portal)
                .render();
    }

    @GET
    @Path("/letters")
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public List<ReceivedLetter> listLetters(@RestQuery @DefaultValue("") String to) {
        if (!standalone.active()) {
            throw WebReason.NOT_FOUND.refusal();
        }
        return MailboxServer.letters().stream()
                .filter(letter -> to.isBlank() || letter.to().equalsIgnoreCase(to.strip()))
                .toList();
    }

    void close(@Observes ShutdownEvent event) {
        MailboxServer.stop();
    }

    @CheckedTemplate(basePath = "standalone")
    static class Templates {

        static native TemplateInstance mailbox(
                List<ReceivedLetter> letters,
                @Nullable ReceivedLetter shown,
                String to,
                String encodedTo,
                String portal);
    }
}
