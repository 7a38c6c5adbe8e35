package io.adskull.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Bodies.Labelled;
import io.adskull.diagnosis.dialect.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuessTest {

    @Test
    void mostAnswersAreRecognisedAndHardlyOneIsTakenForAnotherPlatforms() {
        List<Labelled> recorded = Bodies.corpora();
        int right = 0;
        int wrong = 0;
        for (Labelled body : recorded) {
            Answer answer = body.answer();
            Optional<Platform> guessed =
                    Diagnostician.bundled().guess(Sample.of(answer.endpoint(), answer.headers(), answer.body()));
            right += guessed.filter(answer.platform()::equals).isPresent() ? 1 : 0;
            wrong += guessed.filter(other -> other != answer.platform()).isPresent() ? 1 : 0;
        }
        System.out.printf("platforms told from the answer: %d right, %d wrong of %d%n", right, wrong, recorded.size());
        assertThat(wrong).isLessThanOrEqualTo(recorded.size() / 100);
        assertThat(right).isGreaterThan(recorded.size() * 8 / 10);
    }

    @Test
    void whatCouldBeAnybodysIsNobodys() {
        for (String body : List.of("", "Unauthorized", "{\"message\":\"Unauthorized\"}", "<h1>502 Bad Gateway</h1>")) {
            assertThat(Diagnostician.bundled()
                            .guess(Sample.of(
                                    Optional.empty(),
                                    Map.of(),
                                    body.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                    .as(body)
                    .isEmpty();
        }
    }
}
