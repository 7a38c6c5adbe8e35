package io.adskull.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.diagnosis.Bodies.Labelled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {

    @Test
    void causeAndActorOfRecordedBodiesAreRight() {
        List<Labelled> corpus = Bodies.corpus();
        List<String> wrongCause = new ArrayList<>();
        List<String> wrongActor = new ArrayList<>();
        for (Labelled body : corpus) {
            Diagnosis diagnosis = Bodies.diagnosis(body.answer());
            if (!body.rightCause(diagnosis.cause().name())) {
                wrongCause.add(miss(body, diagnosis));
            }
            if (!body.rightActor(diagnosis.actor().name())) {
                wrongActor.add(miss(body, diagnosis));
            }
        }
        System.out.printf(
                "corpus: cause %d/%d, actor %d/%d%n",
                corpus.size() - wrongCause.size(), corpus.size(), corpus.size() - wrongActor.size(), corpus.size());
        wrongCause.forEach(System.out::println);
        wrongActor.forEach(System.out::println);
        assertThat(wrongCause).hasSizeLessThanOrEqualTo(corpus.size() * 5 / 100);
        assertThat(wrongActor).hasSizeLessThanOrEqualTo(corpus.size() * 7 / 100);
    }

    private static String miss(Labelled body, Diagnosis diagnosis) {
        return body.id() + ": " + diagnosis.cause() + "/" + diagnosis.actor() + " by " + diagnosis.rule() + ", label "
                + body.label().get("cause").asText() + "/"
                + body.label().get("actor").asText() + ": "
                + diagnosis.message().orElse("");
    }
}
