package io.adskull.dashboard.connections;

import io.adskull.contract.account.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// One scope that AdSkull needs, and whether the consent gave it.
///
/// @param name what people call it
/// @param opens the parts of an account that cannot be read without it
public record NeededScope(String name, List<Resource> opens, boolean granted) {

    /// What one part needs.
    ///
    /// @param needs of each set one scope is enough
    record Rule(Resource resource, String name, List<Set<String>> needs) {
        boolean metBy(Collection<String> granted) {
            return needs.stream().allMatch(enough -> granted.stream().anyMatch(enough::contains));
        }
    }

    /// In words, such as "Campaigns and Ads".
    public String opened() {
        List<String> names = opens.stream()
                .map(resource -> resource == Resource.ACCOUNT ? "Account" : resource.displayName())
                .toList();
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
