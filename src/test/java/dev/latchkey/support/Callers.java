package dev.latchkey.support;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every kind of caller, by name. Each signs in through the real endpoints when first used. */
public final class Callers {

    private static final List<String> COLLEAGUES =
            List.of("practitioner-admin", "practitioner", "practice-manager", "receptionist", "accountant");

    private final Records records;
    private final Map<String, Supplier<Person>> entrances = new LinkedHashMap<>();
    private final Map<String, Person> inside = new HashMap<>();
    private @Nullable Choice choice;

    Callers(Records records) {
        this.records = records;
        var clinic = records.clinic();
        var elsewhere = Portal.clinic();
        entrances.put("stranger", Person::stranger);
        entrances.put("client", () -> records.client().signsInAgain());
        entrances.put("other-client", () -> clinic.client("Noah").signsIn());
        entrances.put("elsewhere-client", () -> elsewhere.client("Mia").signsIn());
        entrances.put("ended-client", () -> signOut(clinic.client("Emma").signsIn(), "/v1/sessions/current"));
        entrances.put("choice", () -> choice().holder());
        entrances.put("owner", () -> Person.signedInStaff(clinic.owner().email()));
        COLLEAGUES.forEach(role -> entrances.put(role, () -> clinic.staff(role)));
        entrances.put(
                "elsewhere-owner", () -> Person.signedInStaff(elsewhere.owner().email()));
        entrances.put("ended-owner", () -> signOut(clinic.staff("owner"), "/v1/staff/sessions/current"));
        entrances.put("operator", Portal::operator);
    }

    private static Person signOut(Person person, String session) {
        person.delete(session).then().statusCode(204);
        return person;
    }

    /** The choice of a client who has to choose. */
    Choice choice() {
        if (choice == null) {
            choice = Choice.at(records.clinic());
        }
        return choice;
    }

    public List<String> names() {
        return List.copyOf(entrances.keySet());
    }

    public Person called(String name) {
        return inside.computeIfAbsent(
                name, any -> Objects.requireNonNull(entrances.get(name)).get());
    }

    /** A caller who may do this. */
    public Person allowed(ContractOperation operation) {
        return called(allowedName(operation));
    }

    public String allowedName(ContractOperation operation) {
        return switch (operation.scheme()) {
            case "" -> "stranger";
            case "clientToken" -> "client";
            case "choiceToken" -> "choice";
            case "staffToken" -> "owner";
            case "operatorKey" -> "operator";
            default -> throw new AssertionError("Say here who may call " + operation.name());
        };
    }

    /** A caller who has signed out by what they did, or used up their choice, has to sign in again. */
    void forgetIfGone(String name, ContractOperation done) {
        var caller = called(name);
        if (done.scheme().equals("choiceToken")) {
            choice = null;
            inside.remove(name);
        } else if (done.scheme().endsWith("Token")
                && caller.get(done.scheme().equals("staffToken") ? "/v1/staff/me" : "/v1/me")
                                .statusCode()
                        == 401) {
            inside.remove(name);
        }
    }
}
