package dev.latchkey.forms;

import dev.latchkey.framework.CurrentForm;
import dev.latchkey.input.InvalidRequest;
import jakarta.ws.rs.NotSupportedException;
import java.util.List;

/** Holds a form to its parts, as a query is held to its parameters: the framework takes the first of a name, and drops what is unknown. */
public final class FormParts {

    private FormParts() {}

    /** One file of that name, and of each other name one value at most. */
    public static void require(String file, String... values) {
        requireForm();
        for (var part : CurrentForm.parts()) {
            var name = name(part);
            if (part.times() > 1) {
                throw new InvalidRequest("/" + name, "repeated", "Send one part of this name.");
            }
            var known = part.isFile() ? name.equals(file) : List.of(values).contains(name);
            if (!known) {
                throw new InvalidRequest("/" + name, "unknown", "The contract names the parts of this form.");
            }
        }
    }

    private static void requireForm() {
        if (!CurrentForm.hasMediaType()) {
            throw new NotSupportedException();
        }
        if (!CurrentForm.isRead()) {
            throw new InvalidRequest(
                    "", "unreadable", "Send the form with Content-Type: multipart/form-data; boundary=…");
        }
    }

    /** What the part itself says, which must be what the framework read. */
    private static String name(CurrentForm.Part part) {
        return PartDisposition.parse(part.disposition())
                .flatMap(disposition -> disposition.parameter("name"))
                .filter(name -> name.equals(part.name()))
                .orElseThrow(() -> new InvalidRequest(
                        "", "unreadable", "Begin each part with Content-Disposition: form-data; name=\"…\""));
    }
}
