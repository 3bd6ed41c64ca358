package dev.latchkey.framework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** Which path the contract gives the endpoint that is being called, such as {@code /v1/staff/clients/{id}}. */
@ApplicationScoped
public class EndpointTemplates {

    private final Map<RuntimeResource, String> templates = new ConcurrentHashMap<>();

    /** Empty where the request led to no endpoint. */
    public Optional<String> current() {
        return Optional.ofNullable(CurrentRequestManager.get().getTarget())
                .map(endpoint -> templates.computeIfAbsent(endpoint, EndpointTemplates::template));
    }

    private static String template(RuntimeResource endpoint) {
        var template = endpoint.getClassPath().template + endpoint.getPath().template;
        while (template.endsWith("/")) {
            template = template.substring(0, template.length() - 1);
        }
        return template.isEmpty() ? "/" : template;
    }
}
