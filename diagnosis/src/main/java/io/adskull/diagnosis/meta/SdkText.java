package io.adskull.diagnosis.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.dialect.Clue;
import io.adskull.diagnosis.dialect.Content;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads errors of Meta as its SDKs, and the programs around them, print them.
final class SdkText {
    private static final Pattern ENVELOPE = Pattern.compile("\\{\\s*\"error\"\\s*:\\s*\\{");
    private static final Clue NUMBERED = Clue.startingWith("\\(#(-?\\d{1,8})\\)", "(#");
    private static final Clue CODE = Clue.startingWith(
            "(?i)(?<!status )(?<!http )(?<!response )\\b(?:error[_ ]?code|code|api error|oauthexception)\\W{1,4}(-?\\d{1,8})\\b",
            "error",
            "code",
            "api error",
            "oauthexception");
    private static final Clue SUBCODE = Clue.startingWith(
            "(?i)\\b(?:error[_ ]?subcode|sub[_ ]?error[_ ]?code|subcode)\\W{1,4}(\\d{1,9})\\b", "error", "sub");
    private static final Clue TRACE =
            Clue.startingWith("(?i)\\b(?:fbtrace_?id|fb[_-]trace[_-]id)\\W{1,4}([a-z0-9_+/-]{6,40})", "fb");
    private static final Clue PASSING = Clue.startingWith("(?i)is_?transient\\W{1,4}true", "is_t", "istransient");

    private SdkText() {}

    /// Empty when nothing of Meta's is in it.
    static Optional<Complaint> complaint(Content.Text content) {
        Optional<Complaint> quoted = envelope(content);
        if (quoted.isPresent()) {
            return quoted;
        }
        String text = content.text();
        Optional<String> code = NUMBERED.in(text).or(() -> CODE.in(text));
        Optional<String> trace = TRACE.in(text);
        boolean spoken = code.isPresent() || trace.isPresent() || text.contains("OAuthException");
        return spoken
                ? Optional.of(new Complaint(
                        "text",
                        code,
                        SUBCODE.in(text).filter(reason -> !reason.equals("0")),
                        Optional.of(text),
                        PASSING.standsIn(text),
                        trace))
                : Optional.empty();
    }

    /// What can still be heard in an envelope that was cut off, or that is no JSON after all.
    static Optional<Complaint> cut(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, Content.READ), StandardCharsets.UTF_8);
        return complaint(new Content.Text(text, Optional.empty()));
    }

    private static Optional<Complaint> envelope(Content.Text content) {
        Matcher start = ENVELOPE.matcher(content.text());
        Optional<JsonNode> quoted = start.find()
                ? Content.of(content.text().substring(start.start()).getBytes(StandardCharsets.UTF_8))
                                        instanceof Content.Json json
                                && !Complaint.in(json.root())
                                        .filter(Complaint::isSilent)
                                        .isPresent()
                        ? Optional.of(json.root())
                        : Optional.empty()
                : content.quoted();
        return quoted.flatMap(Complaint::in);
    }
}
