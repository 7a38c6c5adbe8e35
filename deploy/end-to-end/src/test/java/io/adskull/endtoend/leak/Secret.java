package io.adskull.endtoend.leak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Something that must stand nowhere, with a name to speak of it without saying it.
record Secret(String name, byte[] bytes) {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    static Secret of(String name, String text) {
        return new Secret(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// As Latin-1, so that any bytes can be looked for.
    String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// How it looks as it is, URL-encoded, in hexadecimal, and within base64 of the standard alphabet.
    List<String> disguises() {
        String url = URLEncoder.encode(text(), StandardCharsets.ISO_8859_1);
        String lowerUrl =
                ESCAPE.matcher(url).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
        String hex = HexFormat.of().formatHex(bytes);
        return Stream.concat(
                        Stream.of(text(), url, lowerUrl, hex, hex.toUpperCase(Locale.ROOT)),
                        IntStream.range(0, 3).mapToObj(this::withinBase64))
                .distinct()
                .toList();
    }

    /// What base64 shows of it behind `before` other bytes and whatever follows: characters that also hold bits of
    /// its neighbours are left out.
    private String withinBase64(int before) {
        byte[] behind = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, behind, before, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(behind);
        return encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - (behind.length % 3 == 0 ? 0 : 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret(String otherName, byte[] otherBytes)
                && name.equals(otherName)
                && Arrays.equals(bytes, otherBytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
