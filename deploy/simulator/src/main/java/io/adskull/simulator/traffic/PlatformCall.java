package io.adskull.simulator.traffic;

import java.util.Map;

/// One call as faults and the log see it. The query never holds a token or a secret: see [SafeQuery].
public record PlatformCall(
        String platform, String method, String path, Map<String, String> query, CallAccounts accounts) {}
