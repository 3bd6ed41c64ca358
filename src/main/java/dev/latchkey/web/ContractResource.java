package dev.latchkey.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Serves the contract as it stands, and the same as JSON. */
@Path("/")
class ContractResource {

    private final String yaml;
    private final String json;

    ContractResource() {
        try (var file = ContractResource.class.getResourceAsStream("/openapi.yaml")) {
            yaml = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            json = new ObjectMapper().writeValueAsString(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException("the contract cannot be read", e);
        }
    }

    @GET
    @Path("/openapi.yaml")
    @Produces("application/yaml")
    @PermitAll
    String getContract() {
        return yaml;
    }

    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    String getContractAsJson() {
        return json;
    }
}
