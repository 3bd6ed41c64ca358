package dev.latchkey.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes every endpoint that is one transaction write its answer within it. It runs directly inside the interceptor that begins and commits the transaction. */
@Transactional
@Interceptor
@Priority(FilterChain.ANSWER_SERIALIZATION)
class AnswerSerializationInterceptor {

    private static final List<Class<? extends Annotation>> ACTS =
            List.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    private final AnswerSerialization serialization;

    AnswerSerializationInterceptor(AnswerSerialization serialization) {
        this.serialization = serialization;
    }

    @AroundInvoke
    @Nullable
    Object serializeAnswer(InvocationContext act) throws Exception {
        var answer = act.proceed();
        return answer != null && ACTS.stream().anyMatch(act.getMethod()::isAnnotationPresent)
                ? serialization.serialize(answer)
                : answer;
    }
}
