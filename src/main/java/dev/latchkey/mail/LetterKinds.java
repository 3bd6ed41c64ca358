package dev.latchkey.mail;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of letters that the features send. */
@ApplicationScoped
class LetterKinds {

    private final Map<Class<? extends LetterContent>, LetterKind> kinds;

    LetterKinds(@All List<LetterKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(LetterKind::content, Function.identity()));
    }

    LetterKind get(LetterContent content) {
        var kind = kinds.get(content.getClass());
        if (kind == null) {
            throw new IllegalStateException("no LetterKind names " + content.getClass());
        }
        return kind;
    }

    /** As they are written into the content, and read out of it. */
    NamedType[] namedTypes() {
        return kinds.values().stream()
                .map(kind -> new NamedType(kind.content(), kind.name()))
                .toArray(NamedType[]::new);
    }
}
