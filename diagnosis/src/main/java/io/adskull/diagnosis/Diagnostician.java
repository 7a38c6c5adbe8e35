package io.adskull.diagnosis;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.catalogue.Catalogue;
import io.adskull.diagnosis.catalogue.CatalogueSource;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.PlatformError;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.UnreadDialect;
import io.adskull.diagnosis.tiktok.TikTokDialect;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Says what an answer means. Total: every answer gets a verdict, whatever its bytes. Immutable and thread-safe.
public final class Diagnostician {
    private final Map<Platform, Knowledge> platforms;
    private final Knowledge unread;

    /// How a platform is read, and what its failures mean.
    private record Knowledge(Dialect dialect, Catalogue catalogue) {}

    private Diagnostician(Map<Platform, Knowledge> platforms, Knowledge unread) {
        this.platforms = new EnumMap<>(platforms);
        this.unread = unread;
    }

    /// The diagnostician with the catalogue of this library, loaded once.
    public static Diagnostician bundled() {
        return Bundled.INSTANCE;
    }

    /// @param circumstances what else is known; [Circumstances#unknown()] when nothing is
    public Verdict diagnose(Answer answer, Circumstances circumstances) {
        Knowledge knowledge = platforms.getOrDefault(answer.platform(), unread);
        return verdict(knowledge, knowledge.dialect().read(answer, circumstances), answer.endpoint(), circumstances);
    }

    /// The diagnosis of an answer whose platform nobody here knows: it decides nothing.
    public Diagnosis unknownPlatform(Optional<String> endpoint, Optional<Integer> httpStatus) {
        PlatformError error = UnreadDialect.error(httpStatus, Optional.empty());
        return unread.catalogue().diagnose(error, endpoint, Circumstances.unknown());
    }

    /// What the catalogue of a platform says; empty where none is bundled yet.
    public Optional<Catalogue> catalogue(Platform platform) {
        return Optional.ofNullable(platforms.get(platform)).map(Knowledge::catalogue);
    }

    private static Verdict verdict(
            Knowledge knowledge, Reading reading, Optional<String> endpoint, Circumstances circumstances) {
        return switch (reading) {
            case Reading.Healthy h -> new Verdict.Healthy();
            case Reading.Failed f ->
                new Verdict.Failing(knowledge.catalogue().diagnose(f.error(), endpoint, circumstances));
        };
    }

    /// Loaded on first use.
    private static final class Bundled {
        static final Diagnostician INSTANCE = new Diagnostician(
                Map.of(Platform.TIKTOK, knowledge("tiktok", new TikTokDialect())),
                knowledge("any", new UnreadDialect()));

        private static Knowledge knowledge(String folder, Dialect dialect) {
            return new Knowledge(dialect, Catalogue.read(CatalogueSource.bundled(folder)));
        }
    }
}
