package io.adskull.diagnosis;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.amazon.AmazonDialect;
import io.adskull.diagnosis.catalogue.Catalogue;
import io.adskull.diagnosis.catalogue.CatalogueSource;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.Sample;
import io.adskull.diagnosis.dialect.UnknownDialect;
import io.adskull.diagnosis.google.GoogleDialect;
import io.adskull.diagnosis.linkedin.LinkedInDialect;
import io.adskull.diagnosis.meta.MetaDialect;
import io.adskull.diagnosis.microsoft.MicrosoftDialect;
import io.adskull.diagnosis.pinterest.PinterestDialect;
import io.adskull.diagnosis.reddit.RedditDialect;
import io.adskull.diagnosis.snapchat.SnapchatDialect;
import io.adskull.diagnosis.tiktok.TikTokDialect;
import io.adskull.diagnosis.x.XDialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Says what an answer means. Total: every answer gets a verdict, whatever its bytes. Immutable and thread-safe.
public final class Diagnostician {
    /// Less than this looks like many platforms.
    private static final int LIKE_NOBODY = 20;

    /// How a platform is read; its catalogue is loaded when it is needed first.
    private final Map<Platform, Dialect> dialects = new EnumMap<>(Platform.class);
    private final Map<String, Catalogue> catalogues = new ConcurrentHashMap<>();
    private final Dialect unknown = new UnknownDialect();

    private Diagnostician() {
        for (Platform platform : Platform.values()) {
            dialects.put(platform, dialect(platform));
        }
    }

    private static Dialect dialect(Platform platform) {
        return switch (platform) {
            case TIKTOK -> new TikTokDialect();
            case META -> new MetaDialect();
            case GOOGLE -> new GoogleDialect();
            case LINKEDIN -> new LinkedInDialect();
            case MICROSOFT -> new MicrosoftDialect();
            case PINTEREST -> new PinterestDialect();
            case SNAPCHAT -> new SnapchatDialect();
            case REDDIT -> new RedditDialect();
            case X -> new XDialect();
            case AMAZON -> new AmazonDialect();
        };
    }

    /// The diagnostician with the catalogue of this library, loaded once.
    public static Diagnostician bundled() {
        return Bundled.INSTANCE;
    }

    /// @param circumstances what else is known; [Circumstances#unknown()] when nothing is
    public Verdict diagnose(Answer answer, Circumstances circumstances) {
        Dialect dialect = Objects.requireNonNull(dialects.get(answer.platform()));
        return switch (dialect.read(answer, circumstances)) {
            case Reading.Healthy h -> new Verdict.Healthy();
            case Reading.Failed f ->
                new Verdict.Failing(catalogue(answer.platform()).diagnose(f.error(), answer.endpoint(), circumstances));
        };
    }

    /// The diagnosis of an answer whose platform nobody can tell: what HTTP and OAuth say, and no more.
    public Diagnosis unknownPlatform(
            Optional<String> endpoint, Optional<Integer> httpStatus, Map<String, String> headers, byte[] body) {
        // Which platform it is called by plays no part: the dialect does not look.
        var answer = new Answer(Platform.TIKTOK, endpoint, httpStatus, Optional.empty(), headers, body);
        return switch (unknown.read(answer, Circumstances.unknown())) {
            case Reading.Healthy h -> throw new IllegalStateException("an unknown platform's answer is never healthy");
            case Reading.Failed f -> catalogue("any").diagnose(f.error(), endpoint, Circumstances.unknown());
        };
    }

    /// The platform that an answer of unknown origin looks most like; empty when it looks like none or like two
    /// alike.
    public Optional<Platform> guess(Sample sample) {
        Map<Platform, Integer> likeness = new EnumMap<>(Platform.class);
        dialects.forEach((platform, dialect) -> likeness.put(platform, dialect.resemblance(sample)));
        int most = likeness.values().stream().max(Comparator.naturalOrder()).orElse(0);
        List<Platform> likest = likeness.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return most >= LIKE_NOBODY && likest.size() == 1 ? Optional.of(likest.getFirst()) : Optional.empty();
    }

    /// Names what all catalogues say; another one means that the same answer may be read differently.
    public String catalogueVersion() {
        try (InputStream version = Objects.requireNonNull(
                Diagnostician.class.getResourceAsStream("/platforms/version"),
                "built without its catalogues' version")) {
            return new String(version.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the catalogues' version", e);
        }
    }

    /// What the catalogue of a platform says.
    public Catalogue catalogue(Platform platform) {
        return catalogue(platform.id());
    }

    private Catalogue catalogue(String folder) {
        return catalogues.computeIfAbsent(folder, name -> Catalogue.read(CatalogueSource.bundled(name)));
    }

    /// Made on first use.
    private static final class Bundled {
        static final Diagnostician INSTANCE = new Diagnostician();
    }
}
