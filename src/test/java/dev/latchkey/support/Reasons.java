package dev.latchkey.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.kernel.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** Why the features say no. */
public final class Reasons {

    private Reasons() {}

    /** Of all features. */
    public static List<Refusal.Reason> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.latchkey").stream()
                        .filter(type -> type.isAssignableTo(Refusal.Reason.class) && type.isEnum())
                        .map(JavaClass::reflect)
                        .flatMap(type ->
                                Stream.ofNullable(type.getEnumConstants()).flatMap(Stream::of))
                        .map(Refusal.Reason.class::cast)
                        .toList();
    }
}
