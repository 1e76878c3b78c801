package org.eoslab.web.browser;

import java.util.Optional;
import org.eoslab.web.Explorer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser for all tests that need one, and for each class an explorer of its own, at the same address. */
final class Browsing implements ExecutionCondition, BeforeAllCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Browsing.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Driver.missing()
                .or(() ->
                        Explorer.hasPage() ? Optional.empty() : Optional.of("the page was not built, for want of Node"))
                .map(reason -> ConditionEvaluationResult.disabled("skipped: " + reason))
                .orElse(ConditionEvaluationResult.enabled("there is a browser"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Driver driver =
                context.getRoot().getStore(NAMESPACE).computeIfAbsent(Driver.class, type -> new Driver(), Driver.class);
        // Closed with the class, as the driver is with the last of them.
        context.getStore(NAMESPACE).put(Chromium.class, new Chromium(driver));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        chromium(context).assertClean();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return chromium(context);
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Chromium.class, Chromium.class);
    }
}
