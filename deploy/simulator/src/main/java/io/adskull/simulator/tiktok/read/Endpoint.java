package io.adskull.simulator.tiktok.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One read-only endpoint of the Marketing API, as `endpoints.yaml` describes it.
///
/// @param scope the first-level permission it needs; null means none
/// @param of whose data it is
/// @param list the field of `data` that holds the rows; null means `data` is the one row itself
/// @param maxPageSize the largest `page_size`
/// @param each one row for every advertiser the token reaches, instead of the rows once
public record Endpoint(
        String path,
        @Nullable String scope,
        Owner of,
        @Nullable List<String> needs,
        @Nullable Map<String, List<String>> oneOf,
        @Nullable String list,
        @Nullable Integer maxPageSize,
        boolean each,
        List<JsonNode> rows) {

    /// Whose data an endpoint shows, and by which parameter it is found.
    public enum Owner {
        ADVERTISER,
        BUSINESS_CENTER,
        /// As BUSINESS_CENTER, but a foreign id gives an empty list instead of a refusal, as was recorded of
        /// TikTok.
        BUSINESS_CENTER_OR_EMPTY,
        USER
    }

    public List<String> needed() {
        return needs == null ? List.of() : needs;
    }

    public Map<String, List<String>> allowed() {
        return oneOf == null ? Map.of() : oneOf;
    }

    public int largestPage() {
        return maxPageSize == null ? 1000 : maxPageSize;
    }
}
