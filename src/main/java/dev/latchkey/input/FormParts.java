package dev.latchkey.input;

import java.util.List;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Holds a form to its parts, as {@link KnownParameters} does a query: the framework takes the first of a name, and drops what is unknown. */
public final class FormParts {

    private FormParts() {}

    /** One file of that name, and of each other name one value at most. */
    public static void mustBe(String file, String... values) {
        var form = CurrentRequestManager.get().getFormData();
        for (var name : form) {
            if (form.get(name).size() > 1) {
                throw new InvalidRequest("/" + name, "repeated", "Send one part of this name.");
            }
            var known = form.getFirst(name).isFileItem()
                    ? name.equals(file)
                    : List.of(values).contains(name);
            if (!known) {
                throw new InvalidRequest("/" + name, "unknown", "The contract names the parts of this form.");
            }
        }
    }
}
