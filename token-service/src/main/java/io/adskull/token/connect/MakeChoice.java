package io.adskull.token.connect;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The person's answer at the end of a consent. Whatever they do not keep is dropped, and so is what they walked away
/// from; the connection stays as it was.
@ApplicationScoped
class MakeChoice {
    private static final Logger LOG = Logger.getLogger(MakeChoice.class);

    private final OpenChoices choices;
    private final SettleGrant settle;
    private final StartConsent consent;

    MakeChoice(OpenChoices choices, SettleGrant settle, StartConsent consent) {
        this.choices = choices;
        this.settle = settle;
        this.consent = consent;
    }

    sealed interface Outcome {
        record Again(Purpose purpose, StartConsent.Outcome started) implements Outcome {}

        record Ended(ConsentResult result) implements Outcome {}
    }

    /// @param keep whether a lesser grant will do; otherwise the platform is asked again
    /// @param browser the cookie that came with the answer
    Outcome choose(String choice, boolean keep, Optional<String> browser) {
        return switch (choices.claim(choice, browser)) {
            case OpenChoices.Claim.Rejected(StateCheck check) -> {
                LOG.warnf("a choice was turned away: it is %s", check);
                yield new Outcome.Ended(new ConsentResult.StateRejected(Optional.empty(), check));
            }
            case OpenChoices.Claim.Accepted(OpenChoices.Answered(Purpose purpose, Optional<HeldGrant> held)) -> {
                if (keep && held.isPresent()) {
                    yield new Outcome.Ended(settle.keep(purpose, held.get()));
                }
                held.ifPresent(grant -> settle.drop(purpose, grant));
                yield new Outcome.Again(purpose, consent.start(purpose));
            }
        };
    }

    @Scheduled(identity = "drop-abandoned-grants", every = "PT1M", delayed = "PT1M")
    void dropAbandoned() {
        choices.takeAbandoned().forEach(left -> left.held().ifPresent(held -> settle.drop(left.purpose(), held)));
        choices.forgetOld();
    }
}
