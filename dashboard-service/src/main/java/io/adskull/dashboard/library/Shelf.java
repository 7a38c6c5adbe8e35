package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Confidence;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All codes of one platform that are named in public, in the catalogue's order.
public record Shelf(Platform platform, List<Entry> entries) {

    static Shelf of(Platform platform, Catalogue catalogue) {
        return new Shelf(
                platform,
                catalogue.codes().stream()
                        .map(known -> entry(platform, catalogue, known.code(), Optional.of(known.source())))
                        .toList());
    }

    static Entry entry(Platform platform, Catalogue catalogue, String code, Optional<String> source) {
        Diagnosis alone = catalogue.alone(code);
        boolean disputed = catalogue.vague(code)
                || alone.confidence() == Confidence.UNCLEAR
                || alone.check().isPresent();
        return new Entry(platform, code, source, alone, disputed);
    }

    Optional<Entry> find(String code) {
        return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    public int size() {
        return entries.size();
    }

    public String address() {
        return "/errors/" + platform.id();
    }

    public long disputed() {
        return entries.stream().filter(Entry::disputed).count();
    }

    /// Others with the same cause, those that stand nearest first.
    List<Entry> alike(Entry entry, int most) {
        int at = entries.indexOf(entry);
        List<Entry> alike = new ArrayList<>();
        for (int distance = 1; distance < entries.size() && alike.size() < most; distance++) {
            for (int index : new int[] {at - distance, at + distance}) {
                boolean there = index >= 0 && index < entries.size() && alike.size() < most;
                if (there && entries.get(index).cause() == entry.cause()) {
                    alike.add(entries.get(index));
                }
            }
        }
        return alike;
    }

    /// The one that stands so many places after it; empty at the end of the shelf and for what stands on none.
    Optional<Entry> beside(Entry entry, int places) {
        int at = entries.indexOf(entry);
        int index = at + places;
        return at >= 0 && index >= 0 && index < entries.size() ? Optional.of(entries.get(index)) : Optional.empty();
    }
}
