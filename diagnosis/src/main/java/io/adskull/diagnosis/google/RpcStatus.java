package io.adskull.diagnosis.google;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The status that all of Google's APIs share, by name, by gRPC number or by HTTP number.
/// https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
final class RpcStatus {
    private static final String NAMES = "CANCELLED|UNKNOWN|INVALID_ARGUMENT|DEADLINE_EXCEEDED|NOT_FOUND|ALREADY_EXISTS|"
            + "PERMISSION_DENIED|RESOURCE_EXHAUSTED|FAILED_PRECONDITION|ABORTED|OUT_OF_RANGE|UNIMPLEMENTED|INTERNAL|"
            + "UNAVAILABLE|DATA_LOSS|UNAUTHENTICATED";
    private static final String[] BY_NUMBER = NAMES.split("\\|");
    private static final Set<String> ALL = Set.of(BY_NUMBER);
    private static final Map<Integer, String> BY_HTTP = Map.ofEntries(
            Map.entry(400, "INVALID_ARGUMENT"),
            Map.entry(401, "UNAUTHENTICATED"),
            Map.entry(403, "PERMISSION_DENIED"),
            Map.entry(404, "NOT_FOUND"),
            Map.entry(409, "ABORTED"),
            Map.entry(429, "RESOURCE_EXHAUSTED"),
            Map.entry(499, "CANCELLED"),
            Map.entry(500, "INTERNAL"),
            Map.entry(501, "UNIMPLEMENTED"),
            Map.entry(503, "UNAVAILABLE"),
            Map.entry(504, "DEADLINE_EXCEEDED"));
    private static final Pattern IN_TEXT = Pattern.compile("(?:^|[^A-Z_])(" + NAMES + ")(?![A-Z_])");
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)\\b(?:grpc_status|status[_ ]?code|code|HTTP|status|exceptions\\.\\w{3,40})[\"'\\s]{0,3}[:=(]?\\s{0,2}[\"']?"
                    + "(\\d{1,3})\\b|\\b([45]\\d\\d) (?:Client|Server) Error");
    private static final Pattern AS_A_WORD = Pattern.compile(
            "\\b(Unauthenticated|PermissionDenied|ResourceExhausted|InvalidArgument|DeadlineExceeded|Unavailable|"
                    + "FailedPrecondition|NotFound|AlreadyExists|Internal)\\b(?=[\"':,;)]|$)");

    private RpcStatus() {}

    static boolean isOne(String name) {
        return ALL.contains(name);
    }

    /// The name of a number, which is gRPC's below 17 and HTTP's above.
    static Optional<String> of(String number) {
        if (number.isEmpty() || number.length() > 3 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int code = Integer.parseInt(number);
        return code >= 1 && code <= BY_NUMBER.length
                ? Optional.of(BY_NUMBER[code - 1])
                : Optional.ofNullable(BY_HTTP.get(code));
    }

    static Optional<String> in(String text) {
        if (isOne(text)) {
            return Optional.of(text);
        }
        Matcher name = IN_TEXT.matcher(text);
        if (name.find()) {
            return Optional.of(name.group(1));
        }
        Matcher word = AS_A_WORD.matcher(text);
        if (word.find()) {
            return Optional.of(
                    word.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
        }
        Matcher number = NUMBER.matcher(text);
        return number.find() ? of(number.group(1) == null ? number.group(2) : number.group(1)) : Optional.empty();
    }
}
