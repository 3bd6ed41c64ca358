package dev.latchkey.docs;

import dev.latchkey.http.WebReason;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Objects;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** What there is to read about Latchkey, beside the reference. */
@Path("/docs")
class DocsPagesResource {

    private static final String STYLE = "/docs/pages.css";
    private static final String AN_HOUR = "public, max-age=3600";

    private final DocsPages pages;

    DocsPagesResource(DocsPages pages) {
        this.pages = pages;
    }

    @GET
    @Path("/{name:[a-z]+}")
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    @ResponseHeader(name = "Content-Security-Policy", value = DocsPages.POLICY)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = AN_HOUR)
    public String showPage(@RestPath String name) {
        return pages.html(DocsPage.find(name).orElseThrow(WebReason.NOT_FOUND::refusal));
    }

    @GET
    @Path("/pages.css")
    @Produces("text/css")
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = AN_HOUR)
    public InputStream getStyle() {
        return Objects.requireNonNull(DocsPagesResource.class.getResourceAsStream(STYLE), STYLE);
    }
}
