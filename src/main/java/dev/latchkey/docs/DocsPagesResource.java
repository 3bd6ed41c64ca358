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
import org.jboss.resteasy.reactive.RestResponse;

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
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @PermitAll
    public RestResponse<Object> showPage(@RestPath String name, HttpHeaders request) {
        var page = DocsPage.find(name).orElseThrow(WebReason.NOT_FOUND::refusal);
        return pages.html(page)
                .answer(request)
                .header("Content-Security-Policy", DocsPages.POLICY)
                .header(HttpHeaders.CACHE_CONTROL, AN_HOUR)
                .build();
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
