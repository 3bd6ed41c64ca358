package dev.latchkey.support;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** All texts in the constant pool of a class (JVMS 4.4): its literals as the compiler has joined them, and those of its annotations. */
public final class Constants {

    private static final int UTF8 = 1;

    private Constants() {}

    public static Stream<String> of(JavaClass type) {
        try (var bytes = new DataInputStream(
                type.getSource().orElseThrow().getUri().toURL().openStream())) {
            bytes.skipNBytes(8); // the magic number and the version
            var texts = Stream.<String>builder();
            var entries = bytes.readUnsignedShort();
            for (var entry = 1; entry < entries; entry++) {
                var tag = bytes.readUnsignedByte();
                if (tag == UTF8) {
                    texts.add(bytes.readUTF());
                } else {
                    bytes.skipNBytes(length(tag));
                    entry += tag == 5 || tag == 6 ? 1 : 0; // numbers of 64 bits count as two
                }
            }
            return texts.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int length(int tag) {
        return switch (tag) {
            case 5, 6 -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> 4;
        };
    }
}
