package dev.latchkey.faults;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.nio.file.Files;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Skips what the machine cannot do, saying so, and prints the table at the end. */
class LongProfile implements ExecutionCondition, BeforeAllCallback {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(Balancer.PROGRAM)) {
            return enabled("there is a balancer");
        }
        var why = "skipped: these tests need HAProxy at " + Balancer.PROGRAM + " (Debian: apt install haproxy)";
        System.out.println(context.getDisplayName() + " " + why);
        return disabled(why);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(LongProfile.class)).getOrComputeIfAbsent("table", any ->
                (AutoCloseable) Results::print);
    }
}
