package dev.latchkey.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/")
class ContractResource {

    private final Contract contract;

    ContractResource(Contract contract) {
        this.contract = contract;
    }

    @GET
    @Path("/openapi.yaml")
    @Produces("application/yaml")
    @PermitAll
    public byte[] getContract() {
        return contract.yaml();
    }

    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public byte[] getContractAsJson() {
        return contract.json();
    }
}
