package dev.latchkey.profile;

import dev.latchkey.access.PortalSections.Section;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Refuses a client for whom the clinic does not show this section of the portal ({@code portal-section-off}). */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface InSection {

    @Nonbinding
    Section value();
}
