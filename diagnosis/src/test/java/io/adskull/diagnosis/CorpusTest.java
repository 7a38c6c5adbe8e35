package io.adskull.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Bodies.Labelled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorpusTest {

    @ParameterizedTest
    @EnumSource(Platform.class)
    void causeAndActorOfRecordedBodiesAreRight(Platform platform) {
        areRight(platform.id(), Bodies.corpus(platform));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void causeAndActorOfBodiesFoundLaterAreRight(Platform platform) {
        areRight(platform.id() + " found", Bodies.found(platform));
    }

    private static void areRight(String name, List<Labelled> corpus) {
        List<String> wrongCause = new ArrayList<>();
        List<String> wrongActor = new ArrayList<>();
        for (Labelled body : corpus) {
            Verdict verdict = Diagnostician.bundled().diagnose(body.answer(), Circumstances.unknown());
            if (!(verdict instanceof Verdict.Failing(Diagnosis diagnosis))) {
                wrongCause.add(body.id() + ": healthy");
                wrongActor.add(body.id() + ": healthy");
                continue;
            }
            if (!body.rightCause(diagnosis.cause().name())) {
                wrongCause.add(miss(body, diagnosis));
            }
            if (!body.rightActor(diagnosis.actor().name())) {
                wrongActor.add(miss(body, diagnosis));
            }
        }
        System.out.printf(
                "corpus %s: cause %d/%d, actor %d/%d%n",
                name,
                corpus.size() - wrongCause.size(),
                corpus.size(),
                corpus.size() - wrongActor.size(),
                corpus.size());
        wrongCause.forEach(System.out::println);
        wrongActor.forEach(System.out::println);
        assertThat(wrongCause).hasSizeLessThanOrEqualTo(corpus.size() * 3 / 100);
        assertThat(wrongActor).hasSizeLessThanOrEqualTo(corpus.size() * 5 / 100);
    }

    private static String miss(Labelled body, Diagnosis diagnosis) {
        return body.id() + ": " + diagnosis.cause() + "/" + diagnosis.actor() + " by " + diagnosis.rule() + ", label "
                + body.label().get("cause").asText() + "/"
                + body.label().get("actor").asText() + ": "
                + diagnosis.message().orElse("");
    }
}
