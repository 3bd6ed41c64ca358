package dev.latchkey.input;

import java.util.List;

/** One thing in the request breaks the contract, found after it was read: an unknown parameter, a cursor that is not ours. */
public final class InvalidRequest extends RuntimeException {

    private final transient List<FieldError> fieldErrors;

    public InvalidRequest(String pointer, String code, String detail) {
        super(code, null, false, false);
        this.fieldErrors = List.of(new FieldError(pointer, code, detail));
    }

    public List<FieldError> fieldErrors() {
        return fieldErrors;
    }
}
