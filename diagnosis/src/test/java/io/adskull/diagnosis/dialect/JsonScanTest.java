package io.adskull.diagnosis.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScanTest {
    private static final JsonFactory JACKSON = new JsonFactory();

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aWholeBodyIsSeenAsAParserSeesIt(@ForAll("bodies") String body) {
        assertThat(seen(bytes(body))).isEqualTo(parsed(bytes(body)));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void noPartOfABodyIsWhole(@ForAll("bodies") String body) {
        byte[] whole = bytes(body.strip());
        for (int length = 0; length < whole.length; length++) {
            assertThat(scan(Arrays.copyOf(whole, length)))
                    .as("%s cut at %s", body, length)
                    .isEqualTo(JsonScan.NOT_PLAIN);
        }
    }

    @Property(tries = 6_000, edgeCases = EdgeCasesMode.NONE)
    void whatNoParserTakesIsNeverPlain(
            @ForAll("plainBodies") String body,
            @ForAll("strangers") String stranger,
            @ForAll int at,
            @ForAll boolean added) {
        int place = Math.floorMod(at, body.length());
        byte[] damaged = bytes(body.substring(0, place) + stranger + body.substring(added ? place : place + 1));
        assertThat(seen(damaged))
                .as(new String(damaged, StandardCharsets.UTF_8))
                .isEqualTo(parsed(damaged));
    }

    @Property(tries = 2_000)
    void aTextIsFoundWhereverItStands(
            @ForAll @AlphaChars @StringLength(max = 40) String before,
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String text,
            @ForAll @AlphaChars @StringLength(max = 40) String after,
            @ForAll @IntRange(max = 12) int cut) {
        assertThat(JsonScan.contains(bytes(before + text + after), text)).isTrue();
        String rest = before + text.substring(0, Math.min(cut, text.length())) + after;
        assertThat(JsonScan.contains(bytes(rest), text)).isEqualTo(rest.contains(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{]",
                "[}",
                "{\"a\":[}]",
                "{\"a\":1]",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "{,}",
                "{\"a\" 1}",
                "{\"a\"}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.1}",
                "{\"a\":+1}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":nul}",
                "{\"a\":falsee}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":'b'}",
                "{\"a\":1}{",
                "{\"a\":1} x",
                "{\"a\":1 \"b\":2}",
                "",
                " ",
                "1",
                "\"a\"",
                "null",
                "[1 2]",
                "{\"a\":1}}",
                "[[1]",
                "{\"a\":NaN}",
                "{\"a\":1}\0"
            })
    void whatBreaksTheGrammarIsNotPlain(String body) {
        assertThat(scan(bytes(body))).isEqualTo(JsonScan.NOT_PLAIN);
    }

    @Test
    void anOutermostKeyThatIsSpelledWithEscapesNeedsAParser() {
        assertThat(scan(bytes("{\"\\u0063ode\":40001}"))).isEqualTo(JsonScan.NOT_PLAIN);
        assertThat(scan(bytes("{\"data\":{\"\\u0063ode\":40001}}"))).isZero();
    }

    @Test
    void depthIsBounded() {
        assertThat(scan(bytes("[".repeat(63) + "]".repeat(63)))).isZero();
        assertThat(scan(bytes("[".repeat(64) + "]".repeat(64)))).isEqualTo(JsonScan.NOT_PLAIN);
    }

    @Test
    void anAlarmEndsTheLook() {
        assertThat(JsonScan.outermost(bytes("{\"a\":1,\"b\":2}"), (body, from, to, value) -> JsonScan.ALARM))
                .isEqualTo(JsonScan.NOT_PLAIN);
    }

    @Test
    void whatKeysGiveIsRemembered() {
        byte[] list = bytes(" [ {\"a\": 1}, {\"b\": {\"a\": 4}}, [\"a\"] ] ");
        JsonScan.Keys keys = (body, from, to, value) -> JsonScan.is(body, from, to, "a") ? body[value] - '0' : 2;
        assertThat(JsonScan.outermost(list, keys)).isEqualTo(3);
    }

    /// Objects or arrays of everything JSON knows, with white space wherever it may stand.
    @Provide
    Arbitrary<String> bodies() {
        return body(Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(JsonScanTest::quoted),
                Arbitraries.of("\"\\u00e4\\\"\\\\\"", "\"\\/\\b\\f\\n\\r\\t\"", "\"schön, 操作失败 \uD83D\uDE00\"")));
    }

    @Provide
    Arbitrary<String> plainBodies() {
        return body(Arbitraries.strings().ascii().ofMaxLength(20).map(JsonScanTest::quoted));
    }

    @Provide
    Arbitrary<String> strangers() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", "t", "null", " ", "\n",
                        "\u0001"),
                Arbitraries.strings().ascii().ofLength(1));
    }

    private static Arbitrary<String> body(Arbitrary<String> texts) {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                texts,
                Arbitraries.of(
                        "true", "false", "null", "0", "-0", "1.5", "-12e3", "1E+2", "0.00e-1", "7012345678901234567"),
                Arbitraries.longs().map(String::valueOf));
        Arbitrary<String> values = Arbitraries.recursive(() -> scalars, inner -> container(inner, texts), 0, 3);
        return Combinators.combine(spaces(), container(values, texts), spaces()).as((a, b, c) -> a + b + c);
    }

    private static Arbitrary<String> container(Arbitrary<String> values, Arbitrary<String> texts) {
        Arbitrary<String> padded =
                Combinators.combine(spaces(), values, spaces()).as((a, b, c) -> a + b + c);
        Arbitrary<String> member =
                Combinators.combine(spaces(), texts, spaces(), padded).as((a, b, c, d) -> a + b + c + ":" + d);
        return Arbitraries.oneOf(
                member.list().ofMaxSize(5).map(all -> "{" + String.join(",", all) + "}"),
                padded.list().ofMaxSize(4).map(all -> "[" + String.join(",", all) + "]"),
                Arbitraries.of("{ }", "[\n]"));
    }

    private static Arbitrary<String> spaces() {
        return Arbitraries.frequency(
                net.jqwik.api.Tuple.of(8, ""),
                net.jqwik.api.Tuple.of(1, " "),
                net.jqwik.api.Tuple.of(1, "\n" + " ".repeat(11) + "\t"));
    }

    private static String quoted(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The outermost keys as the bytes spell them, or one entry that says that a parser is needed.
    private static List<String> seen(byte[] body) {
        List<String> keys = new ArrayList<>();
        int bits = JsonScan.outermost(body, (bytes, from, to, value) -> {
            keys.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            return 0;
        });
        return bits == JsonScan.NOT_PLAIN ? List.of("not plain") : keys;
    }

    private static List<String> parsed(byte[] body) {
        List<String> keys = new ArrayList<>();
        try (JsonParser json = JACKSON.createParser(body)) {
            JsonToken first = json.nextToken();
            int keyDepth = first == JsonToken.START_ARRAY ? 2 : 1;
            int depth = 1;
            boolean plain = first == JsonToken.START_OBJECT || first == JsonToken.START_ARRAY;
            while (plain && depth > 0) {
                JsonToken token = json.nextToken();
                plain = token != null;
                if (token == JsonToken.FIELD_NAME && depth == keyDepth) {
                    String raw = new String(
                            body,
                            (int) json.currentTokenLocation().getByteOffset(),
                            body.length - (int) json.currentTokenLocation().getByteOffset(),
                            StandardCharsets.UTF_8);
                    plain = raw.startsWith("\"" + json.currentName() + "\"");
                    keys.add(json.currentName());
                }
                depth += plain && token.isStructStart() ? 1 : plain && token.isStructEnd() ? -1 : 0;
            }
            return plain && json.nextToken() == null ? keys : List.of("not plain");
        } catch (IOException e) {
            return List.of("not plain");
        }
    }

    private static int scan(byte[] body) {
        return JsonScan.outermost(body, (bytes, from, to, value) -> 0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aKeyAlwaysHasAValueOnlyWhereEachOfItsPlacesHasIt() {
        byte[] body = "{\"a\":{\"ok\" : true},\"b\":[{\"ok\":true}]}".getBytes(StandardCharsets.UTF_8);
        byte[] other = "{\"a\":{\"ok\":true},\"b\":[{\"ok\":false}]}".getBytes(StandardCharsets.UTF_8);
        byte[] longer = "{\"status\":100}".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonScan.isAlways(body, "\"ok\"", "true")).isTrue();
        assertThat(JsonScan.isAlways(other, "\"ok\"", "true")).isFalse();
        assertThat(JsonScan.isAlways(longer, "\"status\"", "1")).isFalse();
    }
}
