package dev.latchkey.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.support.Calls;
import dev.latchkey.support.Contract;
import dev.latchkey.support.ContractOperation;
import dev.latchkey.support.Person;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/** Sends one request after another, at clinics of its own. */
final class Sender {

    /** Then callers are at the end of their sessions, and records have become what they cannot be changed from. */
    private static final int REQUESTS_AT_ONE_CLINIC = 4_000;

    /** What other requests do to a caller: a newer link, another password, an address or a role changed, a session ended, a stricter clinic. */
    private static final List<String> SHUT_OUT = List.of(
            "login-link-superseded",
            "credentials-wrong",
            "no link in the letter",
            "session-ended",
            "forbidden",
            "too-many-requests",
            "second-factor-enrolment-required");

    private final Contract contract;
    private final Findings findings;
    private final List<ContractOperation> operations;
    private Memory memory = new Memory();
    private Calls calls;
    private int left;

    Sender(Contract contract, Findings findings) {
        this.contract = contract;
        this.findings = findings;
        this.operations = contract.operations();
        this.calls = moved();
    }

    /** At another clinic, of which the memory knows what the well-formed call of each operation needs and answers. */
    private Calls moved() {
        var next = new Calls();
        memory = new Memory();
        left = REQUESTS_AT_ONE_CLINIC;
        for (var operation : operations) {
            try {
                note(operation, next);
            } catch (AssertionError e) {
                findings.add(operation, "the well-formed call", e);
            } catch (ConditionTimeoutException noLetter) {
                findings.skip(); // limits hold letters back
            }
        }
        return next;
    }

    private void note(ContractOperation operation, Calls next) {
        var call = next.get(operation);
        if (operation.path().contains("{")) {
            var collection = operation.path().replaceFirst("/\\{.*", "");
            var id = call.path().split("/")[collection.split("/").length];
            memory.keep(operation.path().contains("{slug}") ? "slug" : collection, id);
        }
        if (call.body() instanceof JsonNode body) {
            memory.keep("", body);
        }
        if (operation.method().equals("GET") || operation.method().equals("POST")) {
            unlessShutOut(operation, () -> next.callers().allowed(operation)).ifPresent(caller -> {
                note(operation, call.path(), call.sendAs(caller));
                next.useUp(call, next.callers().allowedName(operation));
            });
        }
    }

    /** None, if another request has shut them out. Whatever else keeps them out is a finding. */
    private <T> Optional<T> unlessShutOut(ContractOperation operation, Supplier<T> signIn) {
        try {
            return Optional.of(signIn.get());
        } catch (AssertionError refused) {
            var text = String.valueOf(refused.getMessage());
            SHUT_OUT.stream()
                    .filter(text::contains)
                    .findFirst()
                    .ifPresentOrElse(
                            findings::countShutOut,
                            () -> findings.add(operation, "signing in before " + operation.name(), refused));
            return Optional.empty();
        } catch (ConditionTimeoutException noLetter) {
            findings.skip(); // limits hold letters back, and those who are archived get none
            return Optional.empty();
        }
    }

    /** With dice of its own, so that it can be sent again alone. */
    void send(long seed) {
        var dice = new Dice(seed);
        if (left-- == 0) {
            calls = moved();
        }
        var operation = dice.one(operations);
        var request = new Requests(contract, memory, dice).next(operation);
        var name = dice.isIn(70)
                ? calls.callers().allowedName(operation)
                : dice.one(calls.callers().names());
        var caller = caller(operation, name);
        var what = "%d as %s: %s".formatted(seed, name, request);
        try {
            var answer = caller.sends(request.method(), request.path(), request.body(), request.headers());
            note(operation, request.path(), answer);
            if (answer.statusCode() >= 500) {
                findings.add(operation, what, new AssertionError(answer.statusCode() + " " + answer.asString()));
            }
            if (answer.statusCode() < 300 && !request.method().equals("GET") || answer.statusCode() == 401) {
                forget(operation, name);
            }
        } catch (AssertionError broken) {
            findings.add(operation, what, broken);
        } catch (UncheckedIOException cut) {
            findings.add(operation, what, new AssertionError("no answer: " + cut));
        } catch (IllegalArgumentException notToBeSent) {
            findings.skip();
        }
    }

    private void note(ContractOperation operation, String path, Response answer) {
        try {
            findings.count(operation, answer.statusCode());
            memory.keep(path, answer);
            var made = answer.header("Location");
            if (made != null && answer.statusCode() == 201) {
                var own = made.substring(0, made.lastIndexOf('/'));
                memory.keep(own, made.substring(made.lastIndexOf('/') + 1));
                memory.keep(own.replace("/staff", ""), made.substring(made.lastIndexOf('/') + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Person caller(ContractOperation operation, String name) {
        if (name.equals("stranger")) {
            return Person.stranger(); // from another address each time
        }
        return unlessShutOut(operation, () -> calls.callers().called(name)).orElseGet(() -> {
            left = 0;
            return Person.stranger();
        });
    }

    /** They may have signed out, or archived themselves. */
    private void forget(ContractOperation operation, String name) {
        var isIn = unlessShutOut(operation, () -> {
            calls.useUp(operation, name);
            return true;
        });
        if (isIn.isEmpty()) {
            left = 0;
        }
    }
}
