package io.adskull.diagnosis.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.explain.GivenAnswer.Defaults;
import io.adskull.diagnosis.explain.GivenAnswer.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// `--ndjson`: one described answer a line in, one explanation a line out, in the same order, one line in memory
/// at a time.
final class Lines {
    private final Diagnostician diagnostician;
    private final Defaults defaults;

    Lines(Diagnostician diagnostician, Defaults defaults) {
        this.diagnostician = diagnostician;
        this.defaults = defaults;
    }

    /// @return how many lines could not be read
    long explain(InputStream in, OutputStream out) throws IOException {
        long unreadable = 0;
        long number = 0;
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        JsonGenerator json = GivenAnswer.JSON.createGenerator(out);
        json.setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
            if (text.isBlank()) {
                continue;
            }
            try {
                Explanation explanation = Explanation.of(GivenAnswer.described(text, defaults), diagnostician);
                GivenAnswer.JSON.writeValue(json, explanation);
            } catch (Unreadable e) {
                unreadable++;
                json.writeStartObject();
                json.writeNumberField("line", number);
                json.writeStringField("error", e.getMessage());
                json.writeEndObject();
            }
            json.writeRaw('\n');
            if (!lines.ready()) {
                json.flush();
                out.flush();
            }
        }
        json.flush();
        out.flush();
        return unreadable;
    }
}
