package dev.latchkey.framework;

import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** The form that the current request has sent, as the framework's parser has read it. */
public final class CurrentForm {

    private CurrentForm() {}

    /** By name, each once. */
    public static List<Part> parts() {
        var form = CurrentRequestManager.get().getFormData();
        var parts = new ArrayList<Part>();
        for (var name : form) {
            parts.add(new Part(name, form.get(name).size(), form.getFirst(name).isFileItem()));
        }
        return parts;
    }

    /**
     * What came under one name.
     *
     * @param times how often it came
     * @param isFile of the first
     */
    public record Part(String name, int times, boolean isFile) {}
}
