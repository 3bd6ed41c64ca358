package dev.latchkey.input;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A member of a change that may be left out, and then stays as it is; null, which would take it away (RFC 7396), is refused. On a field,
 * for of a record's component Jackson would also refuse that it is left out.
 */
@JacksonAnnotationsInside
@JsonSetter(nulls = Nulls.FAIL)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NonNullIfPresent {}
