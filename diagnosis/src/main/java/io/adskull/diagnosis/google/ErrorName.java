package io.adskull.diagnosis.google;

import io.adskull.diagnosis.dialect.Clue;
import io.adskull.diagnosis.dialect.Recent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One value of Google's error enums, such as `authorizationError.USER_PERMISSION_DENIED`. Each SDK writes it in its
/// own way.
///
/// @param category in camel case, as REST writes it
/// @param value in capitals
record ErrorName(String category, String value) {
    private static final Pattern IN_TEXT = Pattern.compile(
            "\\b([A-Za-z][A-Za-z_]{2,50}?(?:Error|_error))(?:Enum|Code)?\\W{1,4}(?:[A-Za-z]{3,50}Error\\.)?"
                    + "([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|UNKNOWN|REQUIRED)\\b");
    private static final Clue LONE = Clue.of(
            "\\b(USER_PERMISSION_DENIED|CUSTOMER_NOT_ENABLED|CUSTOMER_NOT_FOUND|NOT_ADS_USER|INCOMPLETE_SIGNUP|"
                    + "ACTION_NOT_PERMITTED|MISSING_TOS|UNSUPPORTED_VERSION|REQUESTED_METRICS_FOR_MANAGER|"
                    + "TWO_STEP_VERIFICATION_NOT_ENROLLED|ADVANCED_PROTECTION_NOT_ENROLLED|PROJECT_DISABLED|"
                    + "(?:DEVELOPER_TOKEN|OAUTH_TOKEN|CLOUD_PROJECT|GOOGLE_ACCOUNT|INVALID_LOGIN_CUSTOMER_ID|"
                    + "ACTION_NOT_PERMITTED_FOR|RESOURCE_TEMPORARILY|EXCESSIVE_SHORT_TERM|EXCESSIVE_LONG_TERM)_[A-Z_]+)\\b",
            "_");

    /// What kind of failure the value's own words tell, whatever its category; the first that is found counts.
    private static final List<Kind> KINDS = List.of(
            new Kind("TERMS", "(^|_)(TERMS|TOS)(_|$)"),
            new Kind("ALLOWLIST", "ALLOWLIST|ALLOW_LIST|WHITELIST|ALLOWLISTED"),
            new Kind("SUSPENDED", "SUSPENDED_ACCOUNT|(CUSTOMER|ACCOUNT)_(SUSPENDED|CANCELED|CANCELLED|CLOSED)"),
            new Kind(
                    "PERMISSION",
                    "PERMISSION_DENIED|ACCESS_DENIED|(?<!CONVERSION_)ACTION_NOT_PERMITTED|MUTATE_NOT_PERMITTED|UNAUTHORIZED|NOT_AUTHORIZED|_PERMISSION$"),
            new Kind("CONCURRENT", "CONCURRENT|CONFLICTING_MUTATE|CONSTRAINT_VIOLATION|^TRY_AGAIN|_TRY_AGAIN"),
            new Kind("EXISTS", "ALREADY|DUPLICATE|(^|_)EXISTS($|_)"),
            new Kind("NOT_FOUND", "(^|_)(NOT_FOUND|DOES_NOT_EXIST|NOT_EXIST)(_|$)"),
            new Kind("POLICY", "POLICY|DISAPPROVED|PROHIBITED_CONTENT|TRADEMARK"),
            new Kind("LIMIT", "LIMIT_(EXCEEDED|REACHED)|EXCEEDS?_(\\w+_)?LIMIT|(^|_)TOO_MANY_(ACTIVE|CAMPAIGNS|AD)"));

    private static final Recent<String, Optional<String>> KNOWN_KINDS = new Recent<>(1_024);

    private record Kind(String name, Pattern words) {
        Kind(String name, String regex) {
            this(name, Pattern.compile(regex));
        }
    }

    static ErrorName of(String category, String value) {
        String camel = camelCase(category);
        String name = camel.endsWith("Error") ? camel : camel + "Error";
        return new ErrorName(name, EnumNumber.value(name, value.strip()).orElse(value.strip()));
    }

    /// The first one that is written in a text, or a value alone that stands for one thing only.
    static Optional<ErrorName> in(String text) {
        return mayName(text) ? named(text).or(() -> lone(text)) : lone(text);
    }

    private static Optional<ErrorName> named(String text) {
        Matcher named = IN_TEXT.matcher(text);
        while (named.find()) {
            ErrorName name = of(named.group(1), named.group(2));
            if (name.category().equals("quotaError") || !RpcStatus.isOne(name.value())) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static Optional<ErrorName> lone(String text) {
        return LONE.in(text).map(value -> new ErrorName("", value));
    }

    private static boolean mayName(String text) {
        return text.contains("Error") || text.contains("_error");
    }

    /// From the most telling to the least: with its category, alone, and the kind of its words.
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        if (!category.isEmpty()) {
            codes.add(category + "." + value);
        }
        if (value.indexOf('_') > 0) {
            codes.add(value);
        }
        KNOWN_KINDS.get(value, ErrorName::kind).ifPresent(codes::add);
        return codes;
    }

    private static Optional<String> kind(String value) {
        return KINDS.stream()
                .filter(kind -> kind.words().matcher(value).find())
                .findFirst()
                .map(kind -> "anyError." + kind.name());
    }

    /// How much it decides beside others in one failure: who may call at all comes before what was called.
    int weight() {
        return switch (category) {
            case "authenticationError" -> 6;
            case "authorizationError" -> 5;
            case "quotaError" -> 4;
            case "headerError" -> 3;
            case "internalError", "databaseError" -> 2;
            default -> says() ? 1 : 0;
        };
    }

    /// `UNKNOWN` only means that the SDK is older than the value.
    private boolean says() {
        return !value.equals("UNKNOWN") && !value.equals("UNSPECIFIED");
    }

    private static String camelCase(String category) {
        StringBuilder camel = new StringBuilder();
        boolean capital = false;
        for (char c : category.strip().toCharArray()) {
            if (c == '_') {
                capital = true;
            } else {
                camel.append(capital ? Character.toUpperCase(c) : c);
                capital = false;
            }
        }
        return camel.isEmpty() ? "" : camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
    }
}
