package dev.latchkey.docs;

import dev.latchkey.http.OpenApiDocument;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/")
class ContractResource {

    private final OpenApiDocument contract;

    ContractResource(OpenApiDocument contract) {
        this.contract = contract;
    }

    @GET
    @Path("/openapi.yaml")
    @Produces("application/yaml")
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    public byte[] getContract() {
        return contract.yaml();
    }

    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    public byte[] getContractAsJson() {
        return contract.json();
    }
}
