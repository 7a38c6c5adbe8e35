package io.adskull.diagnosis.microsoft;

import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Content;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.JsonScan;
import io.adskull.diagnosis.dialect.PlatformError;
import io.adskull.diagnosis.dialect.Prose;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Microsoft Advertising answers with SOAP or with the same objects as JSON; sign-in with the codes of Microsoft
/// Entra (`AADSTS…`). Failures of single items come inside of success (`PartialErrors`), and SOAP faults with any
/// status, so that HTTP 500 alone says nothing.
public final class MicrosoftDialect implements Dialect {
    private static final Pattern OURS = Pattern.compile(
            "(?i)aadsts\\d|tracking.?id|adapi|apifault|bingads|ads\\.microsoft|(?:operation|batch|partial)errors?\\b");
    private static final Pattern SOAP_END = Pattern.compile("</(?:\\w+:)?Envelope>\\s*$");
    private static final Pattern SOAP_ERROR =
            Pattern.compile("<(?:\\w+:)?(?:Fault|ErrorCode|faultstring|AdApiError|OperationError)>");

    private static final String STATUS = "Status\"";

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        if (answer.transportError().isEmpty() && isPlainlyHealthy(answer)) {
            return new Reading.Healthy();
        }
        Content content = Content.of(answer);
        if (answer.transportError().isPresent()) {
            return Prose.read(answer, content);
        }
        return switch (content) {
            case Content.Json json -> structured(answer, json, circumstances);
            case Content.Markup markup
            when isWorkingSoap(answer, markup.text()) -> state(answer, AccountState.in(markup.text(), circumstances));
            case Content.Markup markup -> told(answer, Fault.in(markup.text()), content);
            case Content.Text text -> sentence(answer, text);
            case Content.Page _ -> page(answer, content);
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo(
                "bingads", "ads.microsoft.com", "login.microsoftonline.com", "login.live.com", "login.windows.net")) {
            return 100;
        }
        String told =
                sample.json().isMissingNode() ? sample.words() : sample.json().toString();
        if (OURS.matcher(told).find()) {
            return 85;
        }
        return sample.json().has("ErrorCode") && sample.json().has("Message") ? 70 : 0;
    }

    private static boolean isPlainlyHealthy(Answer answer) {
        return answer.httpStatus().filter(status -> status / 100 != 2).isEmpty()
                && JsonScan.outermost(answer.body(), MicrosoftDialect::harmless) == 1
                && !namesError(answer.body())
                && !namesStatus(answer.body());
    }

    private static boolean namesError(byte[] body) {
        for (int at = JsonScan.indexOf(body, "rror", 0); at >= 0; at = JsonScan.indexOf(body, "rror", at + 1)) {
            if (JsonScan.startsWith(body, at + 4, "\"") || JsonScan.startsWith(body, at + 4, "Code")) {
                return true;
            }
        }
        return false;
    }

    /// The status of an account that is not in order, or of a report.
    private static boolean namesStatus(byte[] body) {
        boolean tells = false;
        for (int at = JsonScan.indexOf(body, STATUS, 9); at >= 0; at = JsonScan.indexOf(body, STATUS, at + 1)) {
            if (JsonScan.startsWith(body, at - 7, "Request")) {
                return true;
            }
            tells |= JsonScan.startsWith(body, at - 9, "LifeCycle");
        }
        return tells && !JsonScan.isAlways(body, "LifeCycleStatus\"", "\"Active\"");
    }

    /// 1 for a key, so that what has none, such as a printed object of some language, is looked at properly.
    private static int harmless(byte[] body, int from, int to, int value) {
        boolean listsErrors = to - from >= 6 && JsonScan.is(body, to - 6, to, "Errors");
        boolean worrying = listsErrors && !JsonScan.isNothing(body, value)
                || JsonScan.is(body, from, to, "Code")
                || JsonScan.is(body, from, to, "Message")
                || JsonScan.is(body, from, to, "message")
                || JsonScan.is(body, from, to, "code")
                || JsonScan.is(body, from, to, "errors")
                || JsonScan.startsWith(body, from, "error")
                || JsonScan.startsWith(body, from, "fault")
                || JsonScan.startsWith(body, from, "Fault")
                || JsonScan.is(body, from, to, "detail")
                || JsonScan.is(body, from, to, "Type")
                || JsonScan.is(body, to - Math.min(8, to - from), to, "Envelope");
        return worrying ? JsonScan.ALARM : 1;
    }

    private static boolean isWorkingSoap(Answer answer, String text) {
        return answer.httpStatus().filter(status -> status / 100 != 2).isEmpty()
                && SOAP_END.matcher(text).find()
                && !SOAP_ERROR.matcher(text).find();
    }

    private static Reading structured(Answer answer, Content.Json json, Circumstances circumstances) {
        Optional<Fault> fault = Fault.in(json.root());
        boolean success =
                answer.httpStatus().filter(status -> status / 100 != 2).isEmpty();
        if (fault.isPresent()) {
            return failed(answer, fault.get(), "api", json.whole());
        }
        if (!json.whole()) {
            Fault rest = Fault.in(text(answer));
            return rest.codes().isEmpty() ? Prose.read(answer, json) : failed(answer, rest, "text", false);
        }
        if (!success || !json.root().isContainerNode() || json.root().has("TrackingId")) {
            return identified(
                            PlatformError.of(answer, "api")
                                    .message(Optional.of(json.root().toString())),
                            answer.headers())
                    .logId(Fault.trackingId(json.root().toString()))
                    .failed();
        }
        return state(answer, AccountState.in(json.root(), circumstances));
    }

    private static Reading state(Answer answer, Optional<String> state) {
        return state.map(status -> identified(PlatformError.of(answer, "api"), answer.headers())
                        .accountStatus(Optional.of(status))
                        .failed())
                .orElseGet(Reading.Healthy::new);
    }

    private static Reading sentence(Answer answer, Content.Text text) {
        Optional<Fault> quoted = text.quoted().flatMap(Fault::in);
        if (quoted.isPresent()) {
            return failed(answer, quoted.get().or(Fault.in(text.text())), "text", true);
        }
        return told(answer, Fault.in(text.text()), text);
    }

    /// A sign-in page's own error stands in its text, however it is dressed.
    private static Reading page(Answer answer, Content content) {
        Fault fault = Fault.in(text(answer));
        return fault.isEntra() ? failed(answer, fault, "text", true) : Prose.read(answer, content);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), 0, Math.min(answer.body().length, Content.READ), StandardCharsets.UTF_8);
    }

    private static Reading told(Answer answer, Fault fault, Content content) {
        boolean serverFault =
                answer.httpStatus().filter(status -> status >= 500).isPresent()
                        && fault.codes().isEmpty()
                        && !(content instanceof Content.Markup)
                        && !OURS.matcher(fault.message().orElse("")).find()
                        && !fault.message().orElse("").toLowerCase(Locale.ROOT).contains("fault");
        return serverFault ? Prose.read(answer, content) : failed(answer, fault, "text", true);
    }

    private static Reading failed(Answer answer, Fault fault, String surface, boolean whole) {
        PlatformError.Draft error = PlatformError.of(answer, fault.isOAuth() ? "oauth" : surface)
                .whole(whole)
                .message(fault.message())
                .mentionedScope(fault.mentionedScope());
        fault.codes().forEach(error::code);
        return identified(error.logId(fault.trackingId()), answer.headers()).failed();
    }

    private static PlatformError.Draft identified(PlatformError.Draft error, Map<String, String> headers) {
        return error.logId(Optional.ofNullable(headers.get("trackingid")))
                .logId(Optional.ofNullable(headers.get("x-ms-trackingid")))
                .requestId(Optional.ofNullable(headers.get("x-ms-request-id")));
    }
}
