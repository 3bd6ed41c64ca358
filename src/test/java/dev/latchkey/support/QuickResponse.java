package dev.latchkey.support;

import static org.hamcrest.MatcherAssert.assertThat;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * RestAssured's answer to the two questions that most tests ask, for its status and for what stands at a path, without its scripts: it
 * compiles one for each path, each time, which takes ten milliseconds. It answers everything else itself.
 */
final class QuickResponse {

    private QuickResponse() {}

    static Response of(Response response) {
        return proxy(Response.class, (self, method, arguments) -> {
            if (method.getName().equals("then") && arguments == null) {
                return proxy(ValidatableResponse.class, new Validation(response));
            }
            if (method.getName().equals("path") && arguments != null && isBare(arguments[1])) {
                var found = QuickPath.find(response, (String) arguments[0]);
                if (found != QuickPath.UNKNOWN) {
                    return found;
                }
            }
            return invoke(response, self, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(QuickResponse.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static boolean isBare(Object more) {
        return ((Object[]) more).length == 0;
    }

    private static @Nullable Object invoke(Object target, Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            var answer = method.invoke(target, arguments);
            return answer == target ? self : answer;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static final class Validation implements InvocationHandler {

        private final Response response;
        private @Nullable ValidatableResponse scripted;

        Validation(Response response) {
            this.response = response;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (arguments != null && (hasStatus(method, arguments) || hasBody(method, arguments))) {
                return self;
            }
            if (scripted == null) {
                scripted = response.then();
            }
            return QuickResponse.invoke(scripted, self, method, arguments);
        }

        private boolean hasStatus(Method method, Object[] arguments) {
            if (!method.getName().equals("statusCode") || !(arguments[0] instanceof Integer status)) {
                return false;
            }
            if (response.statusCode() != status) {
                throw new AssertionError(
                        "status %d instead of %d: %s".formatted(response.statusCode(), status, response.asString()));
            }
            return true;
        }

        @SuppressWarnings("unchecked")
        private boolean hasBody(Method method, Object[] arguments) {
            if (!method.getName().equals("body")
                    || arguments.length != 3
                    || !(arguments[0] instanceof String path)
                    || !(arguments[1] instanceof Matcher<?> expected)
                    || !isBare(arguments[2])) {
                return false;
            }
            var found = QuickPath.find(response, path);
            if (found == QuickPath.UNKNOWN) {
                return false;
            }
            assertThat(path + " of " + response.asString(), found, (Matcher<? super @Nullable Object>) expected);
            return true;
        }
    }
}
