package dev.latchkey.support;

import java.lang.reflect.RecordComponent;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What the contract and the code can both say of one operation. Header names are in lower case; nothing is "". */
public record Outline(
        SortedSet<String> pathParameters,
        SortedSet<String> queryParameters,
        SortedSet<String> headers,
        SortedSet<String> formParts,
        String requestMediaType,
        String requestSchema,
        int successStatus,
        String responseMediaType,
        String responseSchema,
        SortedSet<String> security) {

    /** One line for each thing on which the two do not agree. */
    public static Stream<String> differences(String operation, Outline file, Outline code) {
        return Stream.of(Outline.class.getRecordComponents())
                .filter(part -> !file.says(part).equals(code.says(part)))
                .map(part -> "%s: %s: %s in the file, %s in the code"
                        .formatted(operation, part.getName(), shown(file.says(part)), shown(code.says(part))));
    }

    private Object says(RecordComponent part) {
        try {
            return part.getAccessor().invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String shown(Object said) {
        return said.equals("") ? "nothing" : said.toString();
    }
}
