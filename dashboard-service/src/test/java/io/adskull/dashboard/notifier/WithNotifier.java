package io.adskull.dashboard.notifier;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// A [NotifierStandIn] for a test, injected into its fields of this type.
public class WithNotifier implements QuarkusTestResourceLifecycleManager {
    private final NotifierStandIn notifier = new NotifierStandIn();

    @Override
    public Map<String, String> start() {
        return Map.of("adskull.notifier-service.url", notifier.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(notifier, new TestInjector.MatchesType(NotifierStandIn.class));
    }

    @Override
    public void stop() {
        notifier.stop();
    }
}
