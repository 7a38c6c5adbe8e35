package io.adskull.classifier.evidence;

import io.adskull.classifier.evidence.TokenWord.Said;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.diagnosis.Circumstances.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the accounts of one connection say of its token, and what each that asks is told about the others. Pure,
/// and of fixed size: the newest [#MAX_VOICES] accounts are remembered.
public record ConnectionVoices(
        List<Voice> voices,
        @Nullable Instant renewedAt,
        @Nullable Instant deadAt) {
    static final int MAX_VOICES = 64;

    /// So many other accounts are asked when nothing is known: one may have troubles of its own.
    private static final int WITNESSES = 2;

    /// A word older than this beside the one that asks says nothing.
    private static final Duration LATELY = Duration.ofMinutes(30);

    /// @param told what the account was told last; null when it was told nothing since it began to ask
    public record Voice(TokenWord word, @Nullable ConnectionStanding told) {}

    /// @param standings for the accounts that ask and must hear something new
    /// @param questions for accounts that were answered before, and are to find out whether they still are
    public record Outcome(
            ConnectionVoices after, List<ConnectionStanding> standings, List<ConnectionQuestion> questions) {
        public Outcome {
            standings = List.copyOf(standings);
            questions = List.copyOf(questions);
        }
    }

    public ConnectionVoices {
        voices = List.copyOf(voices);
    }

    public static ConnectionVoices none() {
        return new ConnectionVoices(List.of(), null, null);
    }

    public Outcome heard(TokenWord word) {
        List<Voice> renewed = new ArrayList<>(voices);
        renewed.removeIf(voice -> voice.word().account().equals(word.account()));
        if (word.said() != Said.GONE) {
            renewed.add(new Voice(word, toldBefore(word).orElse(null)));
        }
        if (renewed.size() > MAX_VOICES) {
            renewed.removeFirst();
        }
        return new ConnectionVoices(renewed, renewedAt, deadAt).answering(word.at());
    }

    public Outcome heard(CredentialChange change) {
        Instant at = change.at();
        ConnectionVoices after =
                switch (change) {
                    case CredentialChange.Refreshed refreshed -> new ConnectionVoices(voices, at, null);
                    case CredentialChange.Reconnected reconnected -> new ConnectionVoices(voices, at, null);
                    case CredentialChange.ReconnectRequired required -> new ConnectionVoices(voices, renewedAt, at);
                    // It may heal: a third word beside works and dead, and no reason to tell anybody anything.
                    case CredentialChange.RefreshFailed failed -> this;
                    case CredentialChange.Expiring expiring -> this;
                    case CredentialChange.Disconnected gone -> none();
                };
        return after.answering(at);
    }

    /// What an account heard holds while it asks about the same refusals.
    private Optional<ConnectionStanding> toldBefore(TokenWord word) {
        return voices.stream()
                .filter(voice -> voice.word().account().equals(word.account()))
                .filter(voice -> voice.word().asks() && voice.word().since().equals(word.since()))
                .flatMap(voice -> Optional.ofNullable(voice.told()).stream())
                .findFirst();
    }

    private Outcome answering(Instant at) {
        List<Voice> after = new ArrayList<>();
        List<ConnectionStanding> news = new ArrayList<>();
        List<ConnectionQuestion> questions = new ArrayList<>();
        for (Voice voice : voices) {
            if (!voice.word().asks()) {
                after.add(voice);
                continue;
            }
            List<AccountKey> witnesses = witnesses(voice.word());
            ConnectionStanding now = standing(voice.word(), witnesses.size(), at);
            boolean isNew = voice.told() == null;
            boolean tells = isNew || !now.saysTheSameAs(Objects.requireNonNull(voice.told()));
            if (tells) {
                news.add(now);
            }
            if (isNew && now.standing() == Standing.UNKNOWN) {
                witnesses.forEach(witness -> questions.add(new ConnectionQuestion(
                        witness, voice.word().account(), voice.word().since())));
            }
            after.add(tells ? new Voice(voice.word(), now) : voice);
        }
        return new Outcome(new ConnectionVoices(after, renewedAt, deadAt), news, questions);
    }

    /// Accounts whose token was taken last, however long ago: who is asked seldom is asked now.
    private List<AccountKey> witnesses(TokenWord asking) {
        return voices.stream()
                .map(Voice::word)
                .filter(word -> word.said() == Said.ALIVE
                        && !word.asks()
                        && !word.account().equals(asking.account()))
                .sorted(Comparator.comparing(TokenWord::at).reversed())
                .limit(WITNESSES)
                .map(TokenWord::account)
                .toList();
    }

    /// A token that was taken after the asking account's refusals began is alive. What was heard before they began
    /// says nothing: it may have been withdrawn since.
    private ConnectionStanding standing(TokenWord asking, int witnesses, Instant at) {
        List<TokenWord> others = voices.stream()
                .map(Voice::word)
                .filter(word -> !word.account().equals(asking.account()))
                .toList();
        int alive = (int) others.stream()
                .filter(word -> word.said() == Said.ALIVE
                        && !word.at().isBefore(asking.since())
                        && !word.at().isBefore(at.minus(LATELY)))
                .count();
        int refused = (int) others.stream()
                .filter(word -> word.said() == Said.REFUSED
                        && !word.at().isBefore(asking.since().minus(LATELY)))
                .count();
        Standing standing = alive > 0 ? Standing.ALIVE : refused > 0 ? Standing.REFUSED : Standing.UNKNOWN;
        return new ConnectionStanding(
                asking.account(), at, standing, alive > 0 ? alive : refused, witnesses, renewedAt, deadAt);
    }
}
