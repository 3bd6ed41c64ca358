package dev.latchkey.input;

import dev.latchkey.framework.CurrentForm;
import java.util.List;

/** Holds a form to its parts, as {@link KnownParameters} does a query: the framework takes the first of a name, and drops what is unknown. */
public final class FormParts {

    private FormParts() {}

    /** One file of that name, and of each other name one value at most. */
    public static void require(String file, String... values) {
        for (var part : CurrentForm.parts()) {
            if (part.times() > 1) {
                throw new InvalidRequest("/" + part.name(), "repeated", "Send one part of this name.");
            }
            var known =
                    part.isFile() ? part.name().equals(file) : List.of(values).contains(part.name());
            if (!known) {
                throw new InvalidRequest("/" + part.name(), "unknown", "The contract names the parts of this form.");
            }
        }
    }
}
