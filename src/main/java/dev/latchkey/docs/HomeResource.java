package dev.latchkey.docs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Where a caller arrives who knows nothing but the host's name: the way to the pages, the contract and the health checks. */
@Path("/")
class HomeResource {

    private final Welcome welcome;
    private final int managementPort;

    HomeResource(Welcome welcome, @ConfigProperty(name = "quarkus.management.port") int managementPort) {
        this.welcome = welcome;
        this.managementPort = managementPort;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    @ResponseHeader(name = "Content-Security-Policy", value = DocsPages.POLICY)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT)
    public String showHome() {
        return Templates.home(welcome.html(), List.of(DocsPage.values()), managementPort)
                .render();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT)
    public HomeView getHome() {
        return HomeView.of(managementPort);
    }

    record HomeView(String name, String docs, List<String> pages, String contract, HealthView health) {

        static HomeView of(int managementPort) {
            var pages = Stream.of(DocsPage.values()).map(DocsPage::path).toList();
            return new HomeView(
                    "Latchkey", "/docs", pages, "/openapi.yaml", new HealthView(managementPort, "/q/health"));
        }
    }

    /** On the management port, which is for the operator's own network. */
    record HealthView(int port, String path) {}

    @CheckedTemplate(basePath = "docs")
    static class Templates {

        static native TemplateInstance home(String welcome, List<DocsPage> pages, int managementPort);
    }
}
