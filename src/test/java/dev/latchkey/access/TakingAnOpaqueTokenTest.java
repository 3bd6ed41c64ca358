package dev.latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Contract;
import dev.latchkey.support.ContractOperation;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which endpoint takes another token than that of a session. */
@QuarkusTest
class TakingAnOpaqueTokenTest {

    private static final Map<String, String> SCHEMES =
            Map.of("choiceToken", ChoiceToken.TYPE, "operatorKey", OperatorKey.TYPE);

    @Inject
    EndpointTokens tokens;

    @Test
    void is_what_the_contract_says_of_each_operation() {
        var operations = Contract.read().operations();

        assertThat(operations.stream().map(ContractOperation::scheme)).containsAll(SCHEMES.keySet());
        assertThat(operations).allSatisfy(operation -> assertThat(tokens.find(operation.method(), operation.path()))
                .as(operation.name())
                .isEqualTo(
                        signsOut(operation)
                                ? SignOutToken.TYPE
                                : SCHEMES.getOrDefault(operation.scheme(), EndpointTokens.ACCESS_TOKEN)));
    }

    private static boolean signsOut(ContractOperation operation) {
        return operation.method().equals("DELETE")
                && operation.path().matches(Api.V1 + "(/staff)?/sessions/(current|\\{[^/]*)");
    }

    @Test
    void takes_the_operators_key_for_the_head_of_an_answer_too() {
        Portal.operator().request().head(Api.CLINICS).then().statusCode(200);
    }
}
