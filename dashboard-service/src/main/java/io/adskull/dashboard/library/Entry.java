package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Diagnosis;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One code of one platform, when nothing but the code is known.
///
/// @param source where the code is named in public; empty when only its family is
/// @param disputed whether the code alone does not decide, so that the words beside it must
public record Entry(Platform platform, String code, Optional<String> source, Diagnosis alone, boolean disputed) {

    public String name() {
        return platform.displayName() + " error " + code;
    }

    public String title() {
        return alone.cause() == Cause.UNKNOWN
                ? platform.displayName() + " does not say in public what this code means"
                : alone.title();
    }

    /// Its name and what it means, in one line.
    public String heading() {
        return name() + ": " + (disputed ? "its message decides what it means" : title());
    }

    public String explanation() {
        return alone.explanation();
    }

    public Cause cause() {
        return alone.cause();
    }

    public Actor actor() {
        return alone.actor();
    }

    public List<String> steps() {
        return alone.steps();
    }

    public Optional<String> check() {
        return alone.check();
    }

    public Optional<String> mistakenFor() {
        return alone.mistakenFor();
    }

    /// The platform's page, only where it is a web address: nothing else may become a link.
    public Optional<String> docs() {
        return alone.docs().filter(docs -> docs.startsWith("https://"));
    }

    public QuickAnswer quick() {
        return new QuickAnswer(platform, alone);
    }

    /// Such as `/errors/meta/190/463`; never changes.
    public String address() {
        return address(platform, code);
    }

    static String address(Platform platform, String code) {
        return Arrays.stream(code.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "/errors/" + platform.id() + "/", ""));
    }
}
