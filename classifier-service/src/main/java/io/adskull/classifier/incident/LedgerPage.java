package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.Call;
import io.adskull.classifier.evidence.KeptAnswer;
import io.adskull.classifier.evidence.Light;
import io.adskull.classifier.evidence.OtherCalls;
import io.adskull.classifier.incident.AccountState.Watched;
import io.adskull.classifier.incident.Transition.Aside;
import io.adskull.classifier.incident.Transition.Outgoing;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.response.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The working copy of one account while one event is entered: what is written here becomes a [Transition] or
/// nothing. Short-lived, for one thread.
final class LedgerPage {
    static final int MAX_CALLS = 64;

    /// How many answers are kept to be diagnosed again; further ones are decided with what is known.
    private static final int MAX_KEPT = 16;

    /// A call that nobody made for so long no longer holds an incident open.
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Watched before;
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final List<OpenIncident> open;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final List<Aside> asides = new ArrayList<>();
    private final List<Incident> descriptions = new ArrayList<>();
    private Letters letters;

    LedgerPage(Watched before) {
        this.before = before;
        before.calls().forEach(call -> calls.put(call.endpoint(), call));
        this.open = new ArrayList<>(before.incidents());
        this.letters = before.letters();
    }

    /// @param now the wall clock's time
    Transition close(Instant now) {
        List<Call> known = List.copyOf(calls.values());
        Letters.Written written =
                letters.write(before.account(), before.tenant(), connected(), known, descriptions, now);
        var after = new Watched(before.account(), before.tenant(), before.connected(), known, open, written.letters());
        return new Transition(
                Optional.of(after),
                true,
                outgoing,
                Stream.concat(asides.stream(), written.asides().stream()).toList());
    }

    Platform platform() {
        return before.account().platform();
    }

    Letters letters() {
        return letters;
    }

    void heard(Letters news) {
        letters = news;
    }

    /// In whose light an answer to this call is read.
    Light light(String endpoint) {
        return new Light(
                connected(),
                Optional.ofNullable(calls.get(endpoint)),
                othersThan(endpoint),
                Optional.ofNullable(letters.connection()));
    }

    Collection<Call> calls() {
        return calls.values();
    }

    /// Asks for another answer of a resource, or of the whole account.
    void askAgain(String because, Optional<Resource> resource, String why, Instant now) {
        String id = before.account() + "/ask-again/" + because
                + resource.map(r -> "/" + r).orElse("");
        asides.add(new Aside.AskAgain(
                id, new PollRequested(before.account(), before.tenant(), resource.orElse(null), why, now)));
    }

    /// Enters that the platform refused the token, before anybody is told.
    void refusesToken(Failure failure) {
        change(
                failure.endpoint(),
                call -> call.failed(failure.cause(), failure.answer().envelope().time()));
    }

    /// Enters that an answer failed for a reason beyond the account's own.
    ///
    /// @param description what the operators would be told
    void failsWith(String endpoint, Cause beyond, Incident description) {
        change(endpoint, call -> call.failedWith(beyond));
        descriptions.add(description);
    }

    /// Since when this call's answers call the token expired, this one included.
    Instant expired(String endpoint, Instant at) {
        Instant since = Optional.ofNullable(calls.get(endpoint))
                .flatMap(call -> Optional.ofNullable(call.expiredSince()))
                .orElse(at);
        change(endpoint, call -> call.expired(since));
        return since;
    }

    /// Takes a call out of the incidents of these causes: what it says is understood otherwise now.
    void understoodOtherwise(Failure failure, Set<Cause> before) {
        leave(
                failure.endpoint(),
                incident -> before.contains(incident.incident().cause()),
                failure.at(),
                failure.trace(),
                "Another problem took its place: " + failure.diagnosis().title());
    }

    /// Ends the incidents of these causes, whatever their calls say.
    void end(Predicate<Cause> causes, Instant at, String reason) {
        List<OpenIncident> closed = open.stream()
                .filter(incident -> causes.test(incident.incident().cause()))
                .toList();
        closed.forEach(incident -> outgoing.add(
                new Outgoing(new Remediation.Resolved(incident.incident(), at, reason), Optional.empty())));
        open.removeAll(closed);
    }

    boolean hasOpen(Failure failure) {
        return open.stream().anyMatch(incident -> incident.isAbout(failure.cause(), failure.resource()));
    }

    Optional<ConnectedAccount> connected() {
        return Optional.ofNullable(before.connected());
    }

    OtherCalls othersThan(String endpoint) {
        return OtherCalls.than(endpoint, calls.values());
    }

    /// Calls whose answer is kept; the account itself first, because what is decided about it is evidence for the
    /// rest.
    List<Call> kept() {
        return calls.values().stream()
                .filter(call -> call.kept() != null)
                .sorted(Comparator.comparing(call -> call.resource() != Resource.ACCOUNT))
                .toList();
    }

    boolean canKeep(ApiResponse answer) {
        return KeptAnswer.canKeep(answer)
                && (keptAnswer(Call.endpointOf(answer)).isPresent() || kept().size() < MAX_KEPT);
    }

    Optional<KeptAnswer> keptAnswer(String endpoint) {
        return Optional.ofNullable(calls.get(endpoint)).map(Call::kept);
    }

    void keep(String endpoint, KeptAnswer answer) {
        change(endpoint, call -> call.keeping(Optional.of(answer)));
    }

    void release(String endpoint) {
        change(endpoint, call -> call.keeping(Optional.empty()));
    }

    void answered(ApiResponse answer) {
        String endpoint = Call.endpointOf(answer);
        if (!calls.containsKey(endpoint) && calls.size() >= MAX_CALLS) {
            forgetOneCall();
        }
        calls.merge(endpoint, Call.first(answer), (known, first) -> known.answered(answer));
    }

    void works(ApiResponse answer, Optional<TraceParent> trace) {
        String endpoint = Call.endpointOf(answer);
        Instant at = answer.envelope().time();
        change(endpoint, call -> call.worked(at));
        leave(endpoint, incident -> true, at, trace, workedAgain(endpoint, at));
        Instant abandoned = at.minus(ABANDONED);
        Predicate<String> nobodyCalls = failing -> Optional.ofNullable(calls.get(failing))
                .filter(call -> !call.answeredAt().isBefore(abandoned))
                .isEmpty();
        for (OpenIncident incident : List.copyOf(open)) {
            incident.failing().stream()
                    .filter(nobodyCalls)
                    .forEach(gone -> leave(
                            gone,
                            other -> other.incident()
                                    .id()
                                    .equals(incident.incident().id()),
                            at,
                            trace,
                            "The call that failed was not made again for a day."));
        }
    }

    /// Enters a failure whose cause is decided.
    void fails(Failure failure) {
        if (failure.decides()) {
            change(failure.endpoint(), call -> call.failed(
                            failure.cause(), failure.answer().envelope().time())
                    .keeping(Optional.empty()));
            leave(
                    failure.endpoint(),
                    incident -> !incident.isAbout(failure.cause(), failure.resource()),
                    failure.at(),
                    failure.trace(),
                    "Another problem took its place: " + failure.diagnosis().title());
        }
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).isAbout(failure.cause(), failure.resource())) {
                replace(i, open.get(i).again(failure), failure);
                return;
            }
        }
        OpenIncident opened = OpenIncident.opened(failure);
        open.add(opened);
        outgoing.add(new Outgoing(new Remediation.Opened(opened.incident(), failure.at()), failure.trace()));
    }

    /// Counts a failure without evidence to the incident that its endpoint stands in for the same reason, if
    /// there is one: what is not known now does not change what was known then.
    boolean countsAsRepeat(Failure failure) {
        for (int i = 0; i < open.size(); i++) {
            OpenIncident incident = open.get(i);
            boolean sameCode =
                    Objects.equals(incident.incident().code(), failure.code().orElse(null));
            if (incident.hasFailing(failure.endpoint()) && sameCode) {
                replace(i, incident.countedOnly(failure), failure);
                return true;
            }
        }
        return false;
    }

    boolean isOpen(Failure failure) {
        return open.stream()
                .anyMatch(incident -> incident.isAbout(failure.cause(), failure.resource())
                        && incident.hasFailing(failure.endpoint()));
    }

    private void replace(int index, OpenIncident after, Failure failure) {
        OpenIncident before = open.set(index, after);
        after.changeSince(before)
                .ifPresent(change -> outgoing.add(new Outgoing(
                        new Remediation.Updated(after.incident(), failure.at(), change), failure.trace())));
    }

    private void leave(
            String endpoint, Predicate<OpenIncident> which, Instant at, Optional<TraceParent> trace, String reason) {
        open.replaceAll(incident -> which.test(incident) ? incident.without(endpoint) : incident);
        open.stream()
                .filter(OpenIncident::isOver)
                .forEach(over ->
                        outgoing.add(new Outgoing(new Remediation.Resolved(over.incident(), at, reason), trace)));
        open.removeIf(OpenIncident::isOver);
    }

    private void change(String endpoint, UnaryOperator<Call> change) {
        calls.computeIfPresent(endpoint, (name, call) -> change.apply(call));
    }

    private String workedAgain(String endpoint, Instant at) {
        String name =
                Optional.ofNullable(calls.get(endpoint)).map(Call::displayName).orElse(endpoint);
        return "The platform answered normally again at " + MINUTE.format(at) + " when asked for " + name + ".";
    }

    /// Makes room: a call that works or was not made for longest is missed least.
    private void forgetOneCall() {
        Predicate<Call> holdsIncident =
                call -> open.stream().anyMatch(incident -> incident.hasFailing(call.endpoint()));
        calls.values().stream()
                .min(Comparator.comparing(holdsIncident::test).thenComparing(Call::answeredAt))
                .ifPresent(call -> calls.remove(call.endpoint()));
    }
}
