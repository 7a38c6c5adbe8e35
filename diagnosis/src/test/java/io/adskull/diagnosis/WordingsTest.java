package io.adskull.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WordingsTest {

    @Test
    void wordingsNobodyRecordedAreUnderstood() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : lines()) {
            String[] parts = line.split("\t", -1);
            Diagnosis diagnosis = Bodies.diagnosis(Bodies.answer("", 200, envelope(parts[2], parts[3])));
            if (!diagnosis.cause().name().equals(parts[0])
                    || !diagnosis.actor().name().equals(parts[1])) {
                wrong.add(line + "  <- " + diagnosis.cause() + "/" + diagnosis.actor() + " by " + diagnosis.rule());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String envelope(String code, String message) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("code", code.matches("\\d+") ? (Object) Integer.valueOf(code) : code);
        envelope.put("message", message);
        return Bodies.json(envelope);
    }

    private static List<String> lines() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(WordingsTest.class.getResourceAsStream("/corpus/wordings.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }
}
