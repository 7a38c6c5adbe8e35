package io.adskull.diagnosis.microsoft;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.dialect.Clue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one answer says went wrong, out of JSON or out of any text that repeats a fault: SOAP, its fragments, and
/// the ways in which SDKs print it.
///
/// @param codes the one that says most first
/// @param trackingId what Microsoft's support asks for
record Fault(List<String> codes, Optional<String> message, Optional<String> trackingId) {
    private static final String ENTRA = "AADSTS";
    private static final String IS =
            "[\"'\\]]{0,2}\\s{0,5}(?:=>|=|:|>)\\s{0,5}(?:string\\(\\d{1,5}\\)\\s|int)?[\"':(]{0,2}";
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,300}>");
    private static final Pattern SPACE = Pattern.compile("\\s{2,}|[^\\S ]");
    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{4,8})");
    private static final Clue NAME =
            Clue.startingWith("(?i)error_?code" + IS + "([a-z][a-z0-9_]{3,90})\\b", "errorcode", "error_code");
    private static final Clue NUMBER = Clue.startingWith("(?i)(?<![a-z_])code" + IS + "(\\d{1,6})\\b", "code");
    /// Some services put the name where others have the number.
    private static final Clue NAMED_CODE =
            Clue.startingWith("(?<![A-Za-z_])(?i:code)" + IS + "([A-Z]\\w{0,60}[a-z][A-Z]\\w{1,60})\\b", "code");
    private static final Clue WORDS = Clue.startingWith(
            "(?is)(?<![a-z_])message(?:" + IS
                    + ")(.{2,900}?)(?=[\"']?\\s*(?:</|\\n|\\r|\\}|\\)$|$|,\\s*[\"':]|\\[\\w+\\]))",
            "message");
    private static final Clue OAUTH =
            Clue.startingWith("(?i)\\berror(?:[ _]?code)?[\"']?\\W{1,5}([a-z]+(?:_[a-z]+)+)\\b", "error");
    private static final Clue BRACKETED = Clue.of(
            "(?i)\\b(invalid_grant|invalid_client|invalid_request|unauthorized_client|invalid_scope"
                    + "|access_denied|interaction_required|consent_required|unsupported_grant_type)\\b",
            "_grant",
            "_client",
            "_request",
            "_scope",
            "_denied",
            "_required");
    private static final Clue TRACKING = Clue.startingWith(
            "(?i)(?:tracking|trace|correlation).?id\\W{1,16}(?:\\w{1,10}\\W{1,3})?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,})",
            "tracking", "trace", "correlation");
    private static final Clue SCOPE = Clue.of("\\b((?:ads|msads)\\.manage|bingads\\.manage)\\b", "ads.manage");

    Fault {
        codes = List.copyOf(codes);
    }

    /// The error in a tree that is the most telling; empty when there is none.
    static Optional<Fault> in(JsonNode root) {
        return ErrorNode.find(root)
                .map(node -> new Fault(
                        codes(node.name(), node.number(), node.entra(), node.oauth()),
                        node.message(),
                        trackingId(root.toString())));
    }

    /// What a text repeats of a fault, down to its words alone.
    static Fault in(String text) {
        String plain = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
        Optional<String> words = found(WORDS, plain).filter(said -> !said.equalsIgnoreCase("none"));
        List<String> entra = AADSTS.matcher(plain)
                .results()
                .map(m -> ENTRA + m.group(1))
                .distinct()
                .toList();
        Optional<String> name =
                found(NAME, plain).or(() -> found(NAMED_CODE, plain)).filter(code -> !code.contains("_"));
        Optional<String> oauth = found(OAUTH, plain).or(() -> found(BRACKETED, plain));
        String said = entra.isEmpty() ? words.orElse(withoutTags(plain)) : withoutTags(plain);
        return new Fault(
                codes(name, found(NUMBER, plain), entra, oauth),
                Optional.of(said).map(Fault::shortened),
                trackingId(plain));
    }

    /// The number means different things to different services, so a name that says more goes before it; only the
    /// numbers that all services share count beside a name.
    private static List<String> codes(
            Optional<String> name, Optional<String> number, List<String> entra, Optional<String> oauth) {
        Optional<String> shared = number.filter(code -> name.isEmpty() || isShared(code));
        Optional<String> kind = name.flatMap(NameKind::of).map(NameKind::code);
        return Stream.of(entra.stream(), name.stream(), shared.stream(), kind.stream(), oauth.stream())
                .flatMap(codes -> codes)
                .toList();
    }

    private static boolean isShared(String number) {
        int value = Integer.parseInt(number.length() > 6 ? "0" : number);
        return value >= 105 && value <= 125 && value != 108;
    }

    /// These words where both name the same thing, and codes of both.
    Fault or(Fault other) {
        List<String> all = new ArrayList<>(codes);
        other.codes.stream()
                .filter(code -> code.startsWith(ENTRA) && !all.contains(code))
                .forEach(all::addFirst);
        return new Fault(all, message.or(other::message), trackingId.or(other::trackingId));
    }

    boolean isEntra() {
        return codes.stream().anyMatch(code -> code.startsWith(ENTRA));
    }

    /// Said by the sign-in service instead of the advertising services.
    boolean isOAuth() {
        return isEntra() || codes.stream().anyMatch(code -> code.contains("_"));
    }

    Optional<String> mentionedScope() {
        return message.flatMap(text -> found(SCOPE, text));
    }

    static Optional<String> trackingId(String text) {
        return found(TRACKING, text).map(id -> id.toLowerCase(Locale.ROOT));
    }

    private static String withoutTags(String text) {
        String bare = text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll(" ");
        String words = SPACE.matcher(bare).replaceAll(" ").strip();
        return words.isEmpty() ? text : words;
    }

    private static String shortened(String text) {
        return text.length() <= 1_500 ? text : text.substring(0, 1_500);
    }

    private static Optional<String> found(Clue clue, String text) {
        return clue.in(text).map(String::strip).filter(found -> !found.isEmpty());
    }
}
